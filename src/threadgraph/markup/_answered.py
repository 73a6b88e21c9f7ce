"""Tell which post of a page others say that they answer: by id, by a link, by the author's name.

Ids are taken from attributes and from links in words such as "in reply to".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, takewhile

from threadgraph.markup._dom import Node, Owners, attribute, shown, up_from
from threadgraph.markup._quoted import before

__all__ = [
    "MAX_SAID",
    "anchored",
    "is_reference",
    "named_answers",
    "named_parents",
    "own_id",
    "says_answered",
]

MAX_ABOVE = 3
"""Elements around a name that can tell that it is of the post answered."""
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
    r"parent|__origin|reponse[-_]?a(?:$|[-_\s])|en[-_]?respuesta|em[-_]?resposta|in[-_]?risposta|"
    r"quotelink",
    re.IGNORECASE,
)
# "Antwort auf den Beitrag von <a href="#comment7">Ann</a>", whatever its element is called
_SAID = re.compile(
    r"\A\W{0,3}(?:in (?:reply|response|answer) to|repl(?:y|ied|ies|ying) to|(?:als )?antwort auf|"
    r"en réponse à|réponse à|répond à|en respuesta a|respuesta a|em resposta a|resposta a|"
    r"in risposta a|risposta a|(?:als )?reactie op|antwoord op|svar (?:til|på)|"
    r"(?:w )?odpowiedzi? (?:na|do)|(?:в )?ответ на|reakc[ei]a? na|odpov[eě][dď] na|"
    r"v odpovědi na|odgovor na|(?:ca )?răspuns la|en resposta a|в отговор на|"
    r"(?:у )?відповідь на)\b",
    re.IGNORECASE,
)
# `<a class="reply" href="#comment7">` in comment 9: comment 7 stands before it
_REPLIES = re.compile(r"(?:^|[-_\s])(?:reply|replied|antwort|reponse|respuesta)", re.IGNORECASE)
_EDGES = " \t\u00a0:·|"
_QUOTED = re.compile(
    r"(?:^|[-_\s])(?:repl(?:y|ied)[-_]?quote|quoted[-_]?comment|in[-_]?reply|reply[-_]?to)"
)
_SAID_IN = re.compile(_SAID.pattern.removeprefix(r"\A"), re.IGNORECASE)
MAX_SAID = 160
_NUMBER = re.compile(r"\d{1,20}\Z")


def named_parents(posts: Sequence[Node]) -> list[tuple[str | None, str | None]]:
    """Give each post's own id and that of the post it answers, where attributes name posts here."""
    own = [own_id(post) for post in posts]
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
    places = {name: n for n, post in enumerate(posts) for name in anchored(post)}
    parents: list[str | None] = [None] * len(posts)
    owners = Owners(posts)
    for link in (link for post in posts for link in post.css('a[href*="#"]')) if places else ():
        place = places.get((attribute(link, "href") or "").partition("#")[2])
        number = owners.of(link)
        if place is None or number is None or place == number or parents[number] is not None:
            continue
        called = _REPLIES.search(link.attributes.get("class") or "") or _calls(link)
        if (place < number and called) or is_reference(link):
            parents[number] = own[place]
    return parents


def says_answered(line: str) -> bool:
    """Tell a line that says what is answered, "In reply to Ann's comment"."""
    return len(line) <= MAX_SAID and _SAID.match(line) is not None


def _calls(link: Node) -> bool:
    """Tell the sign before whom a text speaks to: `<a href="#7">@</a> Ann`."""
    return shown(link)[:1] == "@"


def is_reference(link: Node) -> bool:
    """Tell a link to the post that is answered, by what is around it: its class, or its words."""
    above = link.parent
    around = (link,) if above is None else (link, above)
    if any(_ANSWERS.search(node.attributes.get("class") or "") for node in around):
        return True
    return above is not None and says_answered(shown(above))


def named_answers(posts: Sequence[Node], names: Collection[str]) -> list[str | None]:
    """Give whom each post says that it answers: "In reply to Ann", where no link leads there.

    `names` are the authors of the page.
    """
    found: list[str | None] = [None] * len(posts)
    for number, post in enumerate(posts):
        text = post.text(separator="\n")
        if _SAID_IN.search(text):
            lines = [line for part in text.splitlines() if (line := part.strip(_EDGES))]
            found[number] = next(_said_of(lines, names), None)
        if found[number] is None:
            links = (a for a in post.css("a") if shown(a) in names and _in_quote(a, post))
            found[number] = next(map(shown, links), None)
    return found


def _said_of(lines: Sequence[str], names: Collection[str]) -> Iterator[str]:
    """Give the names that follow such words, on the same line or on the next."""
    for number, line in enumerate(lines):
        head = _SAID.match(line) if len(line) <= MAX_SAID else None
        if head is not None:
            told = line[head.end() :].strip(_EDGES) or "".join(lines[number + 1 : number + 2])
            yield from (name for name in (told,) if name in names)


def _in_quote(link: Node, post: Node) -> bool:
    """Tell a name in what a class calls the post answered: `<div class="reply-quote">`."""
    near = islice(up_from(link.parent), MAX_ABOVE)
    inner = takewhile(lambda node: node.mem_id != post.mem_id, near)
    return any(_QUOTED.search(node.attributes.get("class") or "") for node in inner)


def anchored(post: Node) -> list[str]:
    """Give the ids by which links can lead to a post."""
    above = before(post)
    anchor = attribute(above, "id", "name") if above is not None and above.tag == "a" else None
    return [name for name in (attribute(post, "id"), anchor, _place(post)) if name]


def _place(post: Node) -> str | None:
    """Give the name of the first empty anchor in a post: `<a name="7"></a>`."""
    anchor = post.css_first("a[name]")
    return attribute(anchor, "name") if anchor is not None and not shown(anchor) else None


def own_id(post: Node) -> str | None:
    """Give the id that a post's attributes tell: its own number, or the one that ends its id."""
    told = attribute(post, "data-comment-id", "data-commentid", "data-id", "data-post-id")
    match = _NUMBER.search(attribute(post, "id") or _place(post) or "")
    return told or (match[0] if match else None)
