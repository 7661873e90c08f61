"""Which days are meant: by time expressions, and by the numbers that they frame."""
