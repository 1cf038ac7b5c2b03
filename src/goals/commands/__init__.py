"""The server's own commands, one file each: ``declare`` adds the parser, ``run`` does it."""
