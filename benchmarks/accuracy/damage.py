"""Damaged text: counted faults planted in clean text, false alarms on clean real bodies, and whole corpora.

    python benchmarks/accuracy/damage.py [--rows 60] [--seed 1] [--data ../shared/data] [--misses]

Every kind of fault is planted in `--rows` articles of the made-up kind that benchmarks/generate.py writes (German,
English, Spanish, Indonesian, Chinese) and in texts of four more languages (Russian, Arabic, Japanese, French); as many
articles stay clean. Recall is the share of the planted rows in which the check finds that kind, precision the share of
its findings of that kind that were planted. With `--data`, the checks run over 2,000 real bodies that plain rules call
clean, and over whole corpora. Of headlines that end in brackets it was read which name who brings them: those are
faults. No text of the data is copied.
"""

import argparse
import csv
import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from copydesk.config import Config
from copydesk.drills.mojibake import garbled
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.examine import examine
from copydesk.language.told_walls import walled_body
from copydesk.rules import Rule
from copydesk.tables import ARTICLES, content_hashes

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parents[1]))

from fresh_wordings import FRESH  # noqa: E402
from wordings import WORDINGS  # noqa: E402

import generate  # noqa: E402 - beside this folder, which is no package

CHECKS = (
    *("boilerplate", "error-page", "markup-residue", "mojibake", "odd-characters", "outlet-tag", "placeholder-text"),
    *("short-body", "wrong-language"),
)
OWN: Mapping[str, tuple[str, ...]] = {
    "ru": (
        "Совет решал в понедельник, что будет со старыми кранами у северного причала.",
        "Большинство было за парк, но мэр попросила сначала посчитать расходы.",
        "Расчёт должен быть готов к маю, а до тех пор краны останутся на месте.",
        "Из порта никого не спросили, и это никому не понравилось.",
        "Паром вернулся на линию после ремонта, который длился три недели.",
        "Капитан сказал, что машина теперь работает тише, чем раньше.",
    ),
    "fr": (
        "Le conseil a débattu lundi du sort des vieilles grues du quai nord.",
        "La plupart des élus voulaient un parc, mais la maire a demandé une étude des coûts.",
        "L’étude sera prête en mai, et les grues restent jusque-là où elles sont.",
        "Personne au port n’a été entendu, et cela n’a plu à personne.",
        "Le bac a repris la ligne après trois semaines de réparation.",
        "Son capitaine assure que la machine est plus silencieuse qu’avant.",
    ),
    "ar": (
        "ناقش المجلس يوم الاثنين مصير الرافعات القديمة على الرصيف الشمالي.",
        "أراد معظم الأعضاء إقامة حديقة في المكان، لكن العمدة طلبت دراسة التكاليف.",
        "ستكون الدراسة جاهزة في شهر أيار، وستبقى الرافعات في مكانها إلى ذلك الحين.",
        "لم يُسأل أحد من عمال المرفأ عن رأيه في المشروع.",
        "عادت العبارة إلى الخدمة بعد إصلاح استمر ثلاثة أسابيع.",
    ),
    "ja": (
        "市議会は月曜日、北埠頭の古いクレーンをどうするかを話し合った。",
        "多くの議員は公園にすることに賛成したが、市長は費用の調査を求めた。",
        "調査は五月までに終わる予定で、クレーンはそれまで今の場所に残る。",
        "港で働く人々の意見は聞かれなかった。",
        "渡し船は三週間の修理を終えて、きのう運航を再開した。",
    ),
}
"""Sentences written for this benchmark."""
Row = dict[str, Any]
Plant = Callable[[Row, random.Random], None]


