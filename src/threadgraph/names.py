"""Tell names from the words that systems print where no name is known."""

from __future__ import annotations

import re

from threadgraph.records import AuthorState
from threadgraph.text import fold_name

__all__ = ["author_state", "is_role"]

_DELETED = frozenset(
    "[deleted] [removed] [gelöscht] [supprimé] deleted-user deleted_user".split()
) | frozenset((
    "deleted user", "deleted account", "account deleted", "deleted member", "former member",
    "gelöschter benutzer", "gelöschter account", "gelöschtes mitglied", "ehemaliges mitglied",
    "utilisateur supprimé", "compte supprimé", "membre supprimé", "usuario eliminado",
    "utente cancellato", "usuário excluído", "verwijderde gebruiker", "[deleted user]",
    "удалённый пользователь", "удаленный пользователь", "usunięty użytkownik",
))  # fmt: skip
"""What stands for the author of a deleted account; folded."""

_ANONYMOUS = frozenset((
    "anonymous", "anonymous coward", "anonymous user", "anonym", "anonyme", "anónimo", "anônimo",
    "anonimo", "anoniem", "anonymní", "anonim", "anonymt", "nimetön", "аноним", "анонім",
    "анонимный", "ανώνυμος", "匿名", "익명", "名無しさん", "غير معرف", "אנונימי", "vô danh",
    "adsız", "isimsiz", "unknown user", "anonymer benutzer", "unregistered",
))  # fmt: skip
"""What stands for people who gave no name; folded. Each is somebody else."""


def author_state(name: str) -> AuthorState:
    """Tell whether the name shown names someone."""
    folded = fold_name(name)
    if folded in _DELETED:
        return "deleted"
    return "anonymous" if folded in _ANONYMOUS else "named"


# "Moderator", "Neues Mitglied", "Miembro muy conocido", "Advertisement"
_ROLE = re.compile(
    r"^(?:(?:super |forum |global |site )?(?:moderator|moderador|modérateur|moderatore|moderatør|"
    r"administrator|administrador|administrateur|amministratore|beheerder|admin|staff(?: member)?)|"
    r"(?:well-known |active |new |senior |junior |full |premium |registered |site |known )?"
    r"(?:member|user|poster|supporter)|(?:bekend |actief |nieuw )?lid|"
    r"(?:neues |aktives |bekanntes |(?:sehr )?aktives )?mitglied|känd medlem|(?:ny |aktiv )?medlem|"
    r"(?:nuevo |nouveau |nuovo )?(?:miembro|membre|membro|utente)"
    r"(?: (?:muy )?(?:conocido|activo|connu|actif|noto|attivo))?|membre bien connu|"
    r"(?:discussion|thread|topic) starter|op|themenstarter|upvote \d{1,5}|banned|"
    r"advertisement|anzeige|anuncio|publicité|annuncio|reklam)$",
    re.IGNORECASE,
)
MAX_ROLE = 30


def is_role(text: str) -> bool:
    """Tell what a page calls its people by in place of a name: "Moderator", "New member"."""
    return len(text) <= MAX_ROLE and bool(_ROLE.match(text))
