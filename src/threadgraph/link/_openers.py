"""Words with which answers open, by language (ISO 639-1)."""

from __future__ import annotations

import re

__all__ = ["AGREEMENT", "GREETING"]

_GREETINGS = {
    "en": "hi|hey|hello|dear|yes|no|sorry|thanks|thank you|well|ok|okay",
    "de": "hallo|liebe|lieber|ja|nein|danke|moin",
    "fr": "bonjour|salut|cher|chère|merci|oui|non",
    "es": "hola|estimado|estimada|gracias|sí",
    "it": "ciao|caro|cara|grazie|sì",
    "pt": "olá|oi|caro|cara|obrigado|obrigada|sim|não",
    "nl": "hoi|beste|bedankt|nee",
    "pl": "cześć|witaj|dzięki|tak|nie",
    "ru": "привет|здравствуйте|спасибо|да|нет",
    "sv": "hej|tack|nej",
}

_AGREEMENTS = {
    "en": "i (?:totally |completely |fully )?agree|i couldn['’]t agree more|agreed|exactly|"
    "absolutely|so true|very true|true[.,!]|yes[,.!]|yep|yup|yeah|indeed|\\+1|same here|me too|"
    "ditto|good point|great point|well said|you(?:['’]re| are) (?:absolutely |so )?right|this[.!]",
    "de": "genau|stimmt|richtig[.,!]|ja[,.!]|sehe ich (?:auch|genauso)|(?:da )?hast du recht|"
    "du hast recht|sie haben recht|volle zustimmung",
    "fr": "tout à fait|exactement|je suis (?:tout à fait )?d['’]accord|oui[,.!]|c['’]est vrai",
    "es": "exacto|exactamente|de acuerdo|totalmente|sí[,.!]|así es|tienes razón",
    "it": "esatto|esattamente|sono d['’]accordo|concordo|hai ragione|sì[,.!]",
    "pt": "concordo|exatamente|é verdade|tens razão|sim[,.!]",
    "nl": "klopt|precies|(?:helemaal )?mee eens|inderdaad|ja[,.!]",
    "pl": "zgadzam się|dokładnie|masz rację|tak[,.!]",
    "ru": "согласен|согласна|точно|верно|да[,.!]",
    "sv": "håller med|precis|instämmer|ja[,.!]",
}


def _any_of(words: dict[str, str]) -> str:
    return "|".join(words.values())


# "Hello ", "Thanks, ", or nothing
GREETING = re.compile(rf"\s*(?:(?:{_any_of(_GREETINGS)})[,!]?\s+)?", re.IGNORECASE)

# "I agree", "Yes, ", "Genau", "Tout à fait"
AGREEMENT = re.compile(rf"\s*(?:{_any_of(_AGREEMENTS)})(?!\w)", re.IGNORECASE)
