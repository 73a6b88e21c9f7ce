"""Hold the lines by which phpBB marks profiles and the ends of posts, in its languages."""

from __future__ import annotations

import re

from threadgraph.caseless import Caseless
from threadgraph.layouts._boards.title import is_column

__all__ = ["COUNT", "MAX_PROFILE", "PROFILE", "TOP", "closes", "parts"]

MAX_PROFILE = 60
MAX_BUTTONS = 140
# "Posts: 2630", "Joined: Wed Apr 24, 2019 2:19 am", "Podziękował;: 37 razy"
PROFILE = re.compile(r"^[^\W\d_][\w '’/.;-]{1,36}:(?: .{0,120})?$")
TOP = re.compile(
    r"^(?:Top|Back to top|Nach oben|Haut|Revenir en haut|Retour en haut|Arriba|Volver arriba|Topo|"
    r"Voltar ao topo|Torna in cima|Torna su|Top page|Omhoog|Naar boven|Till toppen|Til toppen|"
    r"Tilbage til toppen|Powrót do góry|Do góry|Na górę|Nahoru|Zpět nahoru|"
    r"Vissza a tetejére|Başa dön|Sayfa başı|Вернуться к началу|Вернуться наверх|Наверх|"
    r"Torna ad? inizio pagina|Revenir en haut de page|Terug naar boven|Voltar acima|Návrat nahoru|"
    r"Tillbaka till toppen|Takaisin alkuun|Vissza az elejére|Înapoi la început|Návrat hore|"
    r"Επιστροφή στην κορυφή|Догори|Повернутися до початку|Върнете се в началото|Natrag na vrh|"
    r"返回页首|返回頁首|返回顶端|回頂端|回顶端|トップに戻る|חזרה למעלה|"
    # Forumotion: to the top and to the bottom
    r"Back to top Go down|Nach oben Nach unten|Revenir en haut Aller en bas|"
    r"Volver arriba Ir abajo|(?:Ir para o topo|Voltar ao Topo) Ir (?:para|em) baixo|"
    r"Torna in alto Andare in basso|Naar boven Naar beneden|Вернуться к началу Перейти вниз|"
    r"Powrót do góry Go down|Sus In jos|Go down)$"
)
# "[ Profil ] [ PM ] [ WWW ]", "View user's profile Send private message", "Profile"
_BUTTONS = Caseless(
    r"^(?:(?:\[ ?[^\[\]]{1,20} ?\] ?){1,8}|"
    r"(?:profile?|perfil|profilo|profiel|профиль|e-?mail|www|website|pm|icq|aim|msnm?|offline|\s){1,9}|"
    r"(?:view user's profile|(?:benutzer-)?profile? anzeigen|voir le profil|ver (?:o )?perfil|"
    r"visualizza (?:il )?profilo|profiel bekijken|bekijk (?:gebruikers)?profiel|"
    r"zobacz profil autora|visa (?:användar)?profil|vis (?:brugerens? )?profil|"
    r"zobrazit informace o autorovi|посмотреть профиль|kullanıcı profilini gör|"
    r"felhasználó profiljának megtekintése|näytä käyttäjän tiedot)\b.{0,120}|"
    r"(?:reply with quote|mit zitat antworten|antworten mit zitat|répondre en citant|"
    r"responder citando|rispondi (?:citando|quotando)|reageren met citaat|"
    r"odpowiedz z cytatem|svara med citat))$"
)
# "[ 14 posts ]": above the first post
COUNT = re.compile(r"^\[ ?\d{1,6} [^\W\d_]{3,12} ?\]$")


def closes(text: str) -> bool:
    """Tell what stands below a post: "Back to top", "[ Profil ] [ PM ]"."""
    return len(text) <= MAX_BUTTONS and (bool(TOP.match(text)) or _BUTTONS.match(text))


def parts(text: str) -> bool:
    """Tell what stands above a post: the end of another, or the titles of the columns."""
    return closes(text) or is_column(text)
