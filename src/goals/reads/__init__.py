"""Reads: a GraphQL selection becomes one SQL statement whose value is the JSON of the answer.

The one rule: every table a statement touches carries the viewer's row rule; a type without a
rule does not compile. ``sources`` says where fields come from, ``compiler`` turns a selection
into a ``Plan``, ``reader`` caches plans by document and shape of the variables. Writes are in
goals.services, the GraphQL types in goals.api.
"""
