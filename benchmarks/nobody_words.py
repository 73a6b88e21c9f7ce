"""Give the words that comment systems of nobody's print: controls, headings, ranks, dates, names.

Each language has the same fields; `{x}` is what a label stands beside, `{n}` a number.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FIRST", "LANGUAGES", "LAST", "TITLES", "Words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a system says in one language."""

    reply: tuple[str, ...]
    report: tuple[str, ...]
    like: tuple[str, ...]
    share: tuple[str, ...]
    link: tuple[str, ...]
    heading: tuple[str, ...]
    by: tuple[str, ...]
    on: tuple[str, ...]
    joined: tuple[str, ...]
    count: tuple[str, ...]
    answers: tuple[str, ...]
    ranks: tuple[str, ...]
    badges: tuple[str, ...]
    places: tuple[str, ...]
    stars: tuple[str, ...]
    form: tuple[str, ...]
    boxes: tuple[str, ...]
    months: tuple[str, ...]
    dates: tuple[str, ...]
    ages: tuple[str, ...]


_PLACES = (
    "Leeds", "Toledo, OH", "New Haven", "Kent", "Perth", "St. Ives", "Upper Michigan", "Cork",
    "Porto Alegre", "Ghent", "Yorkshire", "San Diego, CA",
)  # fmt: skip
_NUMERIC = (
    "{year}-{mm}-{dd} {hh}:{min}", "{dd}.{mm}.{year}, {hh}:{min}", "{dd}/{mm}/{year} {hh}:{min}",
    "{dd}.{mm}.{year}",
)  # fmt: skip

