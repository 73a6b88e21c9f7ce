"""Tell how deep blocks of a page nest: by what they stand in, what a class or an indent says.

What shows no level at all, or levels that no tree has, gives None for all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from threadgraph.markup._dom import Node, Owners, attribute, classes, shown
from threadgraph.markup._quoted import before

__all__ = ["beside", "levels", "named_answers", "named_parents"]

MAX_ABOVE = 2
"""Elements around a block that can carry its level."""
MAX_CLIMB = 120

_PARENTS = (
    "data-parent-id",
    "data-parentid",
    "data-parent",
    "data-reply-to",
    "data-parent-comment",
)
# "in reply to <a href="#comment7">Ann</a>", in an element called so
_ANSWERS = re.compile(
    r"in[-_]?repl|repl(?:y|ied|ies)[-_]?to|response[-_]?to|answer(?:s|ed|ing)?[-_]?to|antwort[-_]?auf|"
    r"parent|__origin|reponse[-_]?a(?:$|[-_\s])|en[-_]?respuesta|em[-_]?resposta|in[-_]?risposta",
    re.IGNORECASE,
)
# "Antwort auf den Beitrag von <a href="#comment7">Ann</a>", whatever its element is called
_SAID = re.compile(
    r"\A\W{0,3}(?:in (?:reply|response|answer) to|repl(?:y|ied|ies|ying) to|(?:als )?antwort auf|"
    r"en réponse à|réponse à|répond à|en respuesta a|respuesta a|em resposta a|resposta a|"
    r"in risposta a|risposta a|(?:als )?reactie op|antwoord op|svar (?:til|på)|"
    r"(?:w )?odpowiedzi? (?:na|do)|(?:в )?ответ на)\b",
    re.IGNORECASE,
)
# `<a class="reply" href="#comment7">` in comment 9: comment 7 stands before it
_REPLIES = re.compile(r"(?:^|[-_\s])(?:reply|replied|antwort|reponse|respuesta)", re.IGNORECASE)
_QUOTED = re.compile(
    r"(?:^|[-_\s])(?:repl(?:y|ied)[-_]?quote|quoted[-_]?comment|in[-_]?reply|reply[-_]?to)"
)
_SAID_IN = re.compile(_SAID.pattern.removeprefix(r"\A"), re.IGNORECASE)
MAX_SAID = 160
_NUMBER = re.compile(r"\d{1,20}\Z")
# "depth-2", "level_1", "indent3", "comment-level-2", "lvl-1", "nested-2"
_LEVEL = re.compile(
    r"(?:^|[-_\s])(?:depth|(?:reply)?(?:tree)?level|lvl|indent(?:ation)?|nest(?:ed|ing)?|ebene|"
    r"niveau|nivel)[-_]{0,2}"
    r"(\d{1,2})(?=[-_\s]|$)",
    re.IGNORECASE,
)
# "margin-left: 40px", "padding-left:2em"
_INDENT = re.compile(r"(?:margin|padding)-left\s?:\s?(\d{1,4})(?:\.\d{1,3})?\s?(?:px|em|rem|%)")
# "children", "replies", "sub-comments", "indented", "antworten"
_INNER = re.compile(
    r"child|repl(?:y|ies)|respon[cs]e|respuesta|respostas|rispost[ae]|antwoo?r[td]|svar|otvet|"
    r"odpowied|sub[-_]?comment|indent|nested|answers|thread[-_]?(?:inner|list)|reponses",
    re.IGNORECASE,
)

# "comment--indented", "js-comment-reply", "yorum-cevap", "is-answer"
_ANSWER = re.compile(
    r"(?:^|[-_])(?:indented|repl(?:y|ied)|answer|child|nested|sub|cevap|yanit|antwort|reponse|"
    r"respuesta|resposta|risposta|antwoord|svar|otvet|odpowiedz|odpoved)(?:$|[-_])",
    re.IGNORECASE,
)
# "has-replies", "toggle-reply": a post that has answers, or can get some
_BUTTON = re.compile(r"^(?:has|with|no|can|allow|show|toggle)[-_]|[-_](?:able|link|button|to)$")


def levels(posts: Sequence[Node], *, top: bool) -> list[int | None]:
    """Give the depth of each post; without any sign of it 0 if `top`, else None."""
    owners = Owners(posts)
    around = [owners.around(post) for post in posts]
    if any(above is not None for above in around):
        depths: list[int] = []
        for above, more in zip(around, beside(posts, around), strict=True):
            depths.append(more + (0 if above is None else depths[above] + 1))
        return [*depths]
    for told in (_classed, _indented):
        found = [_near(post, told) for post in posts]
        if len(set(found)) > 1:
            return _steps(found)
    for counted in (_inner, _lists, _answers):
        inner = [counted(post) for post in posts]
        if len(set(inner)) > 1:
            return _steps(inner)
    return [0 if top else None] * len(posts)


def beside(posts: Sequence[Node], around: Sequence[int | None]) -> list[int]:
    """Give how much deeper each post stands than those in the same post around.

    Answers may stand in an element named for them behind the post, not in it.
    """
    inner = [_inner(post) for post in posts]
    groups: dict[int, list[int]] = {}
    for number, above in enumerate(around):
        if above is not None:
            groups.setdefault(above, []).append(number)
    found = [0] * len(posts)
    for group in groups.values():
        if len({inner[number] for number in group}) > 1:
            for number, step in zip(group, _steps([inner[n] for n in group]), strict=True):
                found[number] = step or 0
    return found


def named_parents(posts: Sequence[Node]) -> list[tuple[str | None, str | None]]:
    """Give each post's own id and that of the post it answers, where attributes name posts here."""
    own = [_own(post) for post in posts]
    known = set(own) - {None}
    parents = [next((v for n in _PARENTS if (v := attribute(p, n)) in known), None) for p in posts]
    if not any(parents):
        parents = _linked(posts, own)
    if len(known) < len(posts) or not any(parents):
        return [(None, None)] * len(posts)
    return [(n, p if p != n else None) for n, p in zip(own, parents, strict=True)]


