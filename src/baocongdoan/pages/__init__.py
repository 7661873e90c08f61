"""Sources to pages: plain text and what else an article comes in."""
