"""Print a post as a system of nobody's does: its parts in lines, above, below and beside the text.

A `Style` holds what a system chose; the parts of a post come as HTML by name (`name`, `date`,
`rank`, ...), those that a post has not are left out.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["KITS", "Style", "draw_style", "print_list", "print_post"]

KITS = {
    "div": ("div", "div", "div"),
    "list": ("ul", "li", "div"),
    "paragraphs": ("ol", "li", "p"),
    "article": ("section", "article", "header"),
    "table": ("table", "tr", "div"),
    "dl": ("dl", "dd", "div"),
    "breaks": ("div", "div", ""),
}
"""Tags of the list, its items and the lines beside a text; no tag for a line: it ends in `<br>`."""

PERSON = ("picture", "name", "badge", "rank", "place", "joined", "count")
POST = ("title", "stars", "number", "date", "answers", "score", "link")
CONTROLS = ("reply", "like", "share", "report")
_SYLLABLES = "ba dro fen gil hum ket lur mip nas pol quo rav sil tev wub zan".split()
_MEANT = ("stimme", "wort", "voix", "palabra", "kopf", "pie", "texte", "nota", "blatt", "zeile")
_SEPARATORS = (" ", " ", " · ", " | ", ", ", " - ", "&nbsp;", "\n", " / ", "")
_TAGS = ("span", "span", "b", "em", "small", "i", "strong", "a")
_NAME_TAGS = ("b", "strong", "span", "a", "h4", "h3", "cite", "div", "i")
_TIME_TAGS = ("span", "time", "small", "em", "div", "a", "abbr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a system prints its posts: rows of parts, their tags and classes."""

    kit: str
    where: str
    above: tuple[tuple[str, ...], ...]
    below: tuple[tuple[str, ...], ...]
    card: tuple[tuple[str, ...], ...]
    card_left: bool
    nested: bool
    separator: str
    spaced: bool
    tags: Mapping[str, str]
    classes: Mapping[str, str]


def draw_style(draw: random.Random, parts: Sequence[str]) -> Style:
    """Choose how a system prints the parts that it has."""
    kit = draw.choice(list(KITS))
    where = draw.choice(("above", "above", "above", "above", "below", "split", "split", "card"))
    person = _ordered(draw, [part for part in PERSON if part in parts])
    post = _ordered(draw, [part for part in POST if part in parts])
    controls = [part for part in CONTROLS if part in parts]
    draw.shuffle(controls)
    above, below, card = _placed(draw, where, person, post)
    if draw.random() < 0.15:  # noqa: PLR2004 - controls in the head, as some have them
        above = [*above, *controls]
    else:
        below = [*below, *controls]
    tags = {part: draw.choice(_TAGS) for part in (*PERSON, *POST, *CONTROLS)}
    tags |= {"name": draw.choice(_NAME_TAGS), "date": draw.choice(_TIME_TAGS), "title": "h4"}
    if KITS[kit][2] == "p":  # holds no blocks
        tags = {part: "b" if tag in ("h3", "h4", "div") else tag for part, tag in tags.items()}
    tags |= {part: draw.choice(("a", "button", "a", "span")) for part in CONTROLS}
    return Style(
        kit=kit,
        where=where,
        above=_lines(draw, above),
        below=_lines(draw, below),
        card=_lines(draw, card),
        card_left=draw.random() < 0.8,  # noqa: PLR2004
        nested=kit != "table" and draw.random() < 0.4,  # noqa: PLR2004
        separator=draw.choice(_SEPARATORS),
        spaced=draw.random() < 0.5,  # noqa: PLR2004
        tags=tags,
        classes=_classes(draw, (*tags, "list", "item", "line", "text", "card")),
    )


def _placed(
    draw: random.Random, where: str, person: list[str], post: list[str]
) -> tuple[list[str], list[str], list[str]]:
    """Give the parts above, below and beside the text."""
    if where == "card":
        return post, [], person
    if where == "above":
        return _mixed(draw, person, post), [], []
    if where == "below":
        title = [part for part in post if part in ("title", "stars")]
        return title, _mixed(draw, person, [part for part in post if part not in title]), []
    return (person, post, []) if draw.random() < 0.7 else (post, person, [])  # noqa: PLR2004


