"""The names of months are those of the Unicode CLDR, as Babel has them."""

from __future__ import annotations

import re

import pytest
from babel.dates import get_month_names

from threadgraph.dates.words import MONTHS

LANGUAGES = """en de fr es it pt nl pl ru uk sv da nb hu tr el id ca ro bg is sk sl ar he
    et eu gl hi lv th""".split()

AMBIGUOUS = {"ago"}
"""Names that are words of dates in other languages: "ago" is August in Spanish."""

# "de gener", "d’abril"
_ARTICLE = re.compile(r"^(?:de |d’)")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_names_of_months_in_full(language: str, context: str) -> None:
    names = get_month_names("wide", context, language)
    assert {name: MONTHS.get(_word(name)) for name in names.values()} == {
        name: number for number, name in names.items()
    }


@pytest.mark.parametrize(
    "language", "en de fr es it pt nl pl ru uk sv da nb tr el id bg gl".split()
)
def test_short_names_of_months(language: str) -> None:
    names = get_month_names("abbreviated", "format", language)
    told = {name: n for n, name in names.items() if _word(name) not in AMBIGUOUS}
    assert {name: MONTHS.get(_word(name)) for name in told} == told


@pytest.mark.parametrize("context", ["format", "stand-alone"])
def test_croatian_names_but_that_of_october_which_is_november_in_polish(context: str) -> None:
    names = get_month_names("wide", context, "hr")
    october = {10: 11}
    assert {n: MONTHS.get(name) for n, name in names.items()} == {n: n for n in names} | october


def _word(name: str) -> str:
    return _ARTICLE.sub("", name.lower()).strip(".")
