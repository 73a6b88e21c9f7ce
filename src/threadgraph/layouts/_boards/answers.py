"""Tell the lines with which people begin an answer, greet, and end a post."""

from __future__ import annotations

import re

__all__ = ["begins_answer", "begins_with_self", "closes", "greets", "thanks"]

MAX_CLOSER = 120

_THANKS = (
    r"(?:(?:many |big |kind )?thanks?(?: you| u)?|thx|ty|(?:vielen |besten |herzlichen )?dank|"
    r"danke(?: schön| sehr)?|merci|(?:muchas )?gracias|(?:muito )?obrigad[oa]|(?:molte )?grazie|"
    r"bedankt|dank (?:je|u)|hartelijk dank|tack|(?:mange )?takk?|dziękuję|dzięki|kiitos|"
    r"teşekkürler|děkuji|díky|спасибо)"
)
_IN_ADVANCE = (
    r"(?:in advance|im voraus|schon mal|d[’']avance|por adelantado|de antemano|in anticipo|"
    r"antecipadamente|alvast|bij voorbaat|på förhand|på forhånd|z góry|předem|etukäteen|şimdiden|"
    r"заранее)"
)
_OF_THANKS = (
    r"(?:so much|very much|a lot|a bunch|again|guys|all|everyone|folks|bien|beaucoup|mille|"
    r"nochmals?|noch ?mal|encore|de nuevo|de novo|ancora|nogmaals|igen|ещё раз|"
    + _IN_ADVANCE
    + r")"
)
# "Thanks!", "Thanks again guys.", "Thank you in advance for any tips", "Best regards",
# "Viele Grüße": the last line of a post
_CLOSER = re.compile(
    rf"^(?:{_THANKS}(?:,? {_OF_THANKS}){{0,4}}[ .!,:)]{{0,4}}$|"
    rf"{_THANKS}\b.{{0,40}}\b(?:{_IN_ADVANCE}|for (?:your time|reading|looking|any|taking))\b|"
    r"(?:cheers|(?:best |kind )?regards|good luck|hth|(?:viele |liebe |beste )?grüße|lg|vg|mfg|"
    r"cordialement|saludos|saluti|groet(?:en|jes)?|mvh|pozdrawiam)[ .!,]{0,3}$)",
    re.IGNORECASE,
)
_ANY_THANKS = re.compile(rf"^{_THANKS}\b", re.IGNORECASE)
_GREETINGS = frozenset(
    """thanks thank thx ty cheers hi hey hello welcome congrats congratulations danke vielen hallo
    moin servus merci bonjour salut bonsoir gracias hola buenas saludos obrigado obrigada olá oi
    grazie ciao salve buongiorno bedankt dank hoi tack tak hej dziękuję dzięki cześć witam
    спасибо привет здравствуйте kiitos moi hei teşekkürler merhaba děkuji díky ahoj""".split()
)
_SELF = frozenset(
    """i i'm i've i'd i'll my ich mein meine je j'ai j'avais mon yo mi eu meu io ik jag jeg я minä
    ben""".split()
)
_OPENERS = (
    _GREETINGS
    | _SELF
    | frozenset(
        """yes yeah yep yup no nope nah wow great sorry well agree agreed same
        awesome nice cool lol haha hmm hmmm oh ok okay
        ja nein nö super klasse toll genau stimmt oui non désolé bravo sí sim não sì nee nej
        tak nie да нет evet hayır já ano ne""".split()
    )
)


def begins_answer(text: str) -> bool:
    """Tell whether a line begins as answers do: "Thanks, that", "I ", "@ann"."""
    return _is_opener(text, _OPENERS)


def begins_with_self(text: str) -> bool:
    """Tell whether a line begins with its writer: "I ", "My ", "Ich "."""
    return _first_word(text) in _SELF


def closes(text: str) -> bool:
    """Tell the last line of a post: "Thanks!", "Thanks in advance for ...", "Best regards"."""
    return bool(_CLOSER.match(text[:MAX_CLOSER]))


def greets(text: str) -> bool:
    """Tell whether a line begins with a greeting, thanks, or the name of another member."""
    return _is_opener(text, _GREETINGS)


def thanks(text: str) -> bool:
    """Tell whether a line begins with thanks, which may close a post as well."""
    return bool(_ANY_THANKS.match(text))


def _is_opener(text: str, words: frozenset[str]) -> bool:
    word = _first_word(text)
    if word.startswith("@"):
        return len(word) > 1
    return word in words and not closes(text)


def _first_word(text: str) -> str:
    """Give the first word without what stands behind it, in lower case; "" of a bare mark's row."""
    word = next(iter(text.split(None, 1)), "")
    return word.replace("’", "'").rstrip(".,!?:;…").casefold()
