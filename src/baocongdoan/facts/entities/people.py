"""Who the people of an article are: each once, with offices whose bodies are known by their full names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from ...language.fold import fold
from ...language.text import Span, Text
from ...lexicon.loader import load, words
from ...mentions.offices import Office, Sphere
from ...mentions.organisation_names import headed
from ...mentions.people import PersonMention
from ...mentions.person_names import people_pattern
from ...records import Level, OrganisationType, OtherRole, Person
from .bodies import EMPLOYERS
from .canonical import written_out
from .organisations import Directory, ResolvedMention

__all__ = ["resolve_people"]

_FIELD = 30
"""How far behind a minister's title its field may go on: "Thứ trưởng Lao động, Thương binh và Xã hội"."""
_BEHIND = 80
"""How far behind a person the body may begin to which nothing but its place ties them."""
_SENTENCES_BACK = 2
"""How many sentences before a person's a body may have been named that "giám đốc" alone belongs to."""


def resolve_people(mentions: Sequence[PersonMention], text: Text, directory: Directory) -> tuple[Person, ...]:
    """The people of an article, each at the first mention that tells the office, or the first one of all.

    Later short forms ("ông Sáu", "chị Thị Mây") are the same person and no record of their own.

    >>> from ...mentions.organisations import find_organisations
    >>> from ...mentions.people import find_people
    >>> from ...records import Article
    >>> from .organisations import resolve_organisations
    >>> text = Text.plain("LĐLĐ tỉnh Yên Bái họp. Ông Lê Văn Sáu, Chủ tịch LĐLĐ tỉnh, chủ trì.")
    >>> bodies = find_organisations(text)
    >>> directory = resolve_organisations(bodies, text, Article(id="a", origin="-"))
    >>> [(p.name, p.role, p.organisation) for p in resolve_people(find_people(text, bodies), text, directory)]
    [('Lê Văn Sáu', 'Chủ tịch', 'Liên đoàn Lao động tỉnh Yên Bái')]
    """
    people: list[Person] = []
    for name, group in _by_name(mentions, text):
        mention = next((mention for mention in group if mention.offices), group[0])
        people.append(_person(name, mention, text, directory))
    return tuple(sorted(people, key=lambda person: person.start))


def _by_name(mentions: Sequence[PersonMention], text: Text) -> Iterable[tuple[str, list[PersonMention]]]:
    """The mentions of each person: names are the same when one is the other's end ("Minh Hải", "Lê Minh Hải")."""
    groups: dict[str, list[PersonMention]] = {}
    whole: dict[str, str] = {}  # by each end of a name, the first name that ends in it
    for mention in sorted(mentions, key=lambda mention: mention.name.start - mention.name.end):
        name = fold(text.quote(mention.name)).title()
        if name not in whole:
            syllables = name.split(" ")
            for place in range(len(syllables)):
                whole.setdefault(" ".join(syllables[place:]), name)
        groups.setdefault(whole[name], []).append(mention)
    for group in groups.values():
        longest = group[0]
        yield (
            " ".join(text.quote(longest.name).split()),
            sorted((mention for mention in group if _is_whole(mention, longest)), key=lambda mention: mention.span),
        )


def _is_whole(mention: PersonMention, longest: PersonMention) -> bool:
    return mention.name.end - mention.name.start >= longest.name.end - longest.name.start - 1


def _person(name: str, mention: PersonMention, text: Text, directory: Directory) -> Person:
    resolver = _Bodies(text, directory, mention)
    offices = [resolver.resolved(office, name) for office in mention.offices]
    role, organisation = offices[0] if offices else (None, None)
    span, first = mention.span, mention.offices[0] if mention.offices else None
    beside = resolver.beside(first) if organisation is None else None
    if beside is not None:
        organisation = beside.name
        if first is not None and first.role.start < beside.span.start < first.end:  # "Trưởng | Ban Quản lý các KCN"
            span = Span(span.start, max(span.end, beside.span.end))
            if beside.organ is not None:  # "Trưởng Ban Tổ chức Trung ương" is one of the Party
                role = text.quote(Span(first.role.start, beside.span.end))
    return Person(
        quote=text.quote(span),
        start=span.start,
        end=span.end,
        name=name,
        role=role,
        organisation=organisation,
        other_roles=tuple(OtherRole(other, body) for other, body in offices[1:]),
    )


_TYPES = {
    Sphere.PARTY: (OrganisationType.PARTY,),
    Sphere.UNION: (OrganisationType.UNION,),
    Sphere.SCHOOL: (OrganisationType.SCHOOL,),
    Sphere.FIRM: (OrganisationType.ENTERPRISE,),
    Sphere.CLINIC: (OrganisationType.OTHER, OrganisationType.STATE),
    Sphere.STATE: (OrganisationType.STATE,),
}


