"""Measure how comment pages of systems that nobody knows are read: made up, all choices mixed.

    python benchmarks/nobody.py                           # 400 pages
    python benchmarks/nobody.py --pages 200 --first 4000  # others
    python benchmarks/nobody.py --keep FOLDER             # keeps the pages, to look at them

A newspaper, a shop or a community prints a name, a date, a picture, a badge, a rank, a place, the
year of joining, a title, stars, controls in its own order, in its own tags, in one of several
languages. Each page is one system (`nobody_markup.py`, `nobody_words.py`). Rendered and scored as
`varied.py` does; the rows are where the name stands.
"""

from __future__ import annotations

import html
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from nobody_markup import Style, draw_style, print_list, print_post
from nobody_words import FIRST, LANGUAGES, LAST, TITLES, Words
from pages import COMMENT, draw_size, write_text
from themes import NAMES, OPENINGS, Comment
from varied import main

__all__ = ["System", "draw_system", "make_page"]

_OPTIONAL = {
    "name": 0.95, "date": 0.87, "picture": 0.4, "badge": 0.2, "rank": 0.2, "place": 0.25,
    "joined": 0.12, "count": 0.15, "title": 0.2, "stars": 0.15, "number": 0.15, "answers": 0.15,
    "score": 0.25, "link": 0.2, "reply": 0.7, "like": 0.5, "share": 0.2, "report": 0.5,
}  # fmt: skip
"""What a system prints, and how many systems do."""

_SOME = {"badge": 0.3, "rank": 0.9, "place": 0.9, "joined": 0.95, "count": 0.95}
"""What not every post of such a system has."""

_SAID = ("score", "number", "link", "reply", "like", "share", "report")
"""What says the same beside each post, but for numbers."""