def clean(rows: int, seed: int) -> Iterator[Row]:
    """Articles without a fault, in nine languages, of a dozen sources each."""
    chance = random.Random(seed)
    outlets = generate.sources(chance)
    for number in range(rows):
        if number % 2:
            language = list(OWN)[number // 2 % len(OWN)]
            sentences = [*OWN[language]] * 2
            chance.shuffle(sentences)
            joiner = "" if language == "ja" else " "
            body = "\n\n".join((joiner.join(sentences[:4]), f"{number}{joiner}" + joiner.join(sentences[4:])))
            outlet = f"{('Вестник', 'Fanal', 'مرفأ', 'みなと')[number // 2 % len(OWN)]} {number // 8 % 12}"
            yield {
                "headline": sentences[0].rstrip(".。"),
                "article_body": body,
                "in_language": language,
                "publisher": outlet,
            }
        else:
            made = generate.article(number, outlets[number // 2 % len(outlets)], chance)
            yield {name: made[name] for name in ("headline", "article_body", "in_language", "publisher", "description")}


def into_body(*pieces: str) -> Plant:
    """Put one of some pieces between two words of the body, far from its edges."""

    def plant(row: Row, chance: random.Random) -> None:
        body = row["article_body"]
        gaps = [found.start() for found in re.finditer(r"(?<=\w)[ 。，]", body)][2:-2] or [len(body) // 2]
        place = chance.choice(gaps)
        row["article_body"] = f"{body[:place]} {chance.choice(pieces)} {body[place:].lstrip()}"

    return plant


def line(*pieces: str) -> Plant:
    """Put one of some lines between two paragraphs."""

    def plant(row: Row, chance: random.Random) -> None:
        head, gap, tail = row["article_body"].partition("\n\n")
        row["article_body"] = f"{head}\n\n{chance.choice(pieces)}{gap}{tail}"

    return plant


def whole(field: str, *pieces: str) -> Plant:
    def plant(row: Row, chance: random.Random) -> None:
        row[field] = chance.choice(pieces)

    return plant


def spaces(new: str) -> Plant:
    """Some spaces of the body become another character; in scripts without spaces it is put in."""

    def plant(row: Row, chance: random.Random) -> None:
        body = row["article_body"]
        gaps = [found.start() for found in re.finditer(r"(?<=[^\W\d_]{3}) (?=[^\W\d_]{3})", body)] or [7, 15]
        for place in sorted(chance.sample(gaps, min(2, len(gaps))), reverse=True):
            body = body[:place] + new + body[place + (body[place] == " ") :]
        row["article_body"] = body

    return plant


def misread(times: int = 1) -> Plant:
    """The whole body in the wrong encoding, as the drill of mojibake has it."""

    def plant(row: Row, _: random.Random) -> None:
        text = row["article_body"] + " – „é“"
        for _ in range(times):
            text = garbled(text)
        row["article_body"] = text

    return plant


def cyrillic(row: Row, chance: random.Random) -> None:
    written, read = chance.choice((("cp1251", "cp1252"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r")))
    row["article_body"] = " ".join(OWN["ru"]).encode(written, "ignore").decode(read, "ignore")
    row["in_language"] = "ru"


def tagged(row: Row, chance: random.Random) -> None:
    separator = chance.choice((" | ", " - ", " – ", " — ", " · ", "｜"))
    row["headline"] += separator + row["publisher"]


def credit(row: Row, chance: random.Random) -> None:
    row["headline"] += chance.choice((" (Reuters)", " (AP)", " (dpa)", " (ТАСС)", "（新华社）", " (AFP)"))


def strange(row: Row, chance: random.Random) -> None:
    own = str(row["in_language"])[:2]
    row["in_language"] = chance.choice(
        [tag for tag in ("en", "fr-FR", "de", "ja", "uk", "el", "pt-BR") if tag[:2] != own]
    )


def lettered(row: Row, chance: random.Random) -> None:
    """A sentence in letters of which the declared language has none."""
    row["article_body"] = chance.choice([sentence for each in ("ru", "ar", "ja") for sentence in OWN[each]])
    row["in_language"] = chance.choice(("en", "fr-FR", "de", "el", "hi"))


def recurs(row: Row, chance: random.Random) -> None:
    """A line of which the words say nothing, in many articles of a source."""
    row["publisher"] = "Kestrel"
    line("☞ Kestrel geht unten weiter: мост 港")(row, chance)


def glyphs(*pieces: str) -> Plant:
    """Put a character inside a word."""

    def plant(row: Row, chance: random.Random) -> None:
        body = row["article_body"]
        place = chance.choice([found.start() + 2 for found in re.finditer(r"\w{5}", body)])
        row["article_body"] = body[:place] + chance.choice(pieces) + body[place:]

    return plant


WALLS: Mapping[str, tuple[str, ...]] = {
    "not-found": (
        "404 Not Found\n\nThe page you are looking for does not exist. Go back to the home page.",
        "Seite nicht gefunden. Die von Ihnen aufgerufene Seite gibt es nicht mehr. Zur Startseite",
        "Página no encontrada. La página que busca no existe. Volver a la página inicial",
        "Страница не найдена. Запрашиваемая страница не существует. Перейти на главную.",
        "ページが見つかりません。お探しのページは削除されました。トップページへ",
    ),
    "needs-browser": (
        "Please enable JavaScript in your browser and reload the page.",
        "Bitte aktivieren Sie JavaScript in Ihrem Browser.",
        "Veuillez activer JavaScript pour afficher cette page.",
        "请启用 JavaScript 后刷新页面。",
        "Включите JavaScript в вашем браузере.",
    ),
    "robot-check": (
        "Just a moment... Checking your browser before accessing example.org. Please wait.",
        "Bestätigen Sie, dass Sie kein Roboter sind.",
        "Je ne suis pas un robot. Veuillez cocher la case.",
        "请完成验证，证明您不是机器人。",
        "Подтвердите, что вы не робот.",
    ),
    "access-denied": (
        "Access Denied\nYou don't have permission to access this page on this server.\nReference #18.7f",
        "Zugriff verweigert. Sie haben keine Berechtigung, diese Seite zu sehen.",
        "Acceso denegado. No tiene permisos para ver este contenido.",
        "تم رفض الوصول. ليس لديك إذن لعرض هذه الصفحة.",
        "Akses ditolak. Anda tidak memiliki izin.",
    ),
    "server-error": (
        "502 Bad Gateway\nnginx",
        "Es ist ein Fehler aufgetreten. Ein unerwarteter Fehler ist aufgetreten. Bitte versuchen Sie es erneut.",
        "Une erreur est survenue. Veuillez réessayer.",
        "エラーが発生しました。もう一度お試しください。",
        "Произошла ошибка. Попробуйте позже.",
    ),
    "login-wall": (
        "Log in to continue reading. Already a subscriber? Sign in.",
        "Dieser Artikel ist nur für Abonnenten. Jetzt abonnieren und weiterlesen. Bitte anmelden.",
        "Abonnez-vous pour lire la suite. Déjà abonné ?",
        "この記事は会員限定です。ログインして続きを読む。",
        "للمشتركين فقط. يرجى تسجيل الدخول لمتابعة القراءة.",
    ),
    "consent": (
        "We and our 842 partners store and access information on a device, such as cookies. Accept all cookies",
        "Wir und unsere 120 Partner verwenden Cookies. Alle Cookies akzeptieren",
        "Utilizamos cookies. Aceptar todas las cookies",
        "Мы используем файлы cookie. Принять все cookie",
        "Kami menggunakan cookie. Terima semua cookie",
    ),
}
PLANTS: Mapping[tuple[str, str], Plant] = {
    ("placeholder-text", "no-value"): whole(
        "article_body", "N/A", "[Removed]", "null", "Нет данных", "本文なし", "غير متوفر"
    ),
    ("placeholder-text", "field-name"): whole("headline", "Title", "Überschrift", "Заголовок", "タイトル", "Título"),
    ("placeholder-text", "to-do"): whole(
        "article_body", "TODO", "Text folgt", "À compléter", "Por completar", "待补充", "Черновик"
    ),
    ("placeholder-text", "trial"): whole(
        "headline", "Test headline", "Das ist ein Test", "Тестовая статья", "テスト記事", "Ini adalah tes"
    ),
    ("placeholder-text", "filler"): line(
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.",
        "Blah blah blah.",
        "لورم ایپسوم متن ساختگی با تولید سادگی",
        "ダミーテキストです。",
        "Лорем ипсум долор сит амет",
    ),
    ("placeholder-text", "variable"): into_body(
        "{{ title }}", "${user.name}", "%s", "[object Object]", "{author}", "%(name)s"
    ),
    ("placeholder-text", "blank"): into_body("[Insert name here]", "[Datum einfügen]", "[вставить имя]", "TKTK"),
    **{("error-page", kind): whole("article_body", *WALLS[kind], *WORDINGS[kind]) for kind in WALLS},
    ("mojibake", "misread"): misread(),
    ("mojibake", "misread-twice"): misread(2),
    ("mojibake", "wrong-code-page"): cyrillic,
    ("mojibake", "lost"): into_body("ï¿½", "锟斤拷"),
    ("outlet-tag", "outlet"): tagged,
    ("outlet-tag", "credit"): credit,
    ("boilerplate", "recurring"): recurs,
    ("boilerplate", "advert"): line(
        "ADVERTISEMENT", "Anzeige", "Publicidad", "Реклама", "إعلان", "広告", "SCROLL TO CONTINUE WITH CONTENT"
    ),
    ("boilerplate", "newsletter"): line(
        "Sign up for our daily newsletter", "Inscrivez-vous à notre newsletter", "Подпишитесь на рассылку"
    ),
    ("boilerplate", "share"): line(
        "Share on Facebook", "Artikel teilen", "Поделиться", "Facebook Twitter WhatsApp", "分享到"
    ),
    ("boilerplate", "follow"): line(
        "Follow us on Facebook", "Folgen Sie uns auf X", "Síguenos en Instagram", "关注我们"
    ),
    ("boilerplate", "copyright"): line(
        "© 2026 Port News", "All rights reserved.", "Все права защищены", "無断転載を禁じます"
    ),
    ("boilerplate", "comments"): line("Leave a comment", "Kommentare (3)", "Комментарии", "التعليقات"),
    ("boilerplate", "consent"): line(
        "We use cookies to improve this page", "Alle Cookies akzeptieren", "Utilizamos cookies"
    ),
    ("wrong-language", "other-language"): strange,
    ("wrong-language", "other-script"): lettered,
    ("markup-residue", "entity"): into_body("&amp;", "&#39;", "&nbsp;", "&quot;", "&amp;amp;", "&hellip;"),
    ("markup-residue", "broken-entity"): into_body("#39;s", "amp;", "quot;", "lt;", "#36;5"),
    ("markup-residue", "escaped-tag"): into_body(
        "&lt;b&gt;", "&lt;br /&gt;", '&lt;a href="x"&gt;', "&amp;lt;p&amp;gt;"
    ),
    ("markup-residue", "tag"): into_body("<b>", "</p>", "<br/>", '<a href="https://example.org">'),
    ("markup-residue", "backslash"): into_body("\\$5", "all\\things", '\\"'),
    ("markup-residue", "markdown"): into_body("**bold**", "[here](https://example.org)", "__so__"),
    ("markup-residue", "bbcode"): into_body("[b]x[/b]", "[url=https://example.org]x[/url]"),
    ("markup-residue", "shortcode"): into_body('[caption id="3"]', "[/vc_row]", "[gallery]"),
    ("markup-residue", "script"): line(
        "window.dataLayer = window.dataLayer || [];",
        ".story { margin: 0; color: red }",
        "$(document).ready(function () { show(); });",
    ),
    ("odd-characters", "no-break-space"): spaces("\u00a0"),
    ("odd-characters", "odd-space"): spaces("\u2003"),
    ("odd-characters", "soft-hyphen"): glyphs("\u00ad"),
    ("odd-characters", "zero-width"): glyphs("\u200b", "\u2060", "\ufeff"),
    ("odd-characters", "bidi-control"): glyphs("\u202e", "\u202a"),
    ("odd-characters", "line-separator"): spaces("\u2028"),
    ("odd-characters", "control"): glyphs("\u0001", "\u001f", "\u007f"),
    ("odd-characters", "replacement"): glyphs("\ufffd"),
    ("odd-characters", "private-use"): glyphs("\ue001", "\uf8ff"),
    ("odd-characters", "not-a-character"): glyphs("\ufffe"),
    ("short-body", "few-words"): whole("article_body", "See how the crane was lifted.", "Видео: как поднимали кран."),
    ("short-body", "few-characters"): whole("article_body", "クレーン撤去の様子。", "起重机拆除视频。"),
}
TWINS = {
    ("mojibake", "lost"): {("odd-characters", "replacement")},
    ("boilerplate", "recurring"): {("outlet-tag", "outlet")},
    ("short-body", "few-words"): {("wrong-language", "other-script")},
    ("short-body", "few-characters"): {("wrong-language", "other-script")},
    ("wrong-language", "other-script"): {("short-body", "few-words"), ("short-body", "few-characters")},
}
"""Findings of other kinds that a planted fault brings with it, rightly."""


def found_in(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The findings of the checks of damage over some articles."""
    full = [
        {"row": number, "key": f"k{number}", "source": row.get("publisher"), **row} for number, row in enumerate(rows)
    ]
    table = pa.Table.from_pylist(full, schema=ARTICLES)
    hashes = content_hashes(table["headline"], table["article_body"])
    table = table.set_column(table.schema.get_field_index("content_hash"), "content_hash", hashes)
    rules = [Rule(Config(as_of=date(2026, 11, 1)).check(name)) for name in CHECKS]
    with tempfile.TemporaryDirectory() as scratch, Pool(1) as pool:
        engine = LocalEngine(Path(scratch), pool)
        tables = {"articles": engine.store(iter(table.to_batches(max_chunksize=2000)), ARTICLES)}
        return [row for batch in engine.scan(examine(engine, tables, rules)) for row in batch.to_pylist()]


def planted(rows: int, seed: int, misses: bool) -> None:
    """One table of recall and precision by kind."""
    chance = random.Random(seed)
    made = list(clean(2 * rows * len(PLANTS), seed))
    order = list(range(len(made)))
    chance.shuffle(order)
    truth: dict[int, tuple[str, str]] = {}
    for number, kind in enumerate(kind for kind in PLANTS for _ in range(rows)):
        PLANTS[kind](made[order[number]], chance)
        truth[order[number]] = kind
    hit: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for finding in found_in(made):
        hit[finding["check"], finding["kind"]].add(finding["row"])
    print(f"{'check':<18}{'kind':<18}{'planted':>8}{'found':>7}{'false':>7}{'recall':>8}{'precision':>11}")
    for kind in sorted({*PLANTS, *hit}):
        wanted = {row for row, each in truth.items() if each == kind}
        allowed = {row for row, each in truth.items() if kind in TWINS.get(each, ())}
        false = hit[kind] - wanted - allowed
        right = hit[kind] & wanted
        recall, precision = len(right) / max(1, len(wanted)), len(right) / max(1, len(right | false))
        mark = "" if recall >= 0.97 and precision >= 0.97 else "  <"
        print(
            f"{kind[0]:<18}{kind[1]:<18}{len(wanted):8}{len(right):7}{len(false):7}{recall:8.3f}{precision:11.3f}{mark}"
        )
        for row in sorted(wanted - hit[kind] | false)[: 5 if misses else 0]:
            print(f"    {truth.get(row, 'clean')}: {made[row]['headline'][:40]!r} {made[row]['article_body'][:120]!r}")


BROUGHT_BY = re.compile(
    r"\((?:AP|AFP|Reuters|Canadian Press|NewsFactor|USATODAY\.com|washingtonpost\.com|SPACE\.com|PC World|InfoWorld"
    r"|SiliconValley\.com|Ziff Davis|FT\.com|MacCentral|Forbes\.com|TechWeb|The Motley Fool|TheDeal\.com|Getty Images"
    r"|Investor's Business Daily|U\.S\. News   World Report|Los Angeles Times|BusinessWeek Online)\)\s*$"
)
"""Those of the 33 words in brackets at the ends of headlines of AG News, read one by one, that say who brings it."""
RESIDUE = re.compile(r"[#&\\;]|[\u0080-\u00ff\ufffd]")


def real(data: Path) -> Iterator[tuple[str, Row]]:
    """Articles of whole corpora: name of the corpus, article."""
    with (data / "ag_news/test.csv").open(encoding="utf-8", newline="") as file:
        for _, headline, body in csv.reader(file):
            yield "AG News", {"headline": headline, "article_body": body, "in_language": "en"}
    with gzip.open(data / "reuters21578.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            yield "Reuters", {"headline": row["title"], "article_body": row["body"], "in_language": "en"}
    with (data / "detik/data_berita.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield "Detik", {"headline": row["judul"], "article_body": row["isi_berita"], "in_language": "id"}


def plainly_clean(name: str, row: Row) -> Row | None:
    """The article, if plain rules find nothing wrong with it; the known lines of its source left out."""
    body = row["article_body"] or ""
    if name == "Reuters":
        body = re.sub(r"\s*Reuter\s*&#3;\s*$", "", body, flags=re.IGNORECASE)
    if name == "Detik":
        body = re.sub(r"\n?(?:SCROLL TO CONTINUE WITH CONTENT|ADVERTISEMENT|SCROLL TO RESUME CONTENT)\n", "\n", body)
    headline = row["headline"] or ""
    bad = RESIDUE.search(f"{headline} {body}") or not headline.strip() or len(body) < 200
    return None if bad else {**row, "article_body": body, "publisher": name}


def corpora(data: Path, seed: int, misses: bool) -> None:
    """False alarms on clean bodies, then findings by corpus."""
    every = list(real(data))
    sound = [row for name, each in every if (row := plainly_clean(name, each))]
    drawn = random.Random(seed).sample(sound, min(2000, len(sound)))
    raised = found_in(drawn)
    credited = {row for row, each in enumerate(drawn) if BROUGHT_BY.search(each["headline"])}
    told = {each["row"] for each in raised if each["check"] == "outlet-tag"} & credited
    raised = [each for each in raised if each["check"] != "outlet-tag" or each["row"] not in credited]
    rows = Counter(check for check, _ in {(each["check"], each["row"]) for each in raised})
    print(f"\nfalse alarms on {len(drawn):,} clean real articles: rows, share")
    for check in CHECKS:
        print(f"{check:<18}{rows[check]:6}  {rows[check] / len(drawn):7.2%}")
    print(f"headlines that end in who brings them, which is no false alarm: {len(credited)}, found {len(told)}")
    for each in raised if misses else ():
        print(f"    {each['check']} {each['kind']}: {each['message'][:80]} {(each['excerpt'] or '')[:80]!r}")
    print("\nrows with a finding, whole corpora")
    for name in dict.fromkeys(each for each, _ in every):
        some = [{**row, "publisher": name} for each, row in every if each == name]
        found = Counter(
            kind
            for *kind, _ in sorted({(f["check"], f["kind"], f["row"]) for f in found_in(some)})
            for kind in [tuple(kind)]
        )
        print(
            f"{name} ({len(some):,}): "
            + ", ".join(f"{check}/{kind} {count:,}" for (check, kind), count in sorted(found.items()))
        )


def fresh() -> str:
    """How many of the wordings of which half were kept back are told, and under their own kind."""
    told = [(kind, walled_body(text)) for kind, texts in FRESH.items() for text in texts]
    right = sum(found is not None and found.kind == kind for kind, found in told)
    return (
        f"fresh wordings of walls: {sum(found is not None for _, found in told)} of {len(told)} told, {right} by kind"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=60, help="articles in which each kind is planted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, help="a folder with corpora/")
    parser.add_argument("--misses", action="store_true", help="print what was judged wrongly")
    arguments = parser.parse_args()
    planted(arguments.rows, arguments.seed, arguments.misses)
    print(fresh())
    if arguments.data:
        corpora(arguments.data / "corpora", arguments.seed, arguments.misses)


if __name__ == "__main__":
    main()
