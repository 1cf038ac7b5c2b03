"""Commissions between internal customers and suppliers: clarified, signed, learnt from."""
