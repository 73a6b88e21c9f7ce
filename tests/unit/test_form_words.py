"""WordPress prints the words above and below its comments in many languages."""

import pytest

from threadgraph.layouts._heads.telling import heads_comments
from threadgraph.layouts._text.chrome import is_form
from threadgraph.layouts._text.stamps import joins_clock


@pytest.mark.parametrize(
    "text",
    [
        "5 Reaktionen zu “Der Kessel”", "Eine Antwort auf „Der Kessel“",
        "Une réflexion sur « La bouilloire »", "Un pensiero su “Il bollitore”",
        "Eén gedachte over “De ketel”", "Jedna odpowiedź na „Czajnik”", "コメント（3）",
        "《水壶》有5条评论", "关于“水壶”的5个意见", "5 条回应", "“주전자”의 5개의 댓글", "댓글 5개",
        "Ett svar till ”Kitteln”", "“Çaydanlık” üzerine bir yorum", "5 respostes a “La tetera”",
        "Delta i konversationen", "5 Discussion to this post",
    ],
)  # fmt: skip
def test_headings_of_comments(text: str) -> None:
    assert heads_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "Une bouilloire bleue",
        "Een gedachtegang",
        "Antwort auf alles",
        "Join the club",
        "Eine Antwort auf diese Frage gibt es nicht.",
    ],
)
def test_other_headings(text: str) -> None:
    assert not heads_comments(text)


@pytest.mark.parametrize(
    "text",
    [
        "Antwort hinterlassen", "Laisser une réponse", "Lascia una risposta", "Skomentuj",
        "您的邮箱地址不会被公开。 必填项已用 * 标注", "이메일은 공개되지 않습니다.",
        "Din e-postadress kommer inte publiceras. Obligatoriska fält är märkta *",
        "Din e-mailadresse vil ikke blive publiceret.", "Legg igjen en kommentar",
        "Je e-mailadres zal niet getoond worden.", "Os comentários estão encerrados.",
        "Możliwość komentowania została wyłączona.", "コメントは受け付けていません。",
        "评论已关闭。", "Комментарии закрыты", "Напишете коментар",
    ],
)  # fmt: skip
def test_forms_for_comments_and_what_stands_in_their_place(text: str) -> None:
    assert is_form(text)


@pytest.mark.parametrize(
    "text",
    [
        "11 lutego 2011 o 17:45",
        "2 november 2019 kl. 08:15",
        "3.5.2011 klo 10.20",
        "27.02.2013 в 10:08",
    ],
)
def test_words_before_a_clock(text: str) -> None:
    assert joins_clock(text)