def _mixed(draw: random.Random, person: list[str], post: list[str]) -> list[str]:
    """Give parts of the person and of the post in one order; a title stands at an end of it."""
    return [*person, *post] if draw.random() < 0.7 else [*post, *person]  # noqa: PLR2004


def _ordered(draw: random.Random, parts: list[str]) -> list[str]:
    """Keep the order that most have, or draw another."""
    if draw.random() < 0.3:  # noqa: PLR2004
        draw.shuffle(parts)
    return parts


def _lines(draw: random.Random, parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Part what stands there into lines: one line, a line each, or any cuts."""
    cuts = draw.choice((0.0, 0.0, 0.3, 0.5, 1.0))
    lines: list[list[str]] = []
    for part in parts:
        alone = part == "title" or (lines and lines[-1][-1] in ("title", "picture"))
        if not lines or alone or draw.random() < cuts:
            lines.append([])
        lines[-1].append(part)
    return tuple(map(tuple, lines))


def _classes(draw: random.Random, parts: Sequence[str]) -> dict[str, str]:
    """Give each part a class: words of another tongue, letters, or none."""
    way = draw.choice(("meant", "meant", "letters", "letters", "none"))
    if way == "none":
        return dict.fromkeys(parts, "")
    words = _MEANT if way == "meant" else _SYLLABLES
    return {part: f" class='{draw.choice(words)}{draw.choice(words)}-{n}'" for n, part in
            enumerate(parts)}  # fmt: skip


def print_post(style: Style, parts: Mapping[str, str], text: str) -> str:
    """Give the inside of a post's item."""
    above = _printed(style, style.above, parts)
    below = _printed(style, style.below, parts)
    content = f"{above}{_text(style, text)}{below}"
    if not style.card:
        return f"<td>{content}</td>" if style.kit == "table" else content
    cell = "td" if style.kit == "table" else "div"
    card = f"<{cell}{style.classes['card']}>{_printed(style, style.card, parts)}</{cell}>"
    told = f"<{cell}>{content}</{cell}>"
    return card + told if style.card_left else told + card


def _text(style: Style, text: str) -> str:
    if style.kit == "breaks":
        return text.replace("\n", "<br><br>") + "<br>"
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n"))
    return f"<div{style.classes['text']}>{paragraphs}</div>"


def _printed(style: Style, lines: Sequence[Sequence[str]], parts: Mapping[str, str]) -> str:
    """Print lines of parts; a line of which a post has nothing is left out."""
    tag = KITS[style.kit][2]
    out: list[str] = []
    for line in lines:
        shown = [_part(style, part, parts[part]) for part in line if parts.get(part)]
        told = style.separator.join(shown)
        if told and tag:
            out.append(f"<{tag}{style.classes['line']}>{told}</{tag}>")
        elif told:
            out.append(f"{told}<br>")
    return ("\n" if style.spaced else "").join(out)


def _part(style: Style, part: str, shown: str) -> str:
    tag = style.tags[part]
    if part == "picture":
        return shown
    link = " href='#x'" if tag == "a" else ""
    return f"<{tag}{style.classes[part]}{link}>{shown}</{tag}>"


def print_list(style: Style, posts: Sequence[tuple[int, str]]) -> str:
    """Give the list of the posts, each with its depth: answers inside of what they answer."""
    listed, item, _ = KITS[style.kit]
    out = [f"<{listed}{style.classes['list']}>"]
    before = -1
    for depth, post in posts:
        if depth > before >= 0:
            out.append(f"<{listed}>")
        elif before >= 0:
            out.append(f"</{item}>" + f"</{listed}></{item}>" * (before - depth))
        out.append(f"<{item}{style.classes['item']}>{post}")
        before = depth
    out.append(f"</{item}>" + f"</{listed}></{item}>" * before + f"</{listed}>")
    return "\n".join(out) if style.spaced else "".join(out)
