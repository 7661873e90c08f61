"""How the counts of an article hang together: parts, sums, restatements."""
