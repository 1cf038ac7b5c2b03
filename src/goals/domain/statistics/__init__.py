"""Statistics: the few formulas behind the answers, one a file, each with its source.

Numbers in, numbers out; standard library only. Which counts go in, and what is said about the
result, is decided in goals.domain and goals.services.analytics.
"""
