"""Subscriptions: what clients are told of as it happens.

``changes`` declares them, ``sources`` says what is told to whom, ``answers`` turns it into answers.
"""
