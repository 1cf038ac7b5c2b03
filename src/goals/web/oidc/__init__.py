"""OIDC: tokens (JWTs) of configured identity providers at the front door.

``fetching`` asks a provider, ``keys`` keeps its public keys, ``checking`` judges a token by them,
``issuers`` puts the three together. Who a token means here is decided by goals.services.arrivals.
"""
