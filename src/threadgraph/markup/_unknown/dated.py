"""Find the part of a post that holds its date, and read it."""

from __future__ import annotations

from threadgraph.dates import is_date
from threadgraph.markup._bylines import date_in
from threadgraph.markup._dom import Node, attribute
from threadgraph.markup._unknown.joins import joins
from threadgraph.markup._unknown.laid import Laid
from threadgraph.markup._unknown.names import MAX_NAME
from threadgraph.markup._unknown.outline import Part
from threadgraph.markup._values import moment_of

__all__ = ["MAX_SHOWN_DATE", "SENTENCE", "TRIES", "Dated", "permalink_of"]

MAX_SHOWN_DATE = 60
TRIES = 12
"""Elements that are tried as the date or the name: themes call a column "author-text", too."""
SENTENCE = 4
"""Words beside a link, or behind a date, that make a sentence of them."""
_LINKED = 2
"""The rank of a link to a comment: the date mostly, sometimes the name."""


class Dated(Laid):
    """The parts of one post, and which of them is its date."""

    def date(self, author: int | None) -> int | None:
        """Give the part that holds the date."""
        vague: int | None = None
        told = ((n, part) for n, part in enumerate(self.parts) if part.tag != "-text")
        ranks = [(-rank, n) for n, part in told if (rank := self._date_rank(part))]
        for rank, number in sorted(ranks)[:TRIES]:
            linked = rank == -_LINKED and author is not None and self.within(author, number)
            if self.dead[number] or (linked and not self._has_date(number)):
                continue
            if joins(self.parts, number):
                continue
            shown_date, machine = self.moment(number)
            if (shown_date or machine) and (rank < -1 or self._has_date(number)):
                if machine is not None or date_in(shown_date or "") is not None:
                    return self._narrowed(number) if rank == -1 else number  # and no mere time
                vague = number if vague is None else vague
        bare = self._bare_date()
        found = (n for n in (bare, vague, self._tipped_date()) if n is not None)
        return next(found, None) or next(filter(self.is_age, range(len(self.parts))), None)

    def _tipped_date(self) -> int | None:
        """Give the element whose tip is a date: `<span title="3 May 2021">a while ago</span>`."""
        for number, part in enumerate(self.parts):
            if part.tag != "-text" and is_date(part.node.attributes.get("title") or ""):
                return number
        return None

    def _narrowed(self, number: int) -> int:
        """Give the paragraph of a head that holds its date alone: "by Ann", "On May 3, 2020"."""
        date = date_in(self._own_text(number)) or "?"
        inside = range(number + 1, self.parts[number].end)
        rows = [n for n in inside if self.parts[n].tag == "p" and not self.dead[n]]
        told = ((n, date_in(self._own_text(n))) for n in rows if len(rows) > 1)
        return next((n for n, text in told if text and text.endswith(date)), number)

    def _date_rank(self, part: Part) -> int:
        role, link = part.role, part.href
        if role.date:
            return role.date + 1
        if link and ("#comment" in link or "#div-comment" in link or "#li-comment" in link):
            return _LINKED
        return int(role.meta)

    def _has_date(self, number: int) -> bool:
        return date_in(self._own_text(number)) is not None

    def _own_text(self, number: int) -> str:
        """Give the text of a short part, tools left out."""
        part = self.parts[number]
        if self.size(number) > 3 * MAX_NAME:
            return ""
        rows = range(number, part.end)
        return " ".join(t for n in rows if (t := self.parts[n].text) and not self.dead[n])

    def _bare_date(self) -> int | None:
        """Give the first run of text that is or ends with a date, else one that begins with it."""
        vague: int | None = None
        for number, part in enumerate(self.parts):
            short = part.text and len(part.text) <= MAX_NAME
            if not short or self.dead[number] or not (date := date_in(part.text)):
                continue
            if not (joins(self.parts, part.above) or joins(self.parts, number)):
                if not _goes_on(part.text, date):
                    return number
                vague = number if vague is None else vague
        return vague

    def moment(self, number: int) -> tuple[str | None, str | None]:
        """Give the date that a part shows, and as a machine reads it."""
        part = self.parts[number]
        if part.tag == "-text":
            return date_in(part.text), None
        date, machine = moment_of(part.node)
        if machine is not None or (date and is_date(date)):
            return date, machine
        text = self._own_text(number)
        exact = date_in(text)
        if exact or len(text) > MAX_SHOWN_DATE or not any(sign.isdigit() for sign in text):
            return exact, None
        told = self._date_rank(part) > 1 or self.is_age(number)
        return (text or None) if told else None, None


def _goes_on(text: str, date: str) -> bool:
    """Tell a sentence that begins with a date: "On 12 May at 6 pm in the great hall"."""
    return len(text.partition(date)[2].split()) >= SENTENCE


def permalink_of(node: Node) -> str | None:
    """Give the link to the comment itself, which the date often is, has or stands in."""
    for near in (node, node.parent, node.child):
        link = attribute(near, "href") if near is not None and near.tag == "a" else None
        if link and "#" in link:
            return link
    return None
