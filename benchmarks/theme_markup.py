"""Print a comment as WordPress themes do: core's, those of its years, and what others print.

Each function takes the parts as HTML: `name`, `date`, `text`, `picture`, `reply`, `says`, `number`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["FLAT", "MARKUP"]

FLAT = ("kubrick", "signed")
"""What themes printed before answers could be nested."""


def _core(p: Mapping[str, str]) -> str:
    return (
        f"<div class='comment-author vcard'>{p['picture']} <cite class='fn'>{p['name']}</cite> "
        f"<span class='says'>{p['says']}</span></div>\n<div class='comment-meta'><a href='#c'>"
        f"{p['date']}</a></div>\n{p['text']}{p['reply']}"
    )


def _html5(p: Mapping[str, str]) -> str:
    return (
        f"<article class='comment-body'><footer class='comment-meta'><div class='comment-author "
        f"vcard'>{p['picture']} <b class='fn'>{p['name']}</b> <span class='says'>{p['says']}</span>"
        f"</div><div class='comment-metadata'><a href='#c'><time>{p['date']}</time></a></div>"
        f"</footer><div class='comment-content'>{p['text']}</div>{p['reply']}</article>"
    )


def _eleven(p: Mapping[str, str]) -> str:
    return (
        f"<article class='comment'><footer><div class='comment-author vcard'>{p['picture']}<span "
        f"class='fn'>{p['name']}</span> on <a href='#c'><time>{p['date']}</time></a> <span "
        f"class='says'>{p['says']}</span></div></footer><div class='comment-content'>{p['text']}"
        f"</div>{p['reply']}</article>"
    )


def _twelve(p: Mapping[str, str]) -> str:
    return (
        f"<article class='comment'><header class='comment-meta comment-author vcard'>"
        f"{p['picture']}<cite><b class='fn'>{p['name']}</b> </cite><a href='#c'><time>{p['date']}"
        f"</time></a></header><section class='comment-content'>{p['text']}</section>{p['reply']}"
        "</article>"
    )


def _kubrick(p: Mapping[str, str]) -> str:
    return (
        f"{p['picture']} <cite>{p['name']}</cite> {p['says'].capitalize()}\n<br /><small>"
        f"<a href='#c'>{p['date']}</a></small>\n{p['text']}"
    )


def _genesis(p: Mapping[str, str]) -> str:
    return (
        f"<article><header class='comment-header'><p class='comment-author'>{p['picture']} <span>"
        f"{p['name']}</span> <span class='says'>{p['says'].rstrip(':')}</span></p><p "
        f"class='comment-meta'><time><a href='#c'>{p['date']}</a></time></p></header><div "
        f"class='comment-content'>{p['text']}</div>{p['reply']}</article>"
    )


def _thematic(p: Mapping[str, str]) -> str:
    return (
        f"<div class='comment-author vcard'>{p['picture']} <span class='fn n'>{p['name']}</span>"
        f"</div><div class='comment-meta'>Posted {p['date']} <span>|</span> <a href='#c'>Permalink"
        f"</a></div>{p['text']}{p['reply']}"
    )


def _signed(p: Mapping[str, str]) -> str:
    return (
        f"{p['text']}<p class='comment-meta'>Comment by <cite>{p['name']}</cite> &#8212; "
        f"{p['date']} <a href='#c'>#</a></p>"
    )


def _bar(p: Mapping[str, str]) -> str:
    return (
        f"<div class='the-comment'>{p['picture']} <div class='comment-author meta'><strong>"
        f"{p['name']}</strong> {p['date']} <a class='comment-reply-link' href='#r'>- Reply</a>"
        f"</div><div class='comment-text'>{p['text']}</div></div>"
    )


def _card(p: Mapping[str, str]) -> str:
    return (
        f"<div class='media'>{p['picture']} <div class='media-body'><h4>{p['name']}</h4><time>"
        f"{p['date']}</time>{p['text']}{p['reply']}</div></div>"
    )


def _around(p: Mapping[str, str]) -> str:
    return (
        f"<div class='author'>{p['picture']} {p['name']}</div><div class='body'>{p['text']}</div>"
        f"<div class='date'>{p['date']} · <a href='#r'>Reply</a></div>"
    )


def _brackets(p: Mapping[str, str]) -> str:
    return (
        f"<p class='meta'><strong>{p['name']}</strong> <em>({p['date']})</em></p>{p['text']}"
        f"{p['reply']}"
    )


def _numbered(p: Mapping[str, str]) -> str:
    return (
        f"<div class='head'>{p['picture']} <a href='#c'>{p['number']}</a> <span>{p['name']}</span> "
        f"<span>{p['date']}</span></div><div class='format_text'>{p['text']}</div>{p['reply']}"
    )


MARKUP: dict[str, Callable[[Mapping[str, str]], str]] = {
    "core": _core, "html5": _html5, "eleven": _eleven, "twelve": _twelve, "kubrick": _kubrick,
    "genesis": _genesis, "thematic": _thematic, "signed": _signed, "bar": _bar, "card": _card,
    "around": _around, "brackets": _brackets, "numbered": _numbered,
}  # fmt: skip
