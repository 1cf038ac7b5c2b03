"""The front door: the only room that knows Litestar.

It reads requests defensively, knows who is asking, hands documents to goals.api and writes
answers. It decides nothing about commissions.
"""
