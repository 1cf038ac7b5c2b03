"""The types of analysis, one question a file: what goals.services.analytics answers.

The one rule: no bare number. A rate is a ``RateFigure``, a difference a ``DifferenceFigure``, a
mean a ``MeanFigure``, each with its cases, its interval and a note.
"""
