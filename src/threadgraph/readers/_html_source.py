"""Hold a page of HTML before it is parsed: decoded, and simple enough for a parser."""

from __future__ import annotations

from dataclasses import dataclass

from threadgraph.markup._dom import HtmlPage
from threadgraph.readers._article import without_scripts
from threadgraph.readers._charset import Charset, decode_html
from threadgraph.readers._prescan import harmless
from threadgraph.readers._simplify import flatten, simplify

__all__ = ["HtmlSource"]


@dataclass(frozen=True, slots=True)
class HtmlSource:
    """A page's bytes, and `html`: its text as a parser can read it in time.

    `plain` tells that nothing had to be looked at for that, `strange` what had to be simplified.
    """

    data: bytes
    charset: Charset
    html: str
    plain: bool
    strange: str | None

    @classmethod
    def of(cls, data: bytes) -> HtmlSource:
        """Decode a page and simplify it where that is needed."""
        charset = decode_html(data)
        if harmless(charset.source):
            return cls(data, charset, charset.html, plain=True, strange=None)
        html, strange = simplify(charset.html)
        return cls(data, charset, html, plain=False, strange=strange)

    def page(self) -> HtmlPage:
        """Parse it."""
        return HtmlPage(self.html, self.data, None if self.strange else self.charset.source)

    def until(self, end: int | None) -> str:
        """Give the text up to a byte, without scripts, not nested deeper than an article is."""
        if end is None:
            html = without_scripts(self.charset.source).decode()
        else:
            part, encoding = self.data[:end], self.charset.encoding
            html = (without_scripts(part) if encoding == "utf-8" else part).decode(
                encoding, "replace"
            )
        html = html.removeprefix("\ufeff")  # the byte order mark would stand before `html`, as text
        return html if self.plain else flatten(html)
