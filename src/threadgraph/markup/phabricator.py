"""Read Phabricator's tasks and revisions: the comments in their timeline (last seen 2023).

Other changes in the timeline are no posts. What a comment answers is not shown.
"""

from __future__ import annotations

from threadgraph.markup._rules import Rules, family, flat

__all__ = ["FAMILY"]

FAMILY = family(
    Rules(
        posts=".phui-timeline-shell:has(.phui-timeline-core-content .phabricator-remarkup)",
        body=(".phui-timeline-core-content .phabricator-remarkup",),
        author=(".phui-timeline-title .phui-link-person", ".phui-timeline-title .phui-handle"),
        author_url=(".phui-timeline-title a.phui-handle",),
        date=(".phui-timeline-extra .screen-only", ".phui-timeline-extra a"),
        permalink=(".phui-timeline-extra a[href^='#']", ".phui-timeline-extra a"),
        quote=".phabricator-remarkup blockquote",
        depths=flat,
    ),
    "phui-timeline",
)
