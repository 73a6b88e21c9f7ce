"""Link what readers found: ids, reply edges, mentions; one module a kind of edge.

A build never looks beyond a document, so a batch of documents is linked by itself.
"""
