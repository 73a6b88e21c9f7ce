"""Pages of HTML whose tags were cut or mixed up: read, without an exception."""

from __future__ import annotations

import pytest

from threadgraph.readers.pages.html import READER


@pytest.mark.parametrize(
    "text",
    [
        # a post that stands behind another in the page's order, and around it in the tree
        (
            '<div class="comment_holder"><ul class="comment-list"><div class="text_holder" '
            'id="comment-5"></ul><div class="text_holder" id="comment-6">'
        ),
        (
            '<li class="comment" id="bc_0_1B"><div class="comment-header"><div '
            'class="comment-header">'
            '</div><div id="c62277001" class="comment-block">'
            '<a href="http://boats.blogspot.com/p.html#c62177001">May 1, 2013 at 3:11 '
            "AM</div></div>\n"
            '<div id="c62177001" class="comment-block"></a>'
        ),
        # a post without any parts
        (
            '<link rel="stylesheet" href="/wp-content/themes/bar/style.css">'
            '<form action="/wp-comments-post.php"><h4 id="comment-7"><textarea name="comment">'
        ),
        # the name of who liked a post is empty
        (
            '<li id="post-11" class="message" data-author="Ann"><a href="members/bob.12/" '
            'class="username">Bob<div id="likes-post-12"></a><div class="messageUserBlock">'
        ),
        # a tag's name that is no selector
        (
            '<link rel="stylesheet" href="/wp-content/themes/x.css"><rade" id="comment-2">'
            '<h4 class="kommentarkopf">'
        ),
        # a time with more behind it than a time has
        (
            '<table border=\'0\'><td class="default"><span class="comhead"><span class="age" '
            'title="2024-01-12T12:00div class="commentContent">'
        ),
    ],
)
def test_broken_pages_are_read(text: str) -> None:
    READER.read(text.encode())
