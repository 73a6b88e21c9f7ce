"""List the codes of what breaks a rule: of the schemas 2xx, of the graph 3xx."""

from __future__ import annotations

from threadgraph.codes._code import Code

__all__ = ["RULES"]

RULES: dict[str, Code] = {
    "TG201": Code(
        "rejected",
        "a column of the schema is missing",
        "Write every column of the table; unknown values are null.",
    ),
    "TG202": Code(
        "rejected",
        "a column that the table does not have",
        "Put fields of your own into `extra` as JSON text.",
    ),
    "TG203": Code(
        "rejected",
        "a column or value of the wrong type",
        "Write the type that the schema names; nothing is converted in silence.",
    ),
    "TG204": Code(
        "rejected",
        "null where the schema asks for a value",
        "Fill the value in, or leave the row out.",
    ),
    "TG205": Code(
        "rejected",
        "a value that is not in the schema's list",
        "Use one of the listed values.",
    ),
    "TG206": Code(
        "rejected",
        "a number outside its range, or not finite",
        "Correct the number; unknown values are null.",
    ),
    "TG207": Code(
        "rejected",
        "text shorter or longer than the schema allows",
        "Shorten the text; unknown values are null, not empty.",
    ),
    "TG208": Code(
        "rejected",
        "text that does not match the schema's pattern",
        "Write the id, tag or hash in the form the schema shows.",
    ),
    "TG209": Code(
        "rejected",
        "a time that is no RFC 3339 date-time, or outside the years 1 to 9999",
        "Write UTC times as in 2022-12-11T13:13:00Z.",
    ),
    "TG210": Code(
        "rejected",
        "an item of a list that breaks the schema",
        "Correct or remove the item.",
    ),
    "TG220": Code(
        "rejected",
        "a line that is not one JSON object",
        "Write one JSON object a line, in UTF-8, without NaN.",
    ),
    "TG221": Code(
        "rejected",
        "a name that stands twice in one JSON object",
        "Write each column once.",
    ),
    "TG222": Code(
        "rejected",
        "text with half of a surrogate pair",
        "Write whole code points.",
    ),
    "TG301": Code(
        "rejected",
        "a key that an earlier row has",
        "Give each row its own id, or leave the repetition out.",
    ),
    "TG302": Code(
        "rejected",
        "a reference to a row that is not there",
        "Add the row, or write null.",
    ),
    "TG303": Code(
        "rejected",
        "a post that answers or quotes itself",
        "Remove the edge.",
    ),
    "TG304": Code(
        "rejected",
        "parents that lead back to the post itself",
        "Correct parent_id; the state of a doubtful parent is `unknown`.",
    ),
    "TG305": Code(
        "rejected",
        "a depth that does not fit the parent's",
        "Write 0 at the root, the parent's depth + 1 below, null where unknown.",
    ),
    "TG306": Code(
        "rejected",
        "parent_state and parent_id contradict each other",
        "See the first table of docs/parents.md.",
    ),
    "TG307": Code(
        "rejected",
        "the rows in replies contradict the post's parent_state",
        "Write one shown row a known parent, else only inferred ones.",
    ),
    "TG308": Code(
        "rejected",
        "an edge of the wrong relation: comments_on targets articles, replies_to posts",
        "Correct relation or parent_id.",
    ),
    "TG309": Code(
        "rejected",
        "a row that names a post of another document",
        "Keep replies, mentions, quotes and spans inside their document.",
    ),
    "TG310": Code(
        "rejected",
        "thread_id is not the topmost known ancestor",
        "Write the id of the topmost ancestor, or the post's own.",
    ),
    "TG311": Code(
        "rejected",
        "a placeholder with text or spans",
        "Write null; a placeholder stands for a post that is not there.",
    ),
    "TG312": Code(
        "rejected",
        "author_state and author_id contradict each other",
        "Named posts have an author_id, missing and deleted authors none.",
    ),
    "TG313": Code(
        "rejected",
        "positions of a document that are not 0 to n - 1, each once",
        "Number the posts in page order.",
    ),
    "TG314": Code(
        "rejected",
        "spans that leave gaps, overlap, or miss the document's end",
        "Cover every byte once, or write no spans for the document.",
    ),
    "TG315": Code(
        "rejected",
        "a place outside the text or document that it points into",
        "Count code points of posts.text, or bytes of the document.",
    ),
    "TG316": Code(
        "rejected",
        "a surface that is not the text at its place",
        "Copy the surface from posts.text, or correct the place.",
    ),
    "TG317": Code(
        "rejected",
        "a count that differs from the rows counted",
        "Count again.",
    ),
    "TG318": Code(
        "rejected",
        "an article with a parent, author, state or thread, or not at position 0",
        "Write null; the article is no post of the discussion.",
    ),
}