class _Bodies(Struct, frozen=True):
    """Finds the full names of the bodies that one person's offices belong to."""

    text: Text
    directory: Directory
    mention: PersonMention

    def resolved(self, office: Office, name: str) -> tuple[str, str | None]:
        """The office as printed and the canonical name of its body."""
        role, body = self.text.quote(office.role), self.body_of(office, name)
        for minister in words("people", "ministers"):
            if body is None and role.lower().startswith(f"{minister} "):
                field = self.text.raw[office.role.start + len(minister) + 1 : office.role.end + _FIELD]
                return role[: len(minister)], self.directory.canonical(f"Bộ {field.strip()}")
        return role, body

    def body_of(self, office: Office, name: str) -> str | None:
        """The canonical name of the office's body, null where nothing tells it."""
        if office.body is not None:
            return self._resolved(office.body.name_span) or self._pointed_at(office, office.body.name_span)
        if office.generic is not None and office.sphere == Sphere.PLAIN:
            return self._pointed_at(office, office.generic)
        if office.sphere in (Sphere.HIGH, Sphere.PLAIN) or office.cut or name in words("people", "historical"):
            return None
        if office.generic is not None:
            return self._pointed_at(office, office.generic)
        return self._spoken_of(office)

    def beside(self, office: Office | None) -> ResolvedMention | None:
        """The body right behind a person, or that an office runs into: "Trưởng ban quản lý các khu công nghiệp"."""
        end = self.mention.span.end
        for resolved in self.directory.within(Span(self.mention.span.start, end + _BEHIND)):
            start = resolved.span.start
            if office is not None and start < office.role.end <= resolved.span.end and start > office.role.start:
                return resolved
            if start >= end and people_pattern("body_behind").match(self.text.lower[end:start]):
                return resolved
        return None

    def _resolved(self, span: Span) -> str | None:
        """The name of the mention at that span."""
        overlapping = self.directory.overlapping(span)
        return overlapping[0].name if overlapping else None

    def _pointed_at(self, office: Office, generic: Span) -> str | None:
        """The body that "công ty", "CĐCS công ty" or a company's bare name points at: the last one of that sort."""
        if (name := self._resolved(generic)) is not None:
            return name
        surface = self.text.lower[generic.start : generic.end]
        if surface.startswith(words("people", "grassroots_body")):
            return self._own_union() or self._union_of_unit(surface)
        if self.text.folded[generic.start].isupper() and surface not in words("people", "generic_body"):
            named = self._last(lambda resolved: fold(resolved.name).lower().endswith(surface))
            return named.name if named is not None else self.text.quote(generic)
        return self._named_with(surface) or self._spoken_of(office)

    def _own_union(self) -> str | None:
        """The grassroots union spoken of, or that of the company or school spoken of."""
        union = self._last(lambda resolved: resolved.level == Level.GRASSROOTS)
        if union is not None:
            return union.name
        host = self._last(lambda resolved: resolved.type in EMPLOYERS)
        return f"{load('organisations')['grassroots_union'].values['base']} {host.name}" if host is not None else None

    def _union_of_unit(self, surface: str) -> str | None:
        """The union of the unit spoken of: "công đoàn bệnh viện" where a hospital is named before."""
        printed = max((word for word in words("people", "grassroots_body") if surface.startswith(word)), key=len)
        unit = surface.removeprefix(printed).strip()
        host = self._named_with(unit) if unit else None
        return f"{headed(written_out(printed))} {host}" if host is not None else None

    def _named_with(self, head: str) -> str | None:
        """The last name that begins with a common noun, also within its union's name ("CĐCS Trung tâm Văn hóa")."""
        named = self._last(lambda resolved: f" {head} " in f" {fold(resolved.name).lower()}")
        return named.name[fold(named.name).lower().index(head) :] if named is not None else None

    def _spoken_of(self, office: Office) -> str | None:
        """The body of an office that names none: the nearest of its sort; a union's head is the main union's."""
        if office.sphere == Sphere.PLAIN:
            return None
        if self.mention.elected:
            return self._electing_union()
        if office.sphere == Sphere.UNION:
            return _name(self._last(lambda resolved: resolved.type == OrganisationType.UNION)) or self.directory.main
        near = self._last(lambda resolved: resolved.type in _TYPES[office.sphere])
        if near is None and office.sphere == Sphere.FIRM:  # the firm's name stands only within its union's
            return next(filter(None, map(self._named_with, words("people", "firms"))), None)
        if near is None:
            return None
        here = self.text.sentence_at(self.mention.span.start)
        return near.name if here - self.text.sentence_at(near.span.start) <= _SENTENCES_BACK else None

    def _electing_union(self) -> str | None:
        """The union that elects: the last one of the sentence, else of the paragraph where no grassroots one."""
        sentence = self.text.sentence_around(self.mention.span.start)
        paragraph = self.text.line_around(self.mention.span.start).span
        union = self._last(
            lambda resolved: (
                resolved.type == OrganisationType.UNION
                and (
                    resolved.span.start >= sentence.start
                    or resolved.name == self.directory.main
                    or (resolved.span.start >= paragraph.start and resolved.level != Level.GRASSROOTS)
                )
            )
        )
        return _name(union) or self.directory.main

    def _last(self, fits: Callable[[ResolvedMention], bool]) -> ResolvedMention | None:
        """The last mention before the person that fits."""
        return next(filter(fits, self.directory.backwards(self.mention.span.start)), None)


def _name(resolved: ResolvedMention | None) -> str | None:
    return resolved.name if resolved is not None else None