_SCORES = ("+{n}", "{n} ▲ ▼", "▲ {n} ▼", "{n}", "{n} / {m}")
_NUMBERS = ("#{n}", "{n}", "{n}.", "No. {n}")
_PICTURES = ("", "", "{x}", "Avatar", "Portrait of {x}")


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What a made-up system is: how it prints, in which words, and how its page looks."""

    markup: str
    style: Style
    words: Words
    labels: dict[str, str]
    parts: tuple[str, ...]
    posts: int
    article: int
    heading: str
    boxes: bool
    form: bool


def draw_system(draw: random.Random) -> System:
    """Choose a system and a page of it."""
    words = LANGUAGES[draw.choice(("en", "en", "en", *LANGUAGES))]
    parts = tuple(part for part, share in _OPTIONAL.items() if draw.random() < share)
    style = draw_style(draw, parts)
    return System(
        markup=style.where if "name" in parts else "nameless",
        style=style,
        words=words,
        labels=_labels(draw, words),
        parts=parts,
        posts=draw.choice((1, 2, 3, 4, 6, 9, 14, 25)),
        article=draw.choice((0, 2, 4)),
        heading=draw.choice(words.heading),
        boxes=draw.random() < 0.5,  # noqa: PLR2004
        form=draw.random() < 0.5,  # noqa: PLR2004
    )


def _labels(draw: random.Random, words: Words) -> dict[str, str]:
    """Choose the forms of what is printed beside each post."""
    plain = draw.random() < 0.7  # noqa: PLR2004 - most print a name as it is
    return {
        "name": "{x}" if plain else draw.choice(words.by),
        "date": draw.choice(words.on),
        "when": draw.choice((*words.dates, draw.choice(words.ages))),
        "joined": draw.choice(words.joined), "count": draw.choice(words.count),
        "answers": draw.choice(words.answers), "stars": draw.choice(words.stars),
        "score": draw.choice(_SCORES), "number": draw.choice(_NUMBERS),
        "picture": draw.choice(_PICTURES), "place": draw.choice(("{x}", "{x}", "({x})")),
        "title": draw.choice(("plain", "plain", "capitals")),
        "reply": draw.choice(words.reply), "like": draw.choice(words.like),
        "share": draw.choice(words.share), "report": draw.choice(words.report),
        "link": draw.choice(words.link),
    }  # fmt: skip


def make_page(number: int) -> tuple[str, System, list[Comment]]:
    """Give the HTML of a page, its system and its posts."""
    draw = random.Random(f"nobody {number}")  # noqa: S311 - no secret
    system = draw_system(draw)
    posts = _posts(draw, system)
    people = {name: _person(draw, system.words) for name in sorted({p.author for p in posts})}
    shown = [
        (
            post.depth if system.style.nested else 0,
            print_post(system.style, _parts(draw, system, posts, post, people[post.author]),
                       html.escape(post.text)),
        )
        for post in posts
    ]  # fmt: skip
    page = _page(draw, system, print_list(system.style, shown))
    hidden = "name" not in system.parts
    dated = "date" in system.parts
    gold = [
        replace(post, author="" if hidden else post.author, date=post.date if dated else "")
        for post in posts
    ]
    return page, system, gold


def _names(draw: random.Random, count: int) -> list[str]:
    """Make up names: whole ones, shortened ones, handles, those of blogs."""
    forms = ("{f} {l}", "{f} {l}", "{f} {i}.", "{f}", "{g}_{k}", "{g}{n}", "{j}. {l}", "{g}{k}")
    names = list(dict.fromkeys(draw.sample(NAMES, count // 3)))
    while len(names) < count:
        first, last = draw.choice(FIRST), draw.choice(LAST)
        name = draw.choice(forms).format(
            f=first, l=last, i=last[0], j=first[0], g=first.lower(), k=last.lower(),
            n=draw.randint(2, 99),
        )  # fmt: skip
        names += [name] if name not in names else []
    draw.shuffle(names)
    return names


def _posts(draw: random.Random, system: System) -> list[Comment]:
    names = _names(draw, max(1, draw.randint(system.posts // 2, system.posts)))
    when = datetime(draw.randint(2005, 2024), draw.randint(1, 12), 3, 9, 30, tzinfo=UTC)
    age = draw.randint(30, 60)
    posts: list[Comment] = []
    above: list[int] = []
    for number in range(system.posts):
        when += timedelta(minutes=draw.randint(1, 6000))
        age -= draw.randint(0, 1)
        answers = "answers" in system.parts or system.style.nested
        depth = min(draw.choice((0, 0, 1, 1, 2)), len(above)) if answers and number else 0
        above = above[:depth]
        text = draw.choice(OPENINGS) + write_text(draw, draw_size(draw, COMMENT))
        if draw.random() < 0.2:  # noqa: PLR2004 - some write several paragraphs
            text += "\n" + write_text(draw, draw_size(draw, COMMENT))
        posts.append(
            Comment(
                number=number + 1,
                author=names[number] if number < len(names) else draw.choice(names),
                date=_date(system, when, max(2, age)),
                text=text,
                parent=above[-1] if above else None,
                depth=depth,
            )
        )
        above.append(number)
    return posts


def _date(system: System, when: datetime, age: int) -> str:
    month = system.words.months[when.month - 1]
    return system.labels["when"].format(
        n=age, day=when.day, dd=f"{when.day:02d}", mm=f"{when.month:02d}", month=month,
        mon=month[:3], year=when.year, hh=f"{when.hour:02d}", min=f"{when.minute:02d}",
        h12=when.hour % 12 or 12, ap="am" if when.hour < 12 else "pm",  # noqa: PLR2004 - noon
    )  # fmt: skip


def _person(draw: random.Random, words: Words) -> dict[str, str]:
    """Give what a system tells of somebody beside each of their posts."""
    told = {
        "rank": draw.choice(words.ranks), "badge": draw.choice(words.badges),
        "place": draw.choice(words.places), "joined": str(draw.randint(2003, 2019)),
        "count": str(draw.randint(1, 4000)),
    }  # fmt: skip
    return {part: shown for part, shown in told.items() if draw.random() < _SOME[part]}


def _parts(
    draw: random.Random,
    system: System,
    posts: list[Comment],
    post: Comment,
    person: dict[str, str],
) -> dict[str, str]:
    """Give the parts of a post as HTML."""
    stars = draw.randint(1, 5)
    title = draw.choice(TITLES)
    values = {
        "name": post.author, "date": post.date, "picture": post.author,
        "title": title.title() if system.labels["title"] == "capitals" else title,
        "stars": str(stars), **dict.fromkeys(_SAID, ""),
        "answers": "" if post.parent is None else posts[post.parent].author, **person,
    }  # fmt: skip
    out: dict[str, str] = {}
    for part in system.parts:
        if part not in values or (part == "answers" and not values[part]):
            continue
        count = post.number if part == "number" else draw.randint(0, 40)
        label = system.labels[part] if part not in ("title", "rank", "badge") else "{x}"
        out[part] = label.format(
            x=html.escape(values[part]), n=values[part] if part == "count" else count, s=stars,
            m=draw.randint(0, 9), b="★" * stars + "☆" * (5 - stars),
        )  # fmt: skip
    if "picture" in out:
        out["picture"] = f'<img src="/p.png" alt="{out["picture"]}">'
    return out


def _page(draw: random.Random, system: System, listed: str) -> str:
    words, title = system.words, write_text(draw, 40).rstrip(".")
    article = "".join(f"<p>{html.escape(write_text(draw, 400))}</p>" for _ in range(system.article))
    heading = system.heading.format(n=system.posts)
    heading = f"<h3>{heading}</h3>" if heading else ""
    login = draw.choice(words.form)
    form = f"<form><h4>{login}</h4><textarea></textarea><input type='submit'></form>"
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>A page | A site</title></head>"
        "<body><div class='kopf'><a href='/'>The Site</a> <ul><li><a href='/a'>Home</a></li><li>"
        f"<a href='/b'>Topics</a></li></ul></div><div class='mitte'><h1>{title}</h1>{article}"
        f"<div class='unten'>{heading}{listed}{form if system.form else ''}</div></div>"
        f"{_box(draw, system) if system.boxes else ''}<div class='fuss'><p>© 2014 The Site</p>"
        "</div></body></html>"
    )


def _box(draw: random.Random, system: System) -> str:
    """Give a box of other articles, some with a date."""
    dated = draw.random() < 0.5  # noqa: PLR2004
    items: list[str] = []
    for _ in range(draw.randint(2, 6)):
        when = datetime(2014, draw.randint(1, 12), draw.randint(1, 28), tzinfo=UTC)
        date = f" <span>{_date(system, when, 5)}</span>" if dated else ""
        items.append(f"<li><a href='/x'>{write_text(draw, 40).rstrip('.')}</a>{date}</li>")
    heading = draw.choice(system.words.boxes)
    return f"<div class='rand'><h3>{heading}</h3><ul>{''.join(items)}</ul></div>"


if __name__ == "__main__":
    main(make_page, __doc__, pages=400)
