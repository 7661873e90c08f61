"""Page to article: what is the article's and what is the site's."""

from .article import clean

__all__ = ["clean"]
