"""Find the zone that a page of text states for all its times, in the words of boards."""

from __future__ import annotations

import re
from datetime import timezone

from threadgraph.dates.zones import stated_zone
from threadgraph.layouts._text.page import TextPage

__all__ = ["zone_told"]

_NAMES = ("GMT", "UTC", "WEZ")
# what boards begin the statement with, below a list's mark
_STATES = re.compile(
    r"\A(?:[^\w\s]\s)?(?:all times|alle zeit(?:en|angaben)|toutes les heures|les heures sont|"
    r"fuseau horaire|heures au format|todas las (?:horas|fechas)|todos los horarios|"
    r"todos os hor[áa]rios|hor[áa]rios? em|tutti gli orari|tutte le ore|alle tijden|alla tider|"
    r"alle tider|wszystkie czasy|strefa czasowa|часовой пояс|все (?:время|даты)|bütün zaman|"
    r"tüm zaman|všechny časy|kaikki ajat|minden időpont)",
    re.IGNORECASE,
)


def zone_told(page: TextPage) -> timezone | None:
    """Give the zone that the page states, if no other line states another."""
    if not any(name in page.dense for name in _NAMES):
        return None
    lines = (text for text in page.texts if any(name in text for name in _NAMES))
    told = {zone for text in lines if _STATES.match(text) and (zone := stated_zone(text))}
    return told.pop() if len(told) == 1 else None
