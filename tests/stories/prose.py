"""Stories written for these tests, in several scripts, and nonsense in bulk."""

import random

ENGLISH = (
    "The last of the old cranes at Marrow Quay was taken down on Friday, eleven years after the harbour board promised "
    "to do it. More than two thousand people stood on the pier in the rain and watched as the jib was lowered by hand, "
    "metre by metre, onto a barge from Ostend.\n\n"
    "Harbour master Ines Tolland said that the crane had loaded 46,000 ships since 1931 and never dropped a crate. "
    "Its engine goes to a museum in Leith, and the steel, some 310 tonnes of it, to a foundry that makes bridges. "
    "The board wants to build flats on the quay, but the council has not yet agreed to a plan for the road.\n\n"
    "Old dockers were not so sure. Paul Wendt, who drove the crane for 22 years, said that he would have kept it for "
    "the children to climb. He was given the brass plate with its number, and he took it home on the bus."
)
GERMAN = (
    "Der letzte der alten Kräne am Marktkai ist am Freitag abgebaut worden, elf Jahre nachdem die Hafenbehörde es "
    "versprochen hatte. Mehr als zweitausend Menschen standen im Regen auf der Mole und sahen zu, wie der Ausleger von "
    "Hand auf einen Schleppkahn aus Ostende gesenkt wurde.\n\n"
    "Hafenmeisterin Ines Tolland sagte, der Kran habe seit 1931 rund 46.000 Schiffe beladen und nie eine Kiste fallen "
    "lassen. Der Motor geht an ein Museum in Leith, der Stahl, etwa 310 Tonnen, an eine Gießerei für Brücken. Die "
    "Behörde will am Kai Wohnungen bauen, doch der Rat hat dem Plan für die Straße noch nicht zugestimmt.\n\n"
    "Alte Hafenarbeiter waren nicht so sicher. Paul Wendt, der den Kran 22 Jahre lang fuhr, hätte ihn für die Kinder "
    "stehen lassen. Man gab ihm das Messingschild mit der Nummer, und er nahm es im Bus mit nach Hause."
)
RUSSIAN = (
    "Последний из старых кранов на Марковой набережной разобрали в пятницу, через одиннадцать лет после того, как "
    "портовое управление это обещало. Более двух тысяч человек стояли под дождём на пирсе и смотрели, как стрелу "
    "вручную опускают на баржу из Остенде.\n\n"
    "Начальник порта Инес Толланд сказала, что с 1931 года кран погрузил 46 000 судов и ни разу не уронил ящика. "
    "Мотор поедет в музей в Лите, а сталь, около 310 тонн, на завод, где делают мосты. Управление хочет построить на "
    "набережной дома, но совет пока не согласился с планом дороги.\n\n"
    "Старые докеры сомневаются. Пауль Вендт, который водил кран 22 года, оставил бы его детям. Ему отдали латунную "
    "табличку с номером, и он увёз её домой на автобусе."
)
JAPANESE = (
    "古い港の最後のクレーンが金曜日に解体された。港湾局が約束してから十一年が過ぎていた。雨の中、二千人を超える人々が"
    "桟橋に立ち、腕木が手作業でオステンドから来たはしけに下ろされるのを見守った。\n\n港長のトランドさんによると、この"
    "クレーンは1931年から四万六千隻の船に荷を積み、箱を落としたことは一度もなかったという。エンジンはリースの博物館へ、"
    "およそ310トンの鋼材は橋を作る鋳物工場へ運ばれる。港湾局は岸壁に住宅を建てたいと考えているが、市議会は道路の計画に"
    "まだ同意していない。\n\n元の作業員たちは複雑な表情だった。二十二年間クレーンを動かしたヴェントさんは、子供たちの"
    "ために残してほしかったと話した。番号の入った真鍮の板を受け取り、バスで家に持ち帰った。"
)
THAI = (
    "เครนเก่าตัวสุดท้ายของท่าเรือถูกรื้อลงเมื่อวันศุกร์ สิบเอ็ดปีหลังจากที่การท่าเรือสัญญาไว้ ผู้คนมากกว่าสองพันคนยืนตากฝนอยู่บนสะพานท่าเรือ"
    "และเฝ้าดูแขนเครนถูกหย่อนลงด้วยมือทีละเมตรลงบนเรือบรรทุกที่มาจากเมืองออสเทนด์ นายท่ากล่าวว่าเครนตัวนี้ขนของขึ้นเรือมาแล้วสี่หมื่นหกพันลำ"
    "และไม่เคยทำลังตกเลยสักครั้งเดียว เครื่องยนต์จะไปอยู่ที่พิพิธภัณฑ์ ส่วนเหล็กจะส่งไปยังโรงหล่อที่ทำสะพาน การท่าเรืออยากสร้างที่พักอาศัย"
    "ริมน้ำ แต่สภาเมืองยังไม่เห็นด้วยกับแผนสร้างถนน คนงานเก่าหลายคนไม่แน่ใจนัก คนขับเครนคนสุดท้ายบอกว่าเขาอยากเก็บมันไว้ให้เด็กๆ ปีนเล่น "
    "เขาได้รับแผ่นทองเหลืองที่มีหมายเลขของเครนและนำมันขึ้นรถเมล์กลับบ้านในเย็นวันนั้น"
)
CHINESE = (
    "老港口的最后一台起重机星期五被拆除，距港务局作出承诺已有十一年。两千多人冒雨站在码头上，看着吊臂由人"
    "工一米一米地放到一艘来自奥斯坦德的驳船上。\n\n港务长托兰德说，自1931年以来，这台起重机为四万六千"
    "艘船装过货，从未摔过一个箱子。它的发动机将送往利斯的一家博物馆，约310吨钢材则运到一家造桥的铸造厂"
    "。港务局希望在码头上建住宅，但市议会还没有同意道路方案。\n\n老码头工人并不那么肯定。开了二十二年起重"
    "机的温特说，他本想把它留给孩子们攀爬。他得到了刻有编号的铜牌，坐公共汽车把它带回了家。"
)
LAO = (
    "ລົດເຄນເກົ່າໂຕສຸດທ້າຍຂອງທ່າເຮືອຖືກມ້າງໃນວັນສຸກ ສິບເອັດປີຫຼັງຈາກທີ່ການທ່າເຮືອໄດ້ສັ"
    "ນຍາໄວ້ ຜູ້ຄົນຫຼາຍກວ່າສອງພັນຄົນຢືນຕາກຝົນຢູ່ເທິງຂົວທ່າເຮືອ ແລະເບິ່ງແຂນເຄນຖືກຢ່ອນລົ"
    "ງດ້ວຍມືເທື່ອລະແມັດລົງໃສ່ເຮືອບັນທຸກທີ່ມາຈາກເມືອງອອສເຕນ ນາຍທ່າກ່າວວ່າເຄນໂຕນີ້ຂົນເຄ"
    "ື່ອງຂຶ້ນເຮືອມາແລ້ວສີ່ໝື່ນຫົກພັນລຳ ແລະບໍ່ເຄີຍເຮັດຫີບຕົກຈັກເທື່ອ ເຄື່ອງຈັກຈະໄປຢູ່ພ"
    "ິພິທະພັນ ສ່ວນເຫຼັກຈະສົ່ງໄປໂຮງຫຼໍ່ທີ່ສ້າງຂົວ ການທ່າເຮືອຢາກສ້າງທີ່ພັກອາໄສແຄມນ້ຳ ແຕ"
    "່ສະພາເມືອງຍັງບໍ່ເຫັນດີກັບແຜນສ້າງທາງ ກຳມະກອນເກົ່າຫຼາຍຄົນບໍ່ແນ່ໃຈປານໃດ ຄົນຂັບເຄນຄົ"
    "ນສຸດທ້າຍບອກວ່າລາວຢາກເກັບມັນໄວ້ໃຫ້ເດັກນ້ອຍປີນຫຼິ້ນ ລາວໄດ້ຮັບແຜ່ນທອງເຫຼືອງທີ່ມີໝາຍ"
    "ເລກຂອງເຄນ ແລະນຳມັນຂຶ້ນລົດເມກັບບ້ານໃນຕອນແລງວັນນັ້ນ"
)
KHMER = (
    "ម៉ាស៊ីនស្ទូចចាស់ចុងក្រោយនៃកំពង់ផែត្រូវបានរុះរើនៅថ្ងៃសុក្រ ដប់មួយឆ្នាំក្រោយពីអាជ្"
    "ញាធរកំពង់ផែបានសន្យា មនុស្សជាងពីរពាន់នាក់ឈរក្រោមភ្លៀងនៅលើស្ពានកំពង់ផែ ហើយមើលដងស្ទ"
    "ូចត្រូវបានទម្លាក់ដោយដៃម្តងមួយម៉ែត្រទៅលើសំប៉ានដឹកទំនិញមកពីទីក្រុងអូស្តង់ មេកំពង់ផ"
    "ែបាននិយាយថាម៉ាស៊ីនស្ទូចនេះបានផ្ទុកទំនិញលើកប៉ាល់ចំនួនបួនម៉ឺនប្រាំមួយពាន់គ្រឿង ហើយ"
    "មិនដែលធ្វើឱ្យធ្លាក់កេសណាមួយឡើយ ម៉ាស៊ីនរបស់វានឹងទៅសារមន្ទីរ រីឯដែកនឹងត្រូវបញ្ជូនទ"
    "ៅរោងចក្រសាងសង់ស្ពាន អាជ្ញាធរចង់សាងសង់ផ្ទះនៅមាត់ទឹក ប៉ុន្តែក្រុមប្រឹក្សាក្រុងមិនទ"
    "ាន់យល់ព្រមនឹងគម្រោងផ្លូវនៅឡើយទេ កម្មករចាស់ៗជាច្រើនមិនសូវប្រាកដចិត្តទេ អ្នកបើកម៉ា"
    "ស៊ីនស្ទូចចុងក្រោយបាននិយាយថាគាត់ចង់ទុកវាឱ្យក្មេងៗឡើងលេង គាត់ទទួលបានបន្ទះលង្ហិនដែល"
    "មានលេខរបស់វា ហើយបានយកវាតាមរថយន្តក្រុងទៅផ្ទះនៅល្ងាចនោះ"
)
WITHOUT_SPACES = {"ja": JAPANESE, "zh": CHINESE, "th": THAI, "lo": LAO, "km": KHMER}
ALL = {"en": ENGLISH, "de": GERMAN, "ru": RUSSIAN, **WITHOUT_SPACES}


def nonsense(seed: int, words: int, vocabulary: int = 3000) -> str:
    """Sentences of made-up words, with names and numbers."""
    draw = random.Random(seed)  # noqa: S311 - a text, not a secret
    made = []
    for place in range(words):
        word = _word(draw.randrange(vocabulary))
        kind = draw.random()
        word = word.capitalize() if kind < 0.08 else str(draw.randrange(2, 9999)) if kind < 0.13 else word
        made.append(word + (". " if place % 14 == 13 else " "))
    return "".join(made).strip()


def _word(number: int) -> str:
    parts = ("ka", "lo", "mi", "ne", "ru", "sta", "ve", "wo", "xi", "ye", "zu", "bra", "cho", "de", "fi", "go")
    return "".join(parts[number >> shift & 15] for shift in (0, 4, 8))
