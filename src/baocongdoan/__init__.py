"""Typed facts from Vietnamese trade-union news."""
