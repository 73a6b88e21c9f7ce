"""No row is part of two posts: such a page was refused whole."""

from __future__ import annotations

import pytest

from threadgraph.pipeline import read_document

CONTROLS = "Rispondi a questo commento | Segnala abuso"
TWICE = f"""    Tutti i commenti
              P
                Paolo Serra:
              Chi ha la chiave della chiusa? La aspetto da lunedì.
              {CONTROLS}
                  L
                    ladon86:
La teneva il mugnaio, e io non lo vedo da mesi.
                  {CONTROLS}
              M
                marco71:
              Da noi era già così anni fa. Che sciocchezza, non ci crede nessuno.
              {CONTROLS}
              G
                Giovanna Riva:
              Da noi era già così anni fa. La diga andava costruita prima.
              {CONTROLS}
              {CONTROLS}
                  U
                    UnknownDuck:
                  Saluti dallo stagno! Qualcuno sa se funziona?
                  {CONTROLS}
"""
BETWEEN = """  La vostra opinione
        2 persone lo hanno trovato utile Mi piace
    È quello che pensavo ieri. La diga andava costruita molto prima.
        1/5
        beppe ha detto:
        una settimana fa
        1/5
        39 persone lo hanno trovato utile Mi piace
    Che sciocchezza, non ci crede nessuno. Aspetto la pioggia.
        Il Mugnaio ha detto: Membro
        10 mesi fa
        3/5
        7 persone lo hanno trovato utile Mi piace
    Grazie per questo bellissimo articolo. Saluti dallo stagno.
        rekshaw ha detto:
        8 settimane fa
"""
HEADED = """How bees find their way

3 responses
Cliardus

Written on Yesterday, 11:15 pm★★★★★
Verified Purchase

Great value

I saw them dance on my roof, and the roof is small.
Report
Answer
+37
(2)

Joe

Written on Yesterday, 12:44 am★★★☆☆
VIP

Works as described

It's there already. My hive stands in the sun since May.
Report
Answer
+3
(1)

Henrietta

Written on Monday, 9:10 am★★★★☆
VIP

Quiet enough

I never heard them, and they never stung me.
Report
Answer
+1
(4)
"""


@pytest.mark.parametrize(
    "text", [TWICE, BETWEEN, HEADED], ids=["controls twice", "names between", "below a heading"]
)
def test_the_page_is_read(text: str) -> None:
    data = text.encode()

    page = read_document(data, "page.txt", "page.txt").page

    ends = [0, *(span.span_end for span in page.spans)]
    starts = [*(span.span_start for span in page.spans), len(data)]
    assert ends == starts  # every byte once
