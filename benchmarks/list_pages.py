"""Make pages that list things and hold no discussion: each choice of a page with any other.

`list_kinds.toml` has what the lists say, `list_words.toml` the words, `list_markup.toml` the looks.
Around the list stand a menu, boxes, maybe an article, and what the chrome of weblogs says of
comments that nobody wrote. Same number, same page.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from list_data import ENGLISH, KINDS, LANGUAGES, MARKUP, NAMES, SLOTS, TEXTS, Kind, Language

__all__ = ["Choices", "choose", "make_page"]

ENGLISH_SHARE = 0.6
NO_PICTURE = "-"
NOON = 12
FIRST_YEAR, LAST_YEAR = 2004, 2025

_SLOT = re.compile(r"\{(\w+)\}")
_LABEL = re.compile(r"\[([A-Z][a-z ]+|by|on|at|comments)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a page chooses; `dated` is how its dates look, the markups are those of its items."""

    kind: str
    language: Language
    dated: str
    order: str
    byline: str
    heading: str
    wrap: list[str]
    markups: dict[str, str]
    alt: str
    control: str
    facts: tuple[str, ...]
    above: str
    below: str
    side: str
    headed: bool
    capitals: bool
    beside_article: bool
    items: int


def choose(number: int) -> Choices:
    """Give the choices of the page of that number; its kind goes in turn."""
    draw = random.Random(f"list {number}")  # noqa: S311 - no secret
    name = list(KINDS)[number % len(KINDS)]
    kind = KINDS[name]
    other = draw.random() >= ENGLISH_SHARE
    return Choices(
        kind=name,
        language=draw.choice(LANGUAGES) if other else ENGLISH,
        dated=draw.choice(MARKUP["dates"]),
        order=draw.choice(kind.orders),
        byline=draw.choice(kind.bylines),
        heading=draw.choice(kind.headings),
        wrap=draw.choice(MARKUP["wraps"]),
        markups={part: draw.choice(forms) for part, forms in MARKUP["parts"].items()},
        alt=draw.choice(MARKUP["alts"]),
        control=draw.choice(kind.controls),
        facts=tuple(draw.sample(kind.facts, min(len(kind.facts), draw.choice((1, 1, 2, 3))))),
        above=draw.choice(MARKUP["above"]),
        below=draw.choice(MARKUP["below"]),
        side=draw.choice(MARKUP["sides"]),
        headed=draw.random() < 0.8,  # noqa: PLR2004 - most lists have a heading
        capitals=draw.random() < 0.25,  # noqa: PLR2004 - as many English headlines
        beside_article=draw.random() < (0.8 if name == "related" else 0.2),
        items=draw.choice((3, 4, 5, 6, 8, 10, 12, 20)),
    )


def make_page(number: int) -> tuple[str, Choices]:
    """Give the HTML of a page and its choices."""
    choices = choose(number)
    page = _Page(random.Random(f"text {number}"), choices)  # noqa: S311 - no secret
    headed = choices.headed or "comments" in choices.above  # else the count would be the heading
    heading = f"<h1>{page.said(choices.heading)}</h1>" if headed else ""
    article = page.article() if choices.beside_article else ""
    parts = {
        "code": choices.language.code,
        "title": page.said("{adj} {noun}"),
        "main": page.said(choices.above) + article + heading + page.listed(),
        "below": page.said(choices.below),
        "side": page.said(choices.side),
        "year": choices.items + 2005,
    }
    return MARKUP["page"].format(**parts), choices


