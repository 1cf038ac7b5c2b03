"""The GraphQL contract: types, filters, acts and errors, declared with Strawberry.

The one rule: this room says what there is and where it comes from, and decides nothing. Reads are
compiled by goals.reads, acts are done by goals.services, transport is goals.web.
"""
