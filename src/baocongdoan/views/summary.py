"""A fact in a few words, as tables and the terminal show it."""

from __future__ import annotations

from ..records import Count, Date, Document, Fact, Organisation, Person, Qualifier, Status

__all__ = ["days", "number", "owner", "period", "summary"]

_SIGNS = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "> ",
    Qualifier.NEARLY: "< ",
    Qualifier.ABOUT: "≈ ",
    Qualifier.AT_LEAST: "≥ ",
    Qualifier.AT_MOST: "≤ ",
}


def number(value: float) -> str:
    """A number as Vietnamese writes it: stops between thousands, a comma before decimals.

    >>> number(91_250_000), number(4.24), number(2596.0)
    ('91.250.000', '4,24', '2.596')
    """
    english = f"{int(value):,}" if value == int(value) else f"{round(value, 4):,}"
    return english.translate(str.maketrans(",.", ".,"))


def days(first: str | None, last: str | None) -> str:
    """A period by its days; an open side is "…", and nothing is said where both are.

    >>> days("2024-01-01", "2024-06-30"), days(None, "2024-06-30"), days(None, None), days("2024-03-08", "2024-03-08")
    ('2024-01-01 – 2024-06-30', '… – 2024-06-30', '', '2024-03-08')
    """
    if first == last:
        return first or ""
    return f"{first or '…'} – {last or '…'}"


def summary(fact: Fact) -> str:
    """What a fact says, without its quote, period and owner.

    >>> summary(Count(quote="gần 131 đoàn viên", start=0, end=17, measure="members_admitted", value=131,
    ...               unit="đoàn viên", qualifier=Qualifier.NEARLY, status=Status.TARGET))
    'members_admitted < 131 đoàn viên (target)'
    """
    match fact:
        case Date():
            return str(fact.granularity)
        case Organisation():
            return _joined(fact.name, fact.type, fact.level, fact.province)
        case Document():
            return _joined(f"{fact.type} {fact.number or ''}".strip(), fact.subject, fact.term and f"term {fact.term}")
        case Person():
            return _joined(fact.name, fact.role)
        case Count():
            return _count(fact)


def owner(fact: Fact) -> str:
    """Whose fact it is: the organisation of a count or person, the issuer of a document.

    >>> owner(Person(quote="Lê A", start=0, end=4, name="Lê A", organisation="Công đoàn Đường sắt Việt Nam"))
    'Công đoàn Đường sắt Việt Nam'
    """
    match fact:
        case Count() | Person():
            return fact.organisation or ""
        case Document():
            return _joined(fact.organ, fact.issuer)
        case _:
            return ""


def period(fact: Fact) -> str:
    """When: the period of a date or count, the day on which a document was issued.

    >>> period(Person(quote="Lê A", start=0, end=4, name="Lê A"))
    ''
    """
    match fact:
        case Date() | Count():
            return days(fact.first_day, fact.last_day)
        case Document():
            return fact.issued or ""
        case _:
            return ""


def _count(count: Count) -> str:
    value = number(count.value) + (f"–{number(count.value_to)}" if count.value_to is not None else "")
    unit = f"{count.unit}/{count.per}" if count.per else count.unit
    notes = [
        "" if count.status is Status.REPORTED else str(count.status),
        f"of {count.of}" if count.of else "",
        "each year" if count.recurrence else "",
        f"part of {count.part_of}" if count.part_of else "",
        f"repeats {count.repeats}" if count.repeats else "",
        f"of the target {count.rate_of}" if count.rate_of else "",
    ]
    said = "; ".join(filter(None, notes))
    return f"{count.measure} {_SIGNS[count.qualifier]}{value} {unit}" + (f" ({said})" if said else "")


def _joined(*parts: str | None) -> str:
    return ", ".join(str(part) for part in parts if part)
