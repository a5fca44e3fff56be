"""The output formats are contracts: what the sample looks like in each is kept, and a change of it is seen."""

import pytest

from renderers import golden


@pytest.mark.parametrize("name", sorted(golden.GOLDEN))
def test_the_sample_looks_as_it_did(name):
    assert golden.GOLDEN[name]() == (golden.FOLDER / name).read_text(encoding="utf-8")
