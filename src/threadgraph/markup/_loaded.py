"""Tell pages whose comments a service's script loads: they are not in the page."""

from __future__ import annotations

from threadgraph.markup._dom import HtmlPage

__all__ = ["service_of"]

# the class or id of the element into which a service's script puts the comments
_PLACES = {
    "disqus_thread": "Disqus",
    "fb-comments": "Facebook",
    "giscus": "giscus",
    "utterances": "utterances",
    "commento": "Commento",
    "comentario": "Comentario",
    "isso-thread": "Isso",
    "cusdis_thread": "Cusdis",
    "hyvor-talk-view": "Hyvor Talk",
    "graphcomment": "GraphComment",
    "fastcomments-widget": "FastComments",
    "coral_thread": "Coral",
    "coral_talk_stream": "Coral",
    "coral-comments": "Coral",
    "livefyre-comments": "Livefyre",
    "idc-container": "IntenseDebate",
    "vuukle-comments": "Vuukle",
    "vf-comments": "Viafoura",
    "openweb-ad": "OpenWeb",
    "spotim-standalone": "OpenWeb",
    "conversation-root": "OpenWeb",
    "mc-container": "Cackle",
    "hypercomments_widget": "HyperComments",
    "vk_comments": "VK",
    "sohucs": "Changyan",
    "ds-thread": "Duoshuo",
    "lv-container": "LiveRe",
    "gitalk-container": "Gitalk",
    "gitment-container": "Gitment",
    "vcomments": "Valine",
    "waline": "Waline",
    "twikoo": "Twikoo",
    "artalk": "Artalk",
    "discourse-comments": "Discourse",
    "mastodon-comments-list": "Mastodon",
    "webmentions": "webmention.io",
}
_ELEMENTS = {
    "#remark42": "remark42",
    "hyvor-talk-comments": "Hyvor Talk",
    "vf-conversations": "Viafoura",
    "mastodon-comments": "Mastodon",
    "[data-spot-im-module-default-area], [data-spotim-module]": "OpenWeb",
    "script[src*='utteranc.es']": "utterances",
    "script[src*='giscus.app']": "giscus",
}


def service_of(page: HtmlPage) -> str | None:
    """Give the service whose script would load comments, by the place that waits for them."""
    names = set(page.names.split())
    told = next((service for place, service in _PLACES.items() if place in names), None)
    return told or next((s for place, s in _ELEMENTS.items() if page.first(place)), None)
