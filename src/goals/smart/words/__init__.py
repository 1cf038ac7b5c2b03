"""Words as data: what the checker knows of German and English, read by ``lexicon``."""
