"""HTML without a tree: tokens, the elements that are open, and the lines of text they make."""
