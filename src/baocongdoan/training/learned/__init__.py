"""Learned parts that stand against the rules on articles held out; a part is built in only where it wins.

``python -m baocongdoan.training facts`` runs the contest, ``models/facts.md`` tells how it went.
"""
