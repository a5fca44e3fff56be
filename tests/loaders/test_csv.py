"""Text tables: every dialect, true lines, and no row that swallows another."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableFileError
from copydesk.loaders import _csv_rows, recognise
from copydesk.loaders._csv_dialect import guess, is_header
from copydesk.loaders.csv import load, sniff
from copydesk.model import ColumnMap, Origin, Record, Reject


def read(text: str | bytes, name: str = "news.csv", **columns: str | int) -> list[Any]:
    """What follows the column map."""
    data = text if isinstance(text, bytes) else text.encode()
    first, *rest = load(io.BytesIO(data), Origin(name, columns=columns))
    assert isinstance(first, ColumnMap)
    return rest


def outcome(text: str | bytes) -> Any:
    """What `read` gives, or the reason for which it refuses the file."""
    try:
        return read(text)
    except UnreadableFileError as error:
        return error.reason


def pairs(text: str | bytes, name: str = "news.csv", **columns: str | int) -> list[Any]:
    """(line, headline, body) of records, (line, reason) of rejects."""
    return [
        (each.line, each.reason)
        if isinstance(each, Reject)
        else (each.line, each.fields.get("headline"), each.fields.get("article_body"))
        for each in read(text, name, **columns)
    ]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_delimiters(delimiter):
    rows = [["Titel", "Inhalt", "Datum"], ["Fähre, spät", 'Sie "lag"; im|Hafen', "1.2.2024"], ["b", "c\td", ""]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    assert pairs(out.getvalue()) == [(2, "Fähre, spät", 'Sie "lag"; im|Hafen'), (3, "b", "c\td")]


def test_lines_with_line_breaks_in_cells():
    text = 'id,title,text,tags\n1,a,"One,\nhard wrapped.\n\nTwo.",x\n\n2,"b\nb","Three.",y\n3,c,Four.,z\n'
    one, two, three = read(text)
    assert (one.line, one.record, one.body_lines, one.field_lines) == (2, 0, (2, 5), {"keywords": 5})
    assert (two.line, two.record, two.body_lines) == (7, 1, (8,))
    assert two.field_lines == {"article_body": 8, "keywords": 8}
    assert (three.line, three.body_lines, three.field_lines) == (9, None, {})
    assert one.extra == {"id": "1"}
    assert one.raw == {"id": "1", "title": "a", "text": "One,\nhard wrapped.\n\nTwo.", "tags": "x"}


def test_windows_line_ends():
    one, two = read('title,text\r\na,"One.\r\n\r\nTwo."\r\nb,c\r\n')
    assert (one.fields["article_body"], one.body_lines) == ("One.\n\nTwo.", (2, 4))
    assert two.line == 5
    assert pairs(b"title,text\ra,b\rc,d\r") == [(2, "a", "b"), (3, "c", "d")]


def test_empty_cells_are_null_and_names_are_made_different():
    (record,) = read("title,text,,x,x\na,,1,2,\n")
    assert record.fields == {"headline": "a"}
    assert record.extra == {"column_2": "1", "x": "2"}
    assert list(record.raw or ()) == ["title", "text", "column_2", "x", "x_2"]


def test_ragged_rows_are_rejects():
    rows = pairs("title,text\na,b\nc\nd,e,f\ng,h,,\n\n   \ni,j\n")
    assert rows == [(2, "a", "b"), (3, "ragged-row"), (4, "ragged-row"), (5, "g", "h"), (8, "i", "j")]
    reject = read("title,text\na,b\nd,e,f\n")[1]
    assert (reject.record, reject.raw) == (1, "d,e,f")
    assert "3 cells instead of 2" in reject.message


def test_an_open_quote_swallows_nothing():
    rows = "".join(f"t{each},b{each}\n" for each in range(3, 600))
    out = pairs(f'title,text\na,b\n"open,c\n{rows}')
    assert out[:3] == [(2, "a", "b"), (3, '"open', "c"), (4, "t3", "b3")]
    assert len(out) == 599


def test_an_open_quote_before_quoted_rows():
    out = pairs('title,text\na,b\n1,"open\n"x","y"\n"z","w"\n')
    assert out == [(2, "a", "b"), (3, "1", '"open'), (4, "x", "y"), (5, "z", "w")]


def test_a_file_cut_inside_a_cell():
    *good, reject = read('title,text\na,"One.\n\nTwo."\nb,"Three.\n\nFour, and then the disk was')
    assert len(good) == 1
    assert (reject.reason, reject.line) == ("unclosed-quote", 5)
    assert "lines 5 to 7" in reject.message


def test_faulty_quotes_in_one_row():
    assert pairs('title,text\n"So" he said,b\nc,d\n') == [(2, '"So" he said', "b"), (3, "c", "d")]
    assert pairs('title,text\na,b\n"So" he, said,b\nc,d\n') == [(2, "a", "b"), (3, "bad-quoting"), (4, "c", "d")]


def test_quotes_escaped_by_backslash():
    text = "title,text\n" + '"He said \\"yes\\", twice","Body, \\"quoted\\" again"\n' * 3
    assert pairs(text)[0] == (2, 'He said "yes", twice', 'Body, "quoted" again')


def test_tabs_without_quoting():
    text = "title\ttext\n" + '"Yes", he said\t5" of snow\n' * 5
    assert pairs(text, "x.tsv")[4] == (6, '"Yes", he said', '5" of snow')


def test_blank_behind_the_delimiter():
    assert pairs('title, text\n"a, b", "c, d"\n"e", "f"\n') == [(2, "a, b", "c, d"), (3, "e", "f")]


def test_row_numbers_without_a_name():
    text = '"title","text"\n' + "".join(f'"{each}","a{each}","b"\n' for each in range(1, 5))
    assert pairs(text)[0] == (2, "a1", "b")


HEADERLESS = '"3","Ferry held in harbour for six hours","The ferry was held, and nobody said why."\n' * 4


def test_a_table_without_header():
    with pytest.raises(UnreadableFileError, match="headline = 1, article_body = 2") as caught:
        read(HEADERLESS.replace("why", "why. " + "It stayed until the morning. " * 4))
    assert caught.value.reason == "no-header"
    rows = pairs(HEADERLESS, headline=1, article_body=2)
    assert [line for line, *_ in rows] == [1, 2, 3, 4]
    assert rows[0][1] == "Ferry held in harbour for six hours"
    assert read(HEADERLESS, headline=1)[0].extra["column_0"] == "3"


def test_numbers_with_a_header():
    assert pairs("kop,stuk\na,b\n", headline=0, article_body=1) == [(2, "a", "b")]
    assert pairs("kop,stuk\na,b\n", headline="kop") == [(2, "a", None)]


def test_is_header():
    assert is_header(["id", "Title", "Text of the whole article, as printed"])
    assert is_header(["x1", "x2"])
    assert not is_header(["x", "x"])
    assert not is_header(["World", "2"])
    assert not is_header(["A ferry was held", "in harbour for six hours today"])
    assert not is_header(["", ""])


def test_no_usable_columns():
    with pytest.raises(UnreadableFileError, match="its columns are: price, volume") as caught:
        read("price,volume\n1,2\n")
    assert caught.value.reason == "no-usable-columns"


def test_no_rows():
    assert read("title,text\n") == []
    assert read("title\n") == []
    for empty in ("", "\n\n", "\ufeff"):
        with pytest.raises(UnreadableFileError) as caught:
            read(empty)
        assert caught.value.reason == "empty-file"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "標題,內容\n船,六小時\n"),
        ("utf-16", "標題,內容\n船,六小時\n"),
        ("utf-16-le", "title,text\nFähre,Hafen\n"),
        (
            "cp1251",
            "заголовок,текст\n" + "Паром задержан в порту на шесть часов,Экипаж искал причину неисправности\n" * 3,
        ),
        (
            "cp1252",
            "Titel,Inhalt\n" + "Fähre müßte längst im Hafen sein,Die Besatzung prüft die Lüftung über Nacht\n" * 3,
        ),
    ],
)
def test_encodings(encoding, text):
    rows = pairs(text.encode(encoding))
    assert list(rows[0][1:]) == text.splitlines()[1].split(",")


def test_some_broken_bytes_are_damage_not_another_encoding():
    text = "title,text\n" + "Fähre,Übernacht\n" * 50
    rows = pairs(text.encode() + b"b\xe4d,x\n")
    assert rows[0][1] == "Fähre"
    assert rows[-1][1] == "b\ufffdd"


def test_nul_and_very_long_cells():
    body = "word " * 100_000
    assert pairs(f"title,text\na\0b,{body}\n") == [(2, "a\0b", body)]


def test_quotes_that_never_close_end_somewhere(monkeypatch):
    monkeypatch.setattr(_csv_rows, "RECORD", 200)
    monkeypatch.setattr(_csv_rows, "REPEATED", 2000)
    good = "".join(f"t{each},b\n" for each in range(99))
    assert len(read(f'title,text\n"a,b\n{good}')) == 100
    with pytest.raises(UnreadableFileError, match="never closed"):
        read("title,text\n" + f'"a"" ,b\n{good}' * 40)


@pytest.mark.parametrize(
    ("head", "name", "format_"),
    [
        ("title,text\na,b\n", "x.csv", "csv"),
        ("title\ttext\na\tb\n", "x.tsv", "csv"),
        ("title,text,date\n" + "a,b,c\n" * 5, "x", "csv"),
        (HEADERLESS, "x", "csv"),
        ("a b c\t3\n" * 9, "x.txt", "csv"),
        ('[{"title": "a"}]', "x.csv", "json"),
    ],
)
def test_recognised(head, name, format_):
    assert recognise(head.encode(), name) == format_


@pytest.mark.parametrize(
    "text",
    [
        "Ferry held in harbour, again\n\nThe ferry was held, and nobody said why.\nIt left, at last, at noon.\n",
        "One, two\nthree, four\nfive, six\nseven, eight\n",
        "A headline\n\nA paragraph, with commas, and more.\n",
        "<p>title,text</p>\n",
    ],
)
def test_prose_with_commas_is_no_table(text):
    assert sniff(text.encode(), "x.txt") == 0


def test_binary_is_no_table():
    assert sniff(bytes(range(256)) * 20, "x.csv") == 0
    assert sniff("title\ttext\n".encode("utf-16"), "x.csv") > 0


def test_guess_takes_the_modal_width():
    assert guess(["a,b,c\n", "1,2,3\n", "x\n"]).width == 3


cells = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)


@given(st.lists(st.tuples(cells, cells), max_size=8))
def test_what_the_csv_module_writes_is_read(rows):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([("title", "text"), *rows])
    found = read(out.getvalue())
    assert [(each.raw["title"], each.raw["text"]) for each in found] == [(a or None, b or None) for a, b in rows]
    lines = 2
    for each, row in zip(found, rows, strict=True):
        assert each.line == lines
        lines += 1 + "".join(row).count("\n")


@given(st.binary(max_size=300))
def test_noise_never_raises(data):
    out = outcome(b"title,text\nferry held,harbour\n" + data)
    assert out in ("no-header", "no-usable-columns") or all(isinstance(each, (Record, Reject)) for each in out)
