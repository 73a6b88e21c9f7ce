"""Make blog pages as WordPress themes print them: each choice of a theme with any other.

A page has an article, its comments and what stands around them; its posts are the gold: name, date,
text, whom each answers. What people write is made of words of the cases. Same number, same page.
"""

from __future__ import annotations

import html
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from pages import COMMENT, draw_size, write_text
from theme_markup import FLAT, MARKUP

__all__ = ["Choices", "Comment", "choose", "make_page"]

NAMES = (
    "Ann Lee", "pondkeeper", "Marta", "j7ake", "Olaf van den Berg", "oarsman_12", "Kim", "GG",
    "Dr. Bell", "RedBarn", "Søren Holm", "the_real_moss", "M. Ortega", "bob", "Zoë", "clay foot",
    "Iris-Marie Kahn", "x99", "KEITH", "Paolo R.", "turnip1979", "Anonymous", "Ilse", "R C-R",
    "Мария", "ann-kathrin", "Tom & Sue", "Uncle Joe", "nsk", "Wren",
)  # fmt: skip
OPENINGS = ("I say so too. ", "Why? ", "Thanks! ", "In my view: ", "Did you see it? ", "", "")
"""People who comment ask, exclaim and say "I" in most of what they write."""

_TIMES: dict[str, str] = {
    "at": "{t:%B} {t.day}, {t:%Y at %I:%M} {half}",
    "day": "{t:%B} {t.day}, {t:%Y}",
    "short": "{t:%b} {t.day}, {t:%Y %I:%M} {half}",
    "european": "{t.day} {t:%B %Y at %H:%M}",
    "iso": "{t:%Y-%m-%d %H:%M}",
    "iso day": "{t:%Y-%m-%d}",
    "slashes": "{t.month}/{t.day}/{t:%Y at %I:%M} {half}",
    "dots": "{t:%d.%m.%Y um %H:%M} Uhr",
    "age": "{age} years ago",
}
_PICTURES = (
    None, "", "", "Avatar", "Avatar photo", "{name}", "Avatar of {name}", "{name}'s avatar",
    "Gravatar", "Picture of {name}",
)  # fmt: skip
_HEADINGS = (
    "{n} thoughts on “{title}”", "{n} Responses to “{title}”", "{n} Comments", "Comments", "",
    "Comments ({n})",
)  # fmt: skip
_FORM = (
    "<h3>Leave a Reply</h3><p>Your email address will not be published.</p><form><p><label>Comment"
    "</label><textarea></textarea></p><p><label>Name *</label><input></p><input type='submit'>"
    "</form>"
)
_FORMS = (_FORM, "<p class='nocomments'>Comments are closed.</p>", "")
_BOXES = (
    "<div id='sidebar'><h2>Recent Posts</h2><ul><li><a href='/a'>First of all</a></li><li><a "
    "href='/b'>Second thoughts on boats</a></li></ul><h2>Recent Comments</h2><ul><li>Wren on <a "
    "href='/c'>Boats</a></li><li>Ilse on <a href='/d'>Rain</a></li></ul></div>"
)
_SIDES = ("", _BOXES)
_RELATED = (
    "<div class='related'><h3>Related</h3><ul><li><a href='/r1'>Another fine post</a> <span>March "
    "3, 2012</span></li><li><a href='/r2'>What we did in May</a> <span>May 30, 2011</span></li>"
    "</ul></div>"
)
_SHARED = "<p class='share'>Share this: <a href='#'>Mail</a></p>"
_FILED = "<p class='postmetadata'>Filed under <a href='/c'>General</a>.</p>"
_BELOW = ("", _RELATED, _SHARED, _FILED)
_ENDS = ("", "", "#{n}", "(Edit)", "likes", "votes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A post of the gold; `parent` is the place of the one that it answers."""

    number: int
    author: str
    date: str
    text: str
    parent: int | None
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a theme and its page choose."""

    markup: str
    date: str
    says: str
    reply: str
    picture: str | None
    linked: bool
    nested: bool
    list_tag: str
    end: str
    heading: str
    form: str
    side: str
    below: str
    posts: int
    title: str = field(default="The kiln in the yard")


def choose(number: int) -> Choices:
    """Give the choices of the page of that number; its markup goes in turn."""
    draw = random.Random(number)  # noqa: S311 - no secret
    markup = list(MARKUP)[number % len(MARKUP)]
    return Choices(
        markup=markup,
        date=draw.choice(list(_TIMES)),
        says=draw.choice(("says:", "says:", "said:", "says", "says...")),
        reply=draw.choice(("Reply", "Reply", "Reply ↓", "Log in to Reply", "(Reply)", "")),
        picture=draw.choice(_PICTURES),
        linked=draw.random() < 0.6,  # noqa: PLR2004 - more than half, as on blogs
        nested=markup not in FLAT and draw.random() < 0.7,  # noqa: PLR2004
        list_tag=draw.choice(("ol", "ol", "ul", "div")),
        end=draw.choice(_ENDS),
        heading=draw.choice(_HEADINGS),
        form=draw.choice(_FORMS),
        side=draw.choice(_SIDES),
        below=draw.choice(_BELOW),
        posts=draw.choice((3, 4, 6, 9, 14, 25)),
    )


def make_page(number: int) -> tuple[str, Choices, list[Comment]]:
    """Give the HTML of a page, its choices and its posts."""
    choices = choose(number)
    draw = random.Random(-1 - number)  # noqa: S311 - no secret
    posts = _posts(draw, choices)
    item, inner = ("div", "div") if choices.list_tag == "div" else ("li", "ul")
    listed = "".join(_nested(choices, posts, item, inner))
    article = "".join(f"<p>{html.escape(write_text(draw, 400))}</p>" for _ in range(4))
    heading = choices.heading.format(n=len(posts), title=choices.title)
    page = (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>A page | A site</title>"
        "</head><body><div id='header'><h1><a href='/'>Some Site</a></h1><ul><li><a href='/'>Home"
        "</a></li><li><a href='/about'>About</a></li></ul></div><div id='content'><div "
        f"class='post'><h2>{choices.title}</h2><div class='entry'>{article}</div>{choices.below}"
        f"</div><div id='comments'><h3>{heading}</h3><{choices.list_tag} class='commentlist'>"
        f"{listed}</{choices.list_tag}><div id='respond'>{choices.form}</div></div></div>"
        f"{choices.side}<div id='footer'><p>Copyright © 2013 Site. Powered by WordPress.</p></div>"
        "</body></html>"
    )
    return page, choices, posts


def _posts(draw: random.Random, choices: Choices) -> list[Comment]:
    names = draw.sample(NAMES, max(2, choices.posts // 2))
    year, month, day = draw.randint(2005, 2023), draw.randint(1, 12), draw.randint(1, 28)
    when = datetime(year, month, day, 9, 30, tzinfo=UTC)
    posts: list[Comment] = []
    above: list[int] = []
    for number in range(choices.posts):
        depth = min(draw.choice((0, 0, 1, 1, 2)), len(above)) if choices.nested and number else 0
        above = above[:depth]
        when += timedelta(minutes=draw.randint(1, 6000))
        half = "am" if when.hour < 12 else "pm"  # noqa: PLR2004 - noon
        date = _TIMES[choices.date].format(t=when, half=half, age=2026 - when.year)
        posts.append(
            Comment(
                number=number + 1,
                author=names[number] if number < len(names) else draw.choice(names),
                date=date,
                text=draw.choice(OPENINGS) + write_text(draw, draw_size(draw, COMMENT)),
                parent=above[-1] if above else None,
                depth=depth,
            )
        )
        above.append(number)
    return posts


def _nested(choices: Choices, posts: list[Comment], item: str, inner: str) -> list[str]:
    """Give the items with those that answer them inside."""
    out: list[str] = []
    before = -1
    for post in posts:
        if post.depth > before >= 0:
            out.append(f"<{inner} class='children'>")
        elif before >= 0:
            out.append(f"</{item}>" + f"</{inner}></{item}>" * (before - post.depth))
        out.append(f"<{item} class='comment' id='comment-{post.number}'>{_shown(choices, post)}")
        before = post.depth
    out.append(f"</{item}>" + f"</{inner}></{item}>" * before)
    return out


def _shown(choices: Choices, post: Comment) -> str:
    name = html.escape(post.author)
    alt = None if choices.picture is None else choices.picture.format(name=html.escape(post.author))
    text = f"<p>{html.escape(post.text)}</p>"
    if choices.end == "likes":
        text += "<p><a href='#'>Liked by 3 people</a></p>"
    elif choices.end == "votes":
        text += "<div><a href='#'>▲</a> <span>12</span> <a href='#'>▼</a></div>"
    behind = choices.end.format(n=post.number) if choices.end[:1] in ("#", "(") else ""
    return MARKUP[choices.markup](
        {
            "number": str(post.number),
            "name": f"<a href='/u/{post.number}'>{name}</a>" if choices.linked else name,
            "date": f"{post.date} <a href='#'>{behind}</a>" if behind else post.date,
            "says": choices.says,
            "text": text,
            "picture": "" if alt is None else f'<img alt="{alt}" src="/a.png" />',
            "reply": f"<div class='reply'><a href='#r'>{choices.reply}</a></div>"
            if choices.reply
            else "",
        }
    )