class _Page:
    """Say what a page says: one person, place and date after the other."""

    def __init__(self, draw: random.Random, choices: Choices) -> None:
        """Begin at a moment; the newest item mostly stands first."""
        self._draw = draw
        self._choices = choices
        self._kind: Kind = KINDS[choices.kind]
        self._step = draw.choice((-1, -1, 1))
        year = draw.randint(FIRST_YEAR, LAST_YEAR)
        self._when = datetime(year, draw.randint(1, 12), draw.randint(1, 28), 9, tzinfo=UTC)
        self._people = draw.sample(NAMES, draw.choice((1, 3, 8, 20)))

    def said(self, template: str) -> str:
        """Fill a template: its labels in the page's language, then its slots."""
        labels = self._choices.language.labels
        shown = _LABEL.sub(lambda label: labels.get(label[1], label[1]), template)
        return _SLOT.sub(lambda slot: self._slot(slot[1]), shown)

    def listed(self) -> str:
        """Give the list with all its items."""
        head, begin, end, foot = self._choices.wrap
        begin = begin.format(cls=self._draw.choice(MARKUP["classes"]))
        items = (f"{begin}{self._item(number)}{end}\n" for number in range(self._choices.items))
        return f"{head}{''.join(items)}{foot}"

    def article(self) -> str:
        """Give an article that stands above the list."""
        story = self._draw.choice((TEXTS["story"], TEXTS["blog"]))
        told = (
            self.said(" ".join(self._draw.sample(story, 4)))
            for _ in range(self._draw.randint(2, 5))
        )
        byline = self.said(
            self._draw.choice(("[by] {who} | {when}", "{when}", "{who}<br>{when}", ""))
        )
        text = "".join(f"<p>{paragraph}</p>" for paragraph in told)
        return f"<h1>{self.said('The {adj} {noun}')}</h1><p>{byline}</p>{text}"

    def _item(self, number: int) -> str:
        self._when += self._step * timedelta(minutes=self._draw.randint(20, 30000))
        choices = self._choices
        title = self._title()
        picture = "" if choices.alt == NO_PICTURE else self._picture(number, title)
        facts = "".join(
            choices.markups["f"].format(self.said(fact)) for fact in choices.facts if fact
        )
        control = self.said(choices.control)
        asked = (
            self._draw.choice(("Q:", "A:")) if choices.byline in ("Q:", "A:") else choices.byline
        )
        told = {
            "p": picture,
            "t": choices.markups["t"].format(title, i=number),
            "b": choices.markups["b"].format(self.said(choices.byline)),
            "q": choices.markups["b"].format(self.said(asked)),
            "x": "".join(choices.markups["x"].format(text) for text in self._paragraphs()),
            "f": facts,
            "c": choices.markups["c"].format(control) if control else "",
        }
        return " ".join(told[part] for part in choices.order)

    def _picture(self, number: int, title: str) -> str:
        alt = self._choices.alt
        alt = alt and alt.format(title=title, who=self._slot("who"))
        return f"<img src='/{number}.jpg' alt=\"{alt}\">"

    def _title(self) -> str:
        language = self._choices.language
        titles = self._kind.titles
        own = language is ENGLISH or not (self._kind.spoken and self._kind.size[1])
        named = titles[0].startswith("{who}")
        more = tuple(title + self._draw.choice(MARKUP["more"]) for title in language.titles)
        title = self.said(self._draw.choice(titles if own or named else more))
        return _capitals(title) if self._choices.capitals else title[:1].upper() + title[1:]

    def _paragraphs(self) -> list[str]:
        """Give the text of an item, mostly in one paragraph."""
        language, kind = self._choices.language, self._kind
        own = kind.texts if language is ENGLISH or not kind.spoken else language.sentences
        spoken = [
            self._draw.random() < kind.spoken / 3 for _ in range(self._draw.randint(*kind.size))
        ]
        said = [self.said(self._draw.choice(language.spoken if voice else own)) for voice in spoken]
        cut = self._draw.randint(1, len(said)) if len(said) > 3 else len(said)  # noqa: PLR2004
        return [" ".join(part) for part in (said[:cut], said[cut:]) if part]

    def _slot(self, name: str) -> str:
        if name in SLOTS:
            return self._draw.choice(SLOTS[name])
        if name == "who":
            return self._draw.choice(self._people)
        if name == "when":
            return self._date(self._choices.dated)
        if name == "age":
            return self.said(self._draw.choice(MARKUP["ages"]))
        return {
            "n": lambda: str(self._draw.randint(2, 90)),
            "d": lambda: str(self._draw.randint(1, 9)),
            "year": lambda: str(self._draw.randint(1890, 2024)),
            "time": lambda: (
                f"{self._draw.randint(7, 22)}:{self._draw.choice(('00', '15', '30', '45', '07'))}"
            ),
            "price": lambda: self._draw.choice(("£{}", "{} €", "${}.99", "{} zł")).format(
                self._draw.randint(2, 900)
            ),
        }[name]()

    def _date(self, form: str) -> str:
        when, hour = self._when, self._when.hour
        month = self._choices.language.months[when.month - 1]
        age = self.said(self._draw.choice(MARKUP["ages"])) if "{age}" in form else ""
        half = "am" if hour < NOON else "pm"
        return form.format(t=when, m=month, h=hour % NOON or NOON, half=half, age=age)


def _capitals(title: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in title.split(" "))
