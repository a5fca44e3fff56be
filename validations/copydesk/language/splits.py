"""What the names and values of columns, and the names of files, say of train, validation and test."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

TRAIN, VALIDATION, TEST = "train", "validation", "test"
_WORDS = {
    TRAIN: """
        train trn training trainset trainval entrenamiento entraînement treinamento treino addestramento latih pelatihan
        обучение обучающая 训练 训练集 訓練 学習 훈련 학습 تدريب
    """,
    VALIDATION: """
        validation valid validate val dev devel development devset tune tuning validación validação validazione
        validierung validasi валидация валидационная 验证 验证集 驗證 検証 검증
    """,
    TEST: """
        test tst testing testset eval evaluation holdout heldout prueba teste uji pengujian тест тестовая
        测试 测试集 測試 テスト 評価 시험 평가 테스트 اختبار
    """,
}
SIDES: Mapping[str, str] = MappingProxyType({word: side for side, words in _WORDS.items() for word in words.split()})
"""By word the side of a split that it names."""
ORDER = (TRAIN, VALIDATION, TEST)
"""What is trained on comes first: a copy on a later side leaks from it."""
UNUSED = frozenset({"", "unused", "notused", "none", "null", "nan", "na", "n/a", "excluded", "ignore", "ignored"})
_NAMES = (
    *("split", "datasplit", "splits", "set", "subset", "partition", "fold", "folds", "kfold", "cvfold", "usage"),
    *("phase", "trainortest", "traintest"),
)
_LETTERS = re.compile(r"[^\W\d_]+")


def split_names(names: list[str]) -> list[str]:
    """Those of some names of columns under which datasets say which split a row is in, the surest first."""
    found = []
    for name in names:
        plain = "".join(each for each in name.casefold() if each.isalnum())
        if plain in _NAMES or plain.endswith("split"):
            found.append((_NAMES.index(plain) if plain in _NAMES else len(_NAMES), name))
    return [name for _, name in sorted(found)]


def side(value: str) -> str | None:
    """The side of a split that a value names: train, validation or test, else its own words; null if none.

    >>> side("TRAIN"), side("dev"), side("test-clean"), side("Fold 3"), side("NOT-USED")
    ('train', 'validation', 'test', 'fold 3', None)
    """
    text = " ".join(value.casefold().split())
    if text.replace("-", "").replace("_", "").replace(" ", "") in UNUSED:
        return None
    word = _LETTERS.search(text)
    return SIDES.get(word[0], text) if word else text


def side_of_file(name: str) -> str | None:
    """The side that the name of a file says: that of a folder, else the first or last word of the file's own name.

    >>> side_of_file("data/train/a.txt"), side_of_file("news_test-00001-of-00002.parquet"), side_of_file("latest.csv")
    ('train', 'test', None)
    """
    path = PurePosixPath(name)
    for folder in reversed(path.parent.parts):
        if folder.casefold() in SIDES:
            return SIDES[folder.casefold()]
    words = [word for word in _LETTERS.findall(path.name.partition(".")[0].casefold()) if word != "of"]
    return next((SIDES[word] for word in (*words[:1], *words[-1:]) if word in SIDES), None)
