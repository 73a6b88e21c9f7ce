"""Read a post whose markup is known only by what its classes say, or not even by that.

The name, the date and the text are taken from the elements whose classes call them so, the surest
first; without such classes from where they stand: a name in bold or linked and a date above
paragraphs. What cannot be told stays None.
"""

from __future__ import annotations

import re

from threadgraph.markup._bylines import EDGE, date_in
from threadgraph.markup._dom import classes
from threadgraph.markup._unknown.dated import MAX_SHOWN_DATE, SENTENCE, TRIES, Dated
from threadgraph.markup._unknown.laid import SURE
from threadgraph.markup._unknown.names import (
    MAX_NAME,
    PROFILE,
    is_initial,
    is_label,
    is_name,
    labels_name,
    leads_name,
    serves,
)
from threadgraph.markup._unknown.outline import NAME, NO_ROLE
from threadgraph.markup._values import usable

__all__ = ["LEVELS", "Post"]

MAX_PARTS = 60
"""Parts that an element of a name has at most."""

LEVELS = ("h2", "h3", "h4", "h5", "h6")
"""The headings that can stand in a post, the highest first."""
_NAMES = frozenset(("b", "strong", "cite", "a", *LEVELS))
_BY = frozenset(("by", "posted by", "von", "par", "por", "przez", "от"))
_CITED = 3
"""An author's role from which on it is that of a `cite`, or surer."""
_TITLE = re.compile(
    r"title|titre|titel|titulo|titolo|subject|betreff|sujet|asunto|oggetto", re.IGNORECASE
)
_VALUES = frozenset(("field-item", "field__item", "field-content"))
"""Classes of a field's value, in Drupal, beside its label: "Commenter: Ann"."""
_INLINE = frozenset(("span", "em", "i", "b", "strong", "small", "time", "font"))


