"""Commissions between internal customers and suppliers: clarified, signed, delivered, learnt from."""