def _linked(posts: Sequence[Node], own: Sequence[str | None]) -> list[str | None]:
    """Give the post that the line "in reply to" of each links to: the first link in it.

    Links lead to the id of a post, or to that of the anchor right before it.
    """
    places = {name: n for n, post in enumerate(posts) for name in _anchored(post)}
    parents: list[str | None] = [None] * len(posts)
    owners = Owners(posts)
    for link in (link for post in posts for link in post.css('a[href*="#"]')) if places else ():
        place = places.get((attribute(link, "href") or "").partition("#")[2])
        number = owners.of(link)
        if place is None or number is None or place == number or parents[number] is not None:
            continue
        earlier = place < number and _REPLIES.search(link.attributes.get("class") or "")
        if earlier or _is_reference(link):
            parents[number] = own[place]
    return parents


def _is_reference(link: Node) -> bool:
    """Tell a link to the post that is answered, by what is around it: its class, or its words."""
    above = link.parent
    around = (link,) if above is None else (link, above)
    if any(_ANSWERS.search(node.attributes.get("class") or "") for node in around):
        return True
    text = shown(above) if above is not None else ""
    return len(text) <= MAX_SAID and _SAID.match(text) is not None


def named_answers(posts: Sequence[Node], names: Collection[str]) -> list[str | None]:
    """Give whom each post says that it answers: "In reply to Ann", where no link leads there.

    `names` are the authors of the page. Posts in posts show by that what they answer.
    """
    found: list[str | None] = [None] * len(posts)
    owners = Owners(posts)
    if any(owners.around(post) is not None for post in posts):
        return found
    for number, post in enumerate(posts):
        if _SAID_IN.search(post.text(separator="\n")):
            lines = (shown(node) for node in post.css("a, span, small, em, i, p, div, li"))
            heads = ((line, _SAID.match(line)) for line in lines if len(line) <= MAX_SAID)
            told = (line[head.end() :].strip(" :\u00a0") for line, head in heads if head)
            found[number] = next((name for name in told if name in names), None)
        if found[number] is None:
            links = (a for a in post.css("a") if shown(a) in names and _in_quote(a, post))
            found[number] = next(map(shown, links), None)
    return found


def _in_quote(link: Node, post: Node) -> bool:
    """Tell a name in what a class calls the post answered: `<div class="reply-quote">`."""
    here = link.parent
    for _ in range(MAX_ABOVE + 1):
        if here is None or here.mem_id == post.mem_id:
            break
        if _QUOTED.search(here.attributes.get("class") or ""):
            return True
        here = here.parent
    return False


def _anchored(post: Node) -> list[str]:
    """Give the ids by which links can lead to a post."""
    above = before(post)
    anchor = attribute(above, "id", "name") if above is not None and above.tag == "a" else None
    return [name for name in (attribute(post, "id"), anchor) if name]


def _own(post: Node) -> str | None:
    told = attribute(post, "data-comment-id", "data-commentid", "data-id", "data-post-id")
    match = _NUMBER.search(attribute(post, "id") or "")
    return told or (match[0] if match else None)


def _near(post: Node, told: Callable[[Node], int | None]) -> int:
    here: Node | None = post
    for _ in range(1 + MAX_ABOVE):
        if here is None:
            break
        found = told(here)
        if found is not None:
            return found
        here = here.parent
    return 0


def _classed(node: Node) -> int | None:
    attributes = node.attributes
    for name in ("data-depth", "data-level", "data-indent"):
        value = attributes.get(name) or ""
        if value.isdecimal() and len(value) < 3:  # noqa: PLR2004 - no thread is that deep
            return int(value)
    match = _LEVEL.search(attributes.get("class") or "")
    return int(match[1]) if match else None


def _indented(node: Node) -> int | None:
    match = _INDENT.search(node.attributes.get("style") or "")
    return int(match[1]) if match else None


def _inner(post: Node) -> int:
    """Count the elements around a post that are named for answers."""
    found = 0
    here = post.parent
    for _ in range(MAX_CLIMB):
        if here is None:
            break
        attributes = here.attributes
        found += bool(
            _INNER.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")
        )
        here = here.parent
    return found


def _lists(post: Node) -> int:
    """Count the lists around a post: `<ul><li>...</li><ul><li>`."""
    found = 0
    here = post.parent
    for _ in range(MAX_CLIMB):
        if here is None:
            break
        found += here.tag in ("ul", "ol")
        here = here.parent
    return found


def _answers(post: Node) -> int:
    """Tell a post that its own class calls an answer, among others that are called so by none."""
    return int(any(map(_is_answer, classes(post))))


@lru_cache(maxsize=1 << 10)
def _is_answer(name: str) -> bool:
    return bool(_ANSWER.search(name)) and not _BUTTON.search(name)


def _steps(found: Sequence[int]) -> list[int | None]:
    """Take the values in order as levels; each post is at most one below the one before."""
    ranks = {value: rank for rank, value in enumerate(sorted(set(found)))}
    depths = [ranks[value] for value in found]
    steady = depths[0] == 0 and all(b <= a + 1 for a, b in itertools.pairwise(depths))
    return [*depths] if steady else [None] * len(found)
