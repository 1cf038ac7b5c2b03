"""Numbers as people read them: per cent, with the sign of the language in use."""

from decimal import Decimal, InvalidOperation


def percent(fraction: object) -> str:
    """A fraction of one as whole per cent: 0.85 and "0.85" give ``85 %``."""
    try:
        value = Decimal(str(fraction)) * 100
        return f"{int(value.quantize(Decimal(1)))} %"
    except (InvalidOperation, ValueError, OverflowError):
        return "–"
