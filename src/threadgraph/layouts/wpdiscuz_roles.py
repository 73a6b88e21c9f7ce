"""Read wpDiscuz comments that print the role beside the name.

"Ann / Guest / Ann" on three lines (the avatar's text, the role, the name) or "Guest / Ann" on two,
the text, votes and controls, the age: "1 month ago". Between equal names the role is any short line
that comes again and again, in any language; alone it is a word of `ROLES`. Last seen: 2020.
Not read: who answers whom, where indentation does not show it.
"""

from __future__ import annotations

from collections import Counter

from threadgraph.layouts._base import Layout, Parse
from threadgraph.layouts._byline_forms import MAX_NAME, Byline, whole_date
from threadgraph.layouts._chrome import is_chrome
from threadgraph.layouts._names import reads_as_text
from threadgraph.layouts._nesting import by_indent
from threadgraph.layouts._outline import Row, rows
from threadgraph.layouts._page import TextPage
from threadgraph.layouts._thread import Start, begin_of, cut, end_of_list

__all__ = ["LAYOUT"]

MAX_ROLE = 24
MIN_SEEN = 2
ROLES = frozenset(
    """guest gast invité invitado ospite visitante convidado gość гость host misafir gæst gäst gjest
    vieras vendég oaspete gostus gost гість επισκέπτης tamu khách ゲスト 游客 member mitglied membre
    miembro membro lid członek участник člen üye medlem jäsen tag anggota author autor auteur autore
    автор szerző yazar författare forfatter kirjoittaja admin administrator editor moderator
    subscriber abonnent abonné suscriptor contributor""".split()
)


def _parse(page: TextPage) -> Parse | None:
    table = page.once(rows)
    found = _headers(table)
    roles = Counter(head.verb for head in found)
    found = [h for h in found if roles[h.verb] >= MIN_SEEN or h.verb.lower() in ROLES]
    if len(found) < MIN_SEEN:
        return None
    depths = by_indent(table, [head.last for head in found])
    starts = [
        Start(row=head.first, head=head, depth=depth)
        for head, depth in zip(found, depths, strict=True)
    ]
    left = min(table[head.first].indent for head in found)
    records = cut(page, starts, end_of_list(page, found[-1].last, left))
    sure = 0.7 if all(head.form == "twice" for head in found) else 0.55  # forums print roles, too
    start, records = begin_of(page, records, found[0].first)
    return Parse(
        records=tuple(records),
        start=start,
        marks=2 * len(found),
        regularity=0.3 + sure * sum(bool(record.body) for record in records) / len(records),
    )


def _headers(table: list[Row]) -> list[Byline]:
    """Find roles between equal names, or right above a name."""
    found: list[Byline] = []
    after = 0
    texts = [row.text for row in table]
    likely = [
        number
        for number, (text, again) in enumerate(zip(texts[:-1], [*texts[2:], None], strict=False))
        if text == again or (len(text) <= MAX_ROLE and text.lower() in ROLES)
    ]
    for number in likely:
        if number < after:
            continue
        head = _twice(table, number) or _below_role(table, number, after)
        if head is not None:
            found.append(_dated(table, head))
            after = head.last + 1
    return found


def _twice(table: list[Row], number: int) -> Byline | None:
    """Read three short rows of which the first and the last are equal; the role lies between."""
    first, role, last = (table[min(number + n, len(table) - 1)] for n in range(3))
    if first.text != last.text or not 0 < len(first.text) <= MAX_NAME or first.mark:
        return None
    near = role.gap <= 1 and last.gap <= 1 and not role.mark and not last.mark
    worded = 0 < len(role.text) <= MAX_ROLE and role.text.isalpha()
    if not (near and worded) or role.text == first.text or number + 2 >= len(table):
        return None
    return Byline(number, number + 2, "twice", first.text, verb=role.text)


def _below_role(table: list[Row], number: int, after: int) -> Byline | None:
    """Read a role with the name right below, or above if a date stands below: "Guest", "Ann"."""
    role, name = table[number], table[number + 1]
    if role.text.lower() not in ROLES or role.mark or name.mark or name.gap > 1 or not name.text:
        return None
    first, last = number, number + 1
    if whole_date(name.text[:MAX_NAME]) is not None:
        if number == after:
            return None
        name, first, last = table[number - 1], number - 1, number
    if not name.text or len(name.text) > MAX_NAME or reads_as_text(name.text):
        return None
    return None if is_chrome(name.text) else Byline(first, last, "role", name.text, verb=role.text)


def _dated(table: list[Row], head: Byline) -> Byline:
    """Take the date below a header to it."""
    below = table[head.last + 1] if head.last + 1 < len(table) else None
    if below is None or below.mark or below.gap > 1 or len(below.text) > MAX_NAME:
        return head
    date = whole_date(below.text)
    return head if date is None else head._replace(last=head.last + 1, date=date)


LAYOUT = Layout(
    description="wpDiscuz with roles: 'Name / Guest / Name', the text, the age below",
    parents="none",
    parse=_parse,
)
