"""Tell names from the words that systems print where no name is known."""

from __future__ import annotations

import re
from functools import lru_cache

from threadgraph.choice import Choice
from threadgraph.records import AuthorState
from threadgraph.text import fold_name

__all__ = ["author_state", "is_role", "without_unverified"]

KEPT = 1 << 12
"""Names that are remembered: those of a page come again."""

_DELETED = frozenset(
    "[deleted] [removed] [gelöscht] [supprimé] deleted-user deleted_user".split()
) | frozenset((
    "deleted user", "deleted account", "account deleted", "deleted member", "former member",
    "gelöschter benutzer", "gelöschter account", "gelöschtes mitglied", "ehemaliges mitglied",
    "utilisateur supprimé", "compte supprimé", "membre supprimé", "usuario eliminado",
    "utente cancellato", "usuário excluído", "verwijderde gebruiker", "[deleted user]",
    "удалённый пользователь", "удаленный пользователь", "usunięty użytkownik", "[已注销]", "已注销",
))  # fmt: skip
"""What stands for the author of a deleted account; folded."""

_ANONYMOUS = frozenset((
    "anonymous", "anonymous coward", "anonymous user", "anonym", "anonyme", "anónimo", "anônimo",
    "anonimo", "anoniem", "anonymní", "anonim", "anonymt", "nimetön", "аноним", "анонім",
    "анонимный", "ανώνυμος", "匿名", "익명", "名無しさん", "غير معرف", "אנונימי", "vô danh",
    "adsız", "isimsiz", "unknown user", "anonymer benutzer", "unregistered",
    "a customer", "ein kunde", "un client", "un cliente",
))  # fmt: skip
"""What stands for people who gave no name; folded. Each is somebody else."""


@lru_cache(maxsize=KEPT)
def author_state(name: str) -> AuthorState:
    """Tell whether the name shown names someone."""
    folded = fold_name(name)
    if folded.removeprefix("u/") in _DELETED:
        return "deleted"
    return "anonymous" if folded in _ANONYMOUS else "named"


# "Ann (not verified)": what Drupal prints behind the names of guests
_UNVERIFIED = re.compile(
    r"(?<=\S)\s?\((?:not verified|nicht überprüft|non vérifié|no verificado|não verificado|"
    r"non verificato|niet gecontroleerd|niezweryfikowany|не проверено|не перевірено|neověřeno|"
    r"inte verifierad|ikke verificeret|ikke bekreftet|nem ellenőrzött|doğrulanmadı|no verificat|"
    r"未検証)\)$",
    re.IGNORECASE,
)


def without_unverified(name: str) -> str:
    """Give a name without what tells that nobody checked it."""
    return _UNVERIFIED.sub("", name) if name.endswith(")") else name


_GRADES = (
    r"well-?known|very active|active|new|senior|junior|full|premium|registered|site|known|hero|"
    r"[js]r\.?|advanced|regular|trusted|gold|silver|vip|veteran|"
    r"supporting|lifetime|life|contributing|founding|charter|donating|platinum|diamond|bronze|elite|"
    r"super|sponsoring|distinguished|honou?rary|valued|established|frequent|original|"
    r"neue[sr]|(?:sehr )?aktive[sr]|bekannte[sr]|erfahrene[sr]|langjährige[sr]|registrierte[sr]|"
    r"fortgeschrittene[sr]|nouveau|nuevo|novo|nuovo|nieuw|actief|bekend|ny|aktiv|känd|erfaren|"
    r"nowy|aktywny|znany|stały|новый|активный|известный|постоянный|yeni|aktif|tanınmış|kayıtlı|"
    r"nový|aktivní|známý|uusi|aktiivinen|tunnettu|új|aktív"
)
_PEOPLE = (
    r"members?|users?|poster|supporter|mitglied(?:er)?|(?:be)?nutzer|membres?|utilisateur|"
    r"miembros?|usuario|membros?|usuário|utent[ei]|lid|leden|gebruiker|medlem(?:mer|mar)?|bruger|"
    r"bruker|användare|użytkowni(?:k|cy)|участники?|пользовател[ьи]|üye(?:ler)?|člen(?:ové)?|"
    r"uživatel|jäsen|käyttäjä|felhasználó|membru|utilizator|μέλος"
)
_KNOWN = (
    r"(?:muy |bien |très |muito |molto )?(?:conocido|activo|registrado|connu|actif|confirmé|noto|"
    r"attivo|registrato|ativo|conhecido)"
)
_STAFF = (
    r"(?:super |forum |global |site |community |team )?(?:moderators?|moderador|modérateur|"
    r"moderatore|moderatør|moderatör|модератор|administrators?|administrador|administrateur|"
    r"amministratore|administratör|администратор|beheerder|admins?|staff(?: member)?)|"
    r"team-?mitglied|mitarbeiter|membre du personnel|miembro del (?:equipo|personal)|"
    r"membro (?:dello staff|da equipe)|команда форума|staflid|yönetici"
)
# "Moderator", "Neues Mitglied", "Miembro muy conocido", "Advertisement"
_ROLE = Choice(
    rf"^(?:{_STAFF}|(?:(?:{_GRADES}) )?(?:{_PEOPLE})(?: {_KNOWN})?|"
    r"(?:discussion|thread|topic) starter|topic author|op|themenstarter(?:in)?|upvote \d{1,5}|"
    r"banned|advertisement|anzeige|anuncio|publicité|annuncio|reklam)$"
)
MAX_ROLE = 30


def is_role(text: str) -> bool:
    """Tell what a page calls its people by in place of a name: "Moderator", "New member"."""
    return len(text) <= MAX_ROLE and _ROLE.match(text)