LANGUAGES = {
    "en": Words(
        reply=("Reply", "Answer this", "Respond", "Reply to this comment"),
        report=("Report", "Flag", "Report abuse", "Alert the editors"),
        like=("Like {n}", "👍 {n}", "Recommend ({n})", "Agree {n}", "Helpful? {n}", "Thumbs up"),
        share=("Share", "Tweet", "Copy link"),
        link=("Permalink", "Link", "¶"),
        heading=(
            "Comments ({n})", "{n} comments", "Readers' voices", "What you say", "Discussion",
            "Join the conversation", "{n} reader reactions", "",
        ),
        by=("by {x}", "From: {x}", "Posted by {x}", "{x} says:", "{x} wrote:", "Name: {x}"),
        on=("on {x}", "Posted {x}", "{x}", "{x}", "Date: {x}", "({x})"),
        joined=("Joined {x}", "Member since {x}", "On board since {x}"),
        count=("{n} posts", "Posts: {n}", "Comments: {n}", "{n} contributions"),
        answers=("in reply to {x}", "Reply to {x}", "@{x}", "answering {x}", "↪ {x}"),
        ranks=("Newcomer", "Regular", "Old hand", "Silver Reader", "Top Contributor", "Sage"),
        badges=("Subscriber", "Author", "Editor's Pick", "Verified Buyer", "Staff", "Guest"),
        places=_PLACES,
        stars=("{s} out of 5 stars", "Rating: {s}", "{s}/5", "{b}"),
        form=("Write a comment", "Log in to join in", "Have your say"),
        boxes=("Most read", "More from this section", "You may also like", "Latest stories"),
        months=(
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        dates=(
            "{month} {day}, {year}", "{day} {month} {year}",
            "{mon} {day}, {year} at {h12}:{min} {ap}", "{hh}:{min} on {day} {mon} {year}",
            "{day} {mon} {year} {hh}:{min}", "{month} {day}, {year} | {h12}:{min} {ap}", *_NUMERIC,
        ),
        ages=("{n} hours ago", "{n} days ago", "{n} weeks ago", "{n}d", "{n} months ago"),
    ),
    "de": Words(
        reply=("Antworten", "Darauf antworten", "Erwidern"),
        report=("Melden", "Verstoß melden", "Beitrag melden"),
        like=("Gefällt mir {n}", "Empfehlen ({n})", "Stimme zu {n}", "Lesenswert"),
        share=("Teilen", "Weitersagen"),
        link=("Permalink", "Link zum Beitrag"),
        heading=("Kommentare ({n})", "{n} Leserkommentare", "Stimmen der Leser", "Diskussion", ""),
        by=("von {x}", "{x} schrieb:", "{x} meint:", "Verfasst von {x}", "Name: {x}"),
        on=("am {x}", "{x}", "{x}", "geschrieben am {x}"),
        joined=("dabei seit {x}", "Mitglied seit {x}"),
        count=("{n} Beiträge", "Beiträge: {n}", "Kommentare: {n}"),
        answers=("Antwort auf {x}", "als Antwort an {x}", "@{x}"),
        ranks=("Neuling", "Stammgast", "Alter Hase", "Kenner", "Silberne Feder"),
        badges=("Abonnent", "Redaktion", "Autor", "Geprüfter Kauf", "Gast"),
        places=("Kassel", "Bad Tölz", "Wien", "Neustadt am Rübenberge", "Uelzen", "Graz", "Chur"),
        stars=("{s} von 5 Sternen", "Bewertung: {s}", "{s}/5", "{b}"),
        form=("Kommentar schreiben", "Bitte anmelden, um mitzureden", "Ihre Meinung"),
        boxes=("Meistgelesen", "Mehr zum Thema", "Auch interessant"),
        months=(
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
            "Oktober", "November", "Dezember",
        ),
        dates=(
            "{day}. {month} {year}", "{day}. {month} {year} um {hh}:{min} Uhr",
            "{dd}.{mm}.{year} - {hh}:{min} Uhr", *_NUMERIC,
        ),
        ages=("vor {n} Stunden", "vor {n} Tagen", "vor {n} Monaten"),
    ),
    "fr": Words(
        reply=("Répondre", "Réagir"),
        report=("Signaler", "Alerter la rédaction"),
        like=("J'aime {n}", "Utile ({n})", "Je recommande {n}"),
        share=("Partager",),
        link=("Lien", "Permalien"),
        heading=(
            "Commentaires ({n})", "{n} réactions", "Vos réactions", "La parole aux lecteurs", "",
        ),
        by=("par {x}", "{x} a écrit :", "De : {x}", "Publié par {x}"),
        on=("le {x}", "{x}", "Publié le {x}"),
        joined=("Inscrit en {x}", "Membre depuis {x}"),
        count=("{n} messages", "Messages : {n}", "{n} contributions"),
        answers=("en réponse à {x}", "Réponse à {x}", "@{x}"),
        ranks=("Débutant", "Habitué", "Plume d'argent", "Grand lecteur"),
        badges=("Abonné", "Rédaction", "Auteur", "Achat vérifié", "Invité"),
        places=("Brest", "Le Mans", "Aix-en-Provence", "Liège", "Nîmes", "Québec"),
        stars=("{s} sur 5", "Note : {s}", "{s}/5", "{b}"),
        form=("Écrire un commentaire", "Connectez-vous pour réagir"),
        boxes=("Les plus lus", "À lire aussi"),
        months=(
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
            "octobre", "novembre", "décembre",
        ),
        dates=("{day} {month} {year}", "{day} {month} {year} à {hh}:{min}", *_NUMERIC),
        ages=("il y a {n} heures", "il y a {n} jours", "il y a {n} mois"),
    ),
    "es": Words(
        reply=("Responder", "Contestar"),
        report=("Denunciar", "Reportar abuso"),
        like=("Me gusta {n}", "Útil ({n})", "De acuerdo {n}"),
        share=("Compartir",),
        link=("Enlace",),
        heading=("Comentarios ({n})", "{n} comentarios", "Opiniones", "La voz de los lectores", ""),
        by=("por {x}", "{x} dice:", "Escrito por {x}", "Nombre: {x}"),
        on=("el {x}", "{x}", "{x}"),
        joined=("Miembro desde {x}", "Desde {x}"),
        count=("{n} mensajes", "Comentarios: {n}"),
        answers=("en respuesta a {x}", "Respuesta a {x}", "@{x}"),
        ranks=("Novato", "Habitual", "Veterano", "Pluma de plata"),
        badges=("Suscriptor", "Redacción", "Autor", "Compra verificada", "Invitado"),
        places=("Lugo", "Valencia", "La Plata", "Puebla", "San José", "Cuenca"),
        stars=("{s} de 5", "Valoración: {s}", "{s}/5", "{b}"),
        form=("Escribe un comentario", "Inicia sesión para opinar"),
        boxes=("Lo más leído", "También te puede interesar"),
        months=(
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "octubre", "noviembre", "diciembre",
        ),
        dates=("{day} de {month} de {year}", "{day} {month} {year}, {hh}:{min}", *_NUMERIC),
        ages=("hace {n} horas", "hace {n} días", "hace {n} meses"),
    ),
}  # fmt: skip

TITLES = (
    "Not what I hoped for", "Well said", "Works as promised", "A few doubts", "Great value",
    "Why so late", "The other side", "Five years on", "Good but loud", "Nothing new here",
    "Thank you", "Some numbers", "Once more with care", "Too small for us", "Best one yet",
    "Never again", "About the price", "Old story", "My own case", "Do read the small print",
    "Disappointed", "Brilliant", "Overpriced", "Five stars", "Just wow", "Mixed feelings",
)  # fmt: skip
FIRST = (
    "Agnes", "Bruno", "Celia", "Dmitri", "Edda", "Farid", "Greta", "Hugo", "Inga", "Jonas", "Kaja",
    "Linus", "Mireille", "Nadia", "Oskar", "Pilar", "Quentin", "Rosa", "Stefan", "Thea", "Ugo",
    "Vera", "Walt", "Xenia", "Yusuf", "Zelda",
)  # fmt: skip
LAST = (
    "Abbott", "Brandt", "Castel", "Dorn", "Ekman", "Fournier", "Garza", "Hale", "Imhof", "Jansen",
    "Keller", "Lindqvist", "Moreau", "Novak", "Oduya", "Prats", "Quist", "Rossi", "Sandoval",
    "Tanner", "Uhl", "Vargas", "Whitby", "Young", "Zeman",
)  # fmt: skip
