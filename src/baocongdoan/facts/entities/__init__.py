"""Whom names mean: bodies, people, and the places that tell them apart."""
