"""What all graphs share: ids, labels, colours, types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadgraph.graphs import GraphOptions, graph_kinds, to_networkx
from threadgraph.graphs._ids import node_id
from threadgraph.graphs._text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from threadgraph.graphs import ColorBy
    from threadgraph.schema import Tables

GREY = "#999999"
KINDS = sorted(graph_kinds())


def _spelt(ids: list[str]) -> list[str]:
    return pl.DataFrame({"id": ids}, schema={"id": pl.String}).select(node_id("id"))["id"].to_list()


def _decoded(spelt: str) -> str:
    parts = re.split(r"-\.([0-9a-f]{2})", spelt)
    pairs = [bytes.fromhex(p) if odd % 2 else p.encode() for odd, p in enumerate(parts)]
    return b"".join(pairs).decode()


@given(ids=st.lists(st.text() | st.text(st.sampled_from("-.2d#é😀\x00"))))
def test_ids_are_name_tokens_and_can_be_read_back(ids: list[str]):
    spelt = _spelt(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9._:-]*", one) for one in spelt)
    assert [_decoded(one) for one in spelt] == ids


@pytest.mark.parametrize("plain", ["p_abc234", "hn:12-3_x.y", "example.org"])
def test_plain_ids_stay_as_they_are(plain: str):
    assert _spelt([plain]) == [plain]


# what Unicode calls white space; Python's str.split also takes U+001C to U+001F
_SPACE = r"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"


def _folded(text: str, limit: int) -> str | None:
    """Fold as `one_line` promises, by other means."""
    head = re.sub(rf"^{_SPACE}", "", text)[: 4 * limit]
    line = re.sub(_SPACE, " ", head).strip(" ")
    short = line if len(line) <= limit else line[: limit - 1] + "…"
    return short if re.search(r"[^\x00-\x1f \ufffe\uffff]", short) else None


@given(text=st.text() | st.text(st.sampled_from(" \t\n\r\u2028\xa0\x00\x1cab")))
def test_a_line_is_folded_and_no_longer_than_its_limit(text: str):
    line = one_line(pl.LazyFrame({"text": [text]}), 5, "text").collect().item()
    assert line == _folded(text, 5)


def _threads(make: Callable[..., Tables], sizes: dict[str, int]) -> Tables:
    """Make threads of these sizes, each of one author, each post deeper than the one before."""
    posts = [
        {
            "post_id": f"p:{thread}{place}", "thread_id": f"p:{thread}0", "depth": place,
            "author_id": f"a:{thread}", "position": place,
            "document_id": f"d:{thread}",
        }
        for thread, size in sizes.items()
        for place in range(size)
    ]  # fmt: skip
    authors = [{"author_id": f"a:{thread}", "name": thread} for thread in sizes]
    mentions = [
        {"mention_id": "m:1", "post_id": f"p:{thread}0", "kind": "handle", "target_id": thread}
        for thread in sizes
    ]
    return make(posts=posts, authors=authors, mentions=mentions)


def _colors(tables: Tables, kind: str, color_by: ColorBy = "thread") -> dict[str, str]:
    graph = graph_kinds()[kind].build(tables, GraphOptions(color_by=color_by))
    return dict(to_networkx(graph).nodes(data="color"))


def test_the_twenty_largest_groups_have_a_colour_and_equal_ones_go_by_id(
    make: Callable[..., Tables],
):
    tables = _threads(make, {"z": 3} | dict.fromkeys("abcdefghijklmnopqrstu", 2))
    colors = _colors(tables, "posts")
    assert len({color for color in colors.values() if color != GREY}) == 20
    assert colors["p:z0"] == "#1f77b4"
    assert [n for n in colors if colors[n] == GREY] == ["p:t0", "p:t1", "p:u0", "p:u1"]


@pytest.mark.parametrize("color_by", ["thread", "author"])
def test_a_group_has_one_colour_in_every_graph(make: Callable[..., Tables], color_by: ColorBy):
    tables = _threads(make, {"x": 3, "y": 1})
    posts, authors, mentions = (
        _colors(tables, kind, color_by) for kind in ("posts", "authors", "mentions")
    )
    assert posts["p:x0"] == authors["a:x"] == mentions["x"] == mentions["p:x0"]
    assert posts["p:y0"] == authors["a:y"] == mentions["y"]
    assert posts["p:x0"] != posts["p:y0"]


def test_who_wrote_has_the_colour_of_that_not_of_who_mentions_them(make: Callable[..., Tables]):
    """The author of thread z is grey, though all that mention it stand in a coloured thread."""
    tables = _threads(make, dict.fromkeys("abcdefghijklmnopqrst", 2) | {"z": 1})
    mention = {"mention_id": "m:1", "post_id": "p:a0", "target_id": "a:z"}
    mentions = make(mentions=[mention, mention | {"mention_id": "m:2", "target_id": "a:none"}])
    colors = _colors({**tables, "mentions": mentions["mentions"]}, "mentions")
    assert colors["a:z"] == GREY
    assert colors["a:none"] == colors["a:a"] == colors["p:a0"] != GREY


def test_depth_colours_posts_and_unknown_depth_is_grey(make: Callable[..., Tables]):
    tables = make(
        posts=[
            {"post_id": f"p:{n}", "position": n, "depth": depth}
            for n, depth in enumerate([0, 1, 0, None])
        ]
    )
    colors = list(_colors(tables, "posts", "depth").values())
    assert colors[0] == colors[2] != colors[1]
    assert colors[3] == GREY


@pytest.mark.parametrize("kind", KINDS)
def test_columns_and_types_are_fixed_whatever_the_tables_hold(
    make: Callable[..., Tables], kind: str
):
    graph = graph_kinds()[kind].build(make(), GraphOptions())
    nodes, edges = graph.nodes.collect(), graph.edges.collect()
    assert nodes.columns == ["id", *(a.name for a in graph.node_attributes)]
    assert edges.columns == ["source", "target", *(a.name for a in graph.edge_attributes)]
    assert nodes.schema["size"] == edges.schema["weight"] == pl.Float64
    assert nodes.is_empty()
    assert not any(graph.left_out.collect().row(0))
    assert [a.name for a in graph.node_attributes[:3]] == ["label", "size", "color"]
    assert graph.edge_attributes[0].name == "weight"


@pytest.mark.parametrize("kind", KINDS)
def test_the_name_is_the_name_of_the_module_and_all_is_described(
    make: Callable[..., Tables], kind: str
):
    declared = graph_kinds()[kind]
    graph = declared.build(make(), GraphOptions())
    assert declared.name == kind
    assert declared.description.endswith(".")
    for attribute in (*graph.node_attributes, *graph.edge_attributes):
        assert attribute.description.endswith(".")


def test_values_that_files_cannot_hold_are_left_out_of_networkx(make: Callable[..., Tables]):
    tables = make(
        posts=[{"post_id": "p:1", "url": "\x00", "language": " ", "author_name": "A\r\n\x07B"}],
        replies=[{"child_id": "p:1", "parent_id": "p:1", "confidence": float("nan")}],
    )
    graph = to_networkx(graph_kinds()["posts"].build(tables, GraphOptions()))
    assert not {"url", "language"} & set(graph.nodes["p:1"])
    assert graph.nodes["p:1"]["author_name"] == "A\nB"
    assert "confidence" not in graph.edges["p:1", "p:1"]


def test_a_number_too_large_for_its_column_is_refused(make: Callable[..., Tables]):
    """A value that does not fit its fixed type is our bug and must not become another number."""
    tables = make(
        posts=[{"post_id": "p:1", "author_id": "a:1"}],
        authors=[{"author_id": "a:1", "name": "x"}],
    )
    wide = {**tables, "authors": tables["authors"].with_columns(post_count=pl.lit(2**40))}
    graph = graph_kinds()["authors"].build(wide, GraphOptions())
    with pytest.raises(pl.exceptions.InvalidOperationError, match="conversion"):
        graph.nodes.collect()
