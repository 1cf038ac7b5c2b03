"""One file a rule; ``goals.smart.catalogue`` finds them by their code."""
