"""Themes of weblogs print who wrote a comment, and when, in one line and in many languages."""

import pytest

from threadgraph.layouts._heads.bylines import byline_at
from threadgraph.layouts._text.outline import rows
from threadgraph.layouts._text.page import TextPage


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ann Lee in 3 marzo 2012 alle 17:00 ha detto:", "3 marzo 2012 alle 17:00"),
        ("Ann Lee w dniu 3 marca 2012 o 17:00 napisał(a):", "3 marca 2012 o 17:00"),
        ("Ann Lee dnia 3 marca 2012 o 17:00 powiedział(a):", "3 marca 2012 o 17:00"),
        ("Ann Lee pe 3 martie 2012 la 17:00 a spus:", "3 martie 2012 la 17:00"),
        ("El 3 de marzo de 2012 a las 17:00, Ann Lee dijo:", "3 de marzo de 2012 a las 17:00"),
        ("Em 3 de março de 2012, Ann Lee disse:", "3 de março de 2012"),
        ("Kommentar by Ann Lee — 3. März 2012 @ 17:00", "3. März 2012 @ 17:00"),
        ("Комментарий от Ann Lee — 3 марта 2012 @ 17:00", "3 марта 2012 @ 17:00"),
        ("Ann Lee ~ Mar 3, 2012", "Mar 3, 2012"),
        ("Ann Lee för 3 år sedan", "3 år sedan"),
    ],
)
def test_names_beside_dates(text: str, date: str) -> None:
    head = byline_at(rows(TextPage(f"  1. {text}\n\n    A text.\n")), 0)
    assert head is not None
    assert (head.name, head.date) == ("Ann Lee", date)


@pytest.mark.parametrize(
    "below",
    [
        "Scritto 6 Aprile 2021 alle 11:23 | Permalink",
        "Publicerat 7 november, 2019 kl. 14:24 | Permalänk",
        "Opublikowano 4 lutego 2012 o 03:24 | Bezpośredni odnośnik",
        "Yayınlandı 2 Temmuz 2013, 07:24 | Kalıcı bağlantı",
        "Опубликовано 6 апреля 2021 в 11:23 | Ссылка",
    ],
)
def test_names_above_dates_with_words_around(below: str) -> None:
    head = byline_at(rows(TextPage(f"  1. Ann Lee\n    {below}\n\n    A text.\n")), 0)
    assert head is not None
    assert (head.name, head.last) == ("Ann Lee", 1)
