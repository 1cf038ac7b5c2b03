"""Analysis: from counts to answers, one question a file; pure, and never a bare number.

Every answer carries its counts, an interval where it is a rate, a mean or a difference, and a
``Reading``: what may be said about it, so that nobody has to guess. The formulas are in
goals.domain.statistics, the counting in goals.domain.cubes, the asking in goals.services.analytics.
"""