class Post(Dated):
    """The parts of one post, and which of them are what; parts are named by their numbers."""

    def author(self) -> int | None:
        """Give the part that its classes call the name, or a label does: "Name: Ann"."""
        parts, dead = self.parts, self.dead
        called = [n for n, part in enumerate(parts) if part.role is not NO_ROLE]
        found = [n for n in called if parts[n].role.author and not dead[n]]
        found.sort(key=lambda n: (-parts[n].role.author, n))
        for number in found[:TRIES]:
            if any(
                n != number and self.within(n, number) and parts[n].role.author > 1 for n in found
            ):
                continue  # the inner one is nearer to the name
            if self._mentions(number):
                continue
            sure = parts[number].role.author > SURE
            named = self._linked(number) if sure else self._named(number)
            weak = parts[number].role.author == 1 and self.label(named).isdecimal()
            if is_name(self.label(named)) and not (
                weak
                or self._quoted(number)
                or self._dates(named)
                or is_initial(self.label(named), map(self.label, found))
            ):
                return named
        certain = next((n for n in found if self._is_called_name(n)), None)
        if certain is not None:
            return certain
        behind = (part.end for part in parts if part.text and labels_name(part.text))
        return next((n for n in map(self._labelled, behind) if n is not None), None)

    def _is_called_name(self, number: int) -> bool:
        """Tell what its class calls a name and nothing else, though few are so called: "2019".

        Of a class that calls it less surely so a number is one, too.
        """
        role, label = self.parts[number].role.author, self.label(number)
        if role != NAME and not (role >= _CITED and label.isdecimal()):
            return False
        if self._quoted(number):
            return False
        return len(label) <= MAX_NAME and any(map(str.isalnum, label)) and not self._dates(number)

    def _linked(self, outer: int) -> int:
        """Give the link to a profile inside, or the value: the name without what is beside it."""
        for number in range(outer + 1, self.parts[outer].end):
            part = self.parts[number]
            linked = part.href and PROFILE.search(part.href)
            if (linked or not _VALUES.isdisjoint(classes(part.node))) and is_name(
                self.label(number)
            ):
                return number
        return outer

    def _mentions(self, number: int) -> bool:
        """Tell a link to somebody's profile that stands in a sentence."""
        part = self.parts[number]
        if part.role.author > 1 or not part.href:
            return False
        above = part.above
        spoken = above >= 0 and self.parts[above].tag in ("p", "li", "blockquote")
        beside = range(above + 1, self.parts[above].end if spoken else 0)
        texts = [p.text for n in beside if (p := self.parts[n]).above == above and p.text]
        dated = sum(map(len, texts)) <= MAX_SHOWN_DATE and any(map(date_in, texts))
        words = sum(len(text.split()) for text in texts if not dated)  # "posted on May 3, 2020 by"
        return self.label(number)[:1] == "@" or words >= SENTENCE

    def _named(self, outer: int) -> int:
        """Give the part inside that stands out as a name, else the part itself."""
        for number in range(outer + 1, self.parts[outer].end):
            short = self.size(number) <= 2 * MAX_NAME
            if short and self._stands_out(number) and is_name(self.label(number)):
                return number
        return outer

    def _stands_out(self, number: int) -> bool:
        part = self.parts[number]
        small = part.end - number <= MAX_PARTS
        return small and part.tag in _NAMES and not self.dead[number] and "#" not in part.href

    def _emphasised(self, number: int) -> bool:
        """Tell a name in the head of a list of definitions: `<dt><em>Ann</em> (10:02) :`."""
        part = self.parts[number]
        return part.tag == "em" and part.above == 0 and self.parts[0].tag == "dt"

    def _quoted(self, number: int) -> bool:
        above = self.parts[number].above
        while above >= 0:
            if self.parts[above].tag == "blockquote":
                return True
            above = self.parts[above].above
        return False

    def _dates(self, number: int) -> bool:
        """Tell whether a run of text in a part holds a date: then it is no name alone."""
        return any(date_in(text) for text in self._texts(number))

    def plain_author(self, first: int, last: int, date: int | None) -> int | None:
        """Give the first part that stands out as a name, before the text or beside the date.

        The text is that from `first` to `last`.
        """
        signed = self._signed(first, last, date)
        if signed is not None:
            return signed
        below = date if date is not None and date > first else None
        near = () if below is None else (*self.inside(below), *self.row(below))
        if below is not None and below >= last:
            near = tuple(n for n in near if not first <= n < last)
        titled: int | None = None
        for number in (*range(1, first), *near):
            part = self.parts[number]
            if is_label(part.tag, self.label(number)):
                return self._labelled(part.end)
            told = self._stands_out(number) or (number < first and self._emphasised(number))
            if told and number != date and not part.role.date:
                text = self.label(number)
                if self._heads_byline(number):
                    continue
                if self.size(number) <= 2 * MAX_NAME and is_name(text) and not serves(text):
                    if not _TITLE.search(part.node.attributes.get("class") or ""):
                        return self._below(number, first)
                    titled = number if titled is None else titled
        named = titled is not None and date is not None and self.named_with(date)
        return None if named else titled

    def _signed(self, first: int, last: int, date: int | None) -> int | None:
        """Give the name that words lead to, outside of the text: `Posted by <a>Ann</a>, 3 May`."""
        for number in range(1, len(self.parts) - 1):
            lead = self.parts[number]
            if not lead.text or self.dead[number] or not leads_name(lead.text):
                continue
            dated = date is not None and lead.above > 0 and self.within(date, lead.above)
            if (dated or not first <= number < last) and self.parts[number + 1].above == lead.above:
                name = number + 1
                if self._stands_out(name) and is_name(self.label(name)):
                    return name
        return None

    def _heads_byline(self, number: int) -> bool:
        """Tell a title right before the words of a byline: `<b>Bridge</b> by <i>Ann</i>`."""
        after = self.parts[self.parts[number].end :][:1]
        return bool(after) and after[0].text.casefold() in _BY

    def _below(self, heading: int, first: int) -> int:
        """Give the lesser heading before the text, if there is one: the greater is the title."""
        level = self.parts[heading].tag
        for number in range(self.parts[heading].end, first) if level in LEVELS else ():
            lesser = self.parts[number].tag in LEVELS and self.parts[number].tag > level
            if lesser and is_name(self.label(number)):
                return number
        return heading

    def named_with(self, date: int) -> bool:
        """Tell a date in whose words a name stands as well: "Ann, 14 Mar 2014"; titles are none."""
        text = self._own_text(date)
        shown = date_in(text)
        rest = text.replace(shown, "").strip(EDGE) if shown else ""
        return bool(rest) and is_name(rest)

    def titled(self, number: int) -> bool:
        """Tell a run of text that stands in the title of the post."""
        above = self.parts[number].above
        classed = above >= 0 and self.parts[above].node.attributes.get("class")
        return bool(classed) and _TITLE.search(classed) is not None

    def _labelled(self, number: int) -> int | None:
        """Give the part behind a label ("Name:"), or the link in it, if that is a name."""
        if number >= len(self.parts) or self.dead[number]:
            return None
        return number if is_name(self.label(number).rstrip(EDGE)) else None

    def inside(self, date: int) -> range:
        """Give the parts in the element of a date, which may hold the name as well."""
        return range(date + 1, self.parts[date].end)

    def row(self, date: int) -> range:
        """Give the parts in the element around a date, or what holds the date alone, if short."""
        above = self.parts[date].above  # `<span>Ann</span>, <span>3 May</span>`
        if above > 0 and self.parts[above].tag in _INLINE and self.size(above) == self.size(date):
            around = self.parts[above].above
            others = (n for n in range(around + 1, self.parts[around].end) if self.parts[n].text)
            if any(self.parts[n].above not in (around, above) for n in others):
                above = around
        short = above >= 0 and self.size(above) <= 2 * MAX_NAME
        return range(above + 1, self.parts[above].end) if short else range(0)

    def around(self, author: int, date: int | None) -> tuple[str, str]:
        """Give the words right before and after a name in an element: ("by", "says:")."""
        parts, own = self.parts, self.parts[author]
        near = {own.above, parts[own.above].above} - {-1}
        before = next((n for n in range(author - 1, 0, -1) if parts[n].text), 0)
        after = own.end
        texts: list[str] = []
        for number in (before, after):
            beside = 0 < number < len(parts) and parts[number].above in near
            apart = self.holds(date, number) and number != date and not self.holds(date, author)
            other = not beside or self.dead[number] or apart
            texts.append("" if other else parts[number].text)
        shown_date = date_in(f": {texts[1]}")  # "at May 3" begins with a date where nothing stands
        start = texts[0].rpartition(date_in(texts[0]) or "\n")[2].strip()  # "May 3, 2021 by"
        return start, texts[1].partition(shown_date)[0].strip() if shown_date else texts[1]

    def holds(self, outer: int | None, number: int) -> bool:
        """Tell whether a part stands in another, if there is one."""
        return outer is not None and self.within(number, outer)

    def link_of(self, author: int) -> str | None:
        """Give where the name links to: the part itself, a part in it, or the one around it."""
        part = self.parts[author]
        near = [*range(author, part.end), *([part.above] if part.above >= 0 else [])]
        return usable(self.parts[n].href for n in near)
