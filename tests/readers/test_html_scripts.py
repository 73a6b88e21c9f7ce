"""Scripts are cut out before an article is sought, and nothing else is."""

from __future__ import annotations

import pytest

from threadgraph.readers._article import without_scripts


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (b"<p>a</p><script>x()</script><p>b</p>", b"<p>a</p><p>b</p>"),
        (b'<script src="a"></script>a<script async>b<c</script>d', b"ad"),
        (b"a<script>x", b"a<script>x"),
        (b"<!-- <script> --> a <script>x</script> b", None),
        (b"<script><!--\nx\n//--></script>a", None),
        (b"<script>x</SCRIPT> a <i>b</i></script>", None),
        (b"<p title='<script>'>a</p><script>x</script>b", None),
        (b"", b""),
    ],
)
def test_only_scripts_that_stand_by_themselves_are_cut(source: bytes, left: bytes | None) -> None:
    assert without_scripts(source) == (source if left is None else left)
