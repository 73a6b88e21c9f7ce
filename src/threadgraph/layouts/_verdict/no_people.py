"""Tell names of which most are nobody's: sections of newspapers, words of buttons, titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from threadgraph.accents import either
from threadgraph.layouts._base import Parse, Record
from threadgraph.layouts._text.chrome import KEPT
from threadgraph.layouts._text.names import hides_address
from threadgraph.layouts._text.page import Segment, TextPage
from threadgraph.layouts._verdict.renaming import nameless

__all__ = ["names_entries", "names_no_people", "without_titles"]

MIN_NAMES = 2
_SECTIONS = frozenset(
    """news world uk us u.s. asia africa europe americas business economy money markets finance
    politics opinion editorial sports sport football soccer basketball baseball tennis golf
    cricket athletics boxing cycling rugby nfl nba mlb nhl ncaaf ncaab nascar tech technology
    science environment health entertainment arts culture media music movies film tv
    television books travel lifestyle life style fashion food education autos car cars video
    videos photos pictures gallery features people local national international crime weather
    story blogs columnists live politik wirtschaft kultur panorama gesellschaft wissen
    wissenschaft reise auto netzwelt medien ausland inland meinung gesundheit digital
    politique économie monde société sciences santé planète médias idées opinions cinéma
    musique política economía internacional deportes cultura sociedad opinión tecnología
    ciencia salud gente televisión mundo politica economia esteri cronaca spettacoli
    tecnologia scienze salute mondo esporte esportes saúde brasil politiek economie
    buitenland binnenland cultuur wetenschap opinie polityka gospodarka świat polska nauka
    technologie политика экономика общество спорт культура мир наука технологии
    происшествия""".split()
)
"""Sections of newspapers, which stand above headlines."""


_JOINED = re.compile(r"\s?[&/|]\s?|\s(?:and|und|et|y|e|i|и)\s")
# "Show 5 More", "Follow us", "End Quote", "Most Read"
_BUTTON = re.compile(
    r"(?:(?:show|see|view|read|load) (?:\d{1,4} )?(?:more|less|all)\b.*|follow \S.*|"
    r"view (?:\w{4,6} )?(?:profile|posts?)|send an? \S.*|find (?:all|more) \S.*|"
    r"(?:today's|new) posts|report post|quick reply|reply with quote|"
    r"(?:start|end) quote|related \S.*|sponsored \S.*|newsletters?.*|"
    r"(?:most )?(?:read|shared|discussed|emailed|viewed|popular|recommended|commented|active)"
    r"(?: discussions)?|close|cancel|this|thank you|or|and|but|how|why|what|photos?|"
    r"previous|next|resources)$",
    re.IGNORECASE,
)
# "Home", "Return Policy", "Passwort vergessen?": what leads to the pages of a site
_ENTRY = re.compile(
    either(
        r"(?:home|home ?page|site ?map|register|registration|log ?(?:in|out)|sign (?:in|up)|"
        r"contact(?: us)?|about(?: us)?|(?:privacy|cookie|return|shipping|refund) polic(?:y|ies)|"
        r"(?:terms|conditions)\b.{0,30}|faqs?|help|search|my account|wish ?list|checkout|"
        r"(?:shopping )?cart|newsletter|careers|press|advertis(?:e|ing)|legal notice|"
        r"startseite|anmelden|registrieren|einloggen|impressum|datenschutz(?:erklärung)?|agb|kontakt|"
        r"hilfe|suche|warenkorb|passwort vergessen\??|accueil|connexion|inscription|s'inscrire|"
        r"mentions légales|nous contacter|panier|livraison|paiement sécurisé|inicio|contacto|"
        r"aviso legal|regístrate|iniciar sesión|carrito|condiciones|início|contato|carrinho|entrar|"
        r"accedi|registrati|contatti|carrello|chi siamo|condizioni|winkelwagen|inloggen|"
        r"klantenservice|kundservice|kontakta oss|om oss|strona główna|koszyk|zaloguj(?: się)?|"
        r"регистрация|вход|войти|контакты|главная|о нас|о компании|доставка|корзина|"
        r"kategori(?:e|en|er|es|a)?|categor(?:y|ies|ías?|ias?)|hot threads?|recent posts|links)$"
    ),
    re.IGNORECASE,
)
# "Re: Why?", "thanks", "A question about oil", "Great post": subjects of comments
_SUBJECT = re.compile(
    r"(?:re|aw|sv|odp|rép)\s?: .*|"
    r"(?:many |big |lots of )?(?:thanks?|thx|danke|merci|gracias|grazie)(?:[ !.].*)?|"
    r"(?:an?|one|my|another|quick) (?:\S+ )?(?:question|problem|idea|thought|note|bug)s?\b.*|"
    r"(?:i )?agreed?|me too|works for me|"
    r"(?:very )?(?:great|nice|good|excellent|interesting|awesome) "
    r"(?:post|article|work|job|idea|point|tutorial|question|read|stuff|info\w*)s?\b.*|"
    r"(?:question|update|correction|problem|help|help needed|suggestion)$",
    re.IGNORECASE,
)
# "Q10 Coming in June": people are not called so, but for a few
_PHRASE = re.compile(
    r"\S \S*\b(?:the|an|in|on|to|for|with|at|from|and|of|is|are|off|how|why|und|für|mit|im|zum|et|"
    r"les|des|dans|pour|avec|y|los|las|para|con|il|per|nel|della|het|een|voor|met)\b"
)
# "Ann and Bob", "Ann from Leeds", "Luis de los Santos", "Jan van het Hof"
_PERSON = re.compile(
    r"[^\W\d_]+ (?:and|und|et|y|in|from|of|aus|de) [^\W\d_a-z][^\W\d_]+$|"
    r".* (?:de l[oa]s|van het|op het|in het) [^\W\d_a-z]\S+$"
)


def names_no_people(records: Sequence[Record]) -> bool:
    """Tell whether half of the posts have such names, at least two: one may be somebody's."""
    names = [record.author for record in records if record.author]
    nobody = sum(map(_is_nobody, names))
    different = set(names)
    phrases = sum(_is_nobody(name) or _is_phrase(name) for name in different)
    many = max(MIN_NAMES, len(records) / 2)
    if nobody >= many or len(names) == nobody >= MIN_NAMES:
        return True
    return phrases >= max(MIN_NAMES, len(different) / 2)


