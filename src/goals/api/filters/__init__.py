"""Filters and orders of lists, one noun a file.

The one rule: a filter input says which column or relation each of its fields looks at; what the
comparators mean is in goals.reads.filters.
"""
