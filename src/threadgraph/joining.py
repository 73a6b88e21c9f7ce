"""Tell what boards print before the day on which a member joined: that day is no post's."""

from __future__ import annotations

__all__ = ["JOINED", "is_joined"]

JOINED = frozenset(
    word + end
    for word in (
        "joined", "member since", "join date", "registration date", "registered", "mitglied seit",
        "registriert", "registriert seit", "dabei seit", "beigetreten", "anmeldungsdatum",
        "date d'inscription",
        "data de inscrição", "fecha de inscripción", "data d'iscrizione", "iscritto il",
        "dołączyła", "založen", "kayıt", "kayıt tarihi", "geregistreerd", "geregistreerd op",
        "inscrit", "inscrit le", "inscrit en", "inscription", "membre depuis",
        "miembro desde", "registrado",
        "fecha de ingreso",
        "desde",
        "se incorporó", "ingresado", "iscritto dal", "registrato", "iscritto", "lid sinds",
        "lid geworden", "lid geworden op", "medlem sedan", "gick med", "registrerad", "blev medlem",
        "tilmeldt",
        "medlem siden", "ble medlem", "dołączył", "dołączył(a)", "rejestracja", "entrou",
        "entrou em", "cadastro", "регистрация", "зарегистрирован", "зарегистрирована",
        "реєстрація", "katılım", "üyelik", "liittynyt",
        "registrace", "připojen", "csatlakozott", "regisztráció", "înscris",
        "data de înscriere", "data înscrierii", "anmeldedatum", "registratiedatum", "εγγραφή",
        "登録日", "가입일", "注册", "注册时间", "註冊", "註冊時間",
        "加入于", "tham gia",
    )
    for end in ("", ":", " :")
)  # fmt: skip


def is_joined(text: str) -> bool:
    """Tell "Joined", "Mitglied seit": what stands before the date of joining."""
    return text.lower() in JOINED
