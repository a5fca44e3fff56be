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
ALL = {"en": ENGLISH, "de": GERMAN, "ru": RUSSIAN, "ja": JAPANESE, "th": THAI}


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