def names_entries(records: Sequence[Record]) -> bool:
    """Tell whether half of the names are entries of a site's menu."""
    names = [record.author for record in records if record.author]
    return 2 * sum(map(_is_entry, names)) >= max(2, len(names))


def without_titles(page: TextPage, parse: Parse) -> Parse:
    """Give answers that nest without names if those are nobody's: their texts begin with titles."""
    records = parse.records
    if not any(record.depth for record in records) or not names_no_people(records):
        return parse
    return replace(parse, records=tuple(_nameless(page.text, record) for record in records))


def _nameless(text: str, record: Record) -> Record:
    """Take the header to the text, with the line ends below it."""
    if record.author is None or not (record.header and record.body):
        return record
    start, end = record.header[0].start, record.header[-1].end
    if record.body[0].start < end or any(start < c.end and c.start < end for c in record.chrome):
        return record  # signed below the text
    gap = text[end : record.body[0].start]
    end += len(gap) - len(gap.lstrip("\r\n"))
    body = (Segment(start, end), *record.body)
    return nameless(record)._replace(header=(), body=body)


@lru_cache(maxsize=KEPT)
def _is_phrase(name: str) -> bool:
    if _PHRASE.search(name) is None or _PERSON.match(name):
        return False
    return not hides_address(name)


@lru_cache(maxsize=KEPT)
def _is_entry(name: str) -> bool:
    return _ENTRY.match(name) is not None


@lru_cache(maxsize=KEPT)
def _is_nobody(name: str) -> bool:
    parts = _JOINED.split(name.lower().partition(",")[0])  # "Ann, UK" tells where Ann is
    if any(part in _SECTIONS for part in parts) or _BUTTON.match(name):
        return True
    return _SUBJECT.fullmatch(name) is not None
