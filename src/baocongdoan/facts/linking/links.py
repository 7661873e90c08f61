"""How the counts of an article hang together: parts and wholes, restatements, rates of targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...language.text import Text
from ...lexicon.loader import pattern_of
from ...records import Count, Qualifier, Status
from ..measurement.measure_rules import OTHER, STOCKS
from .sums import summands, told_far_below
from .ties import FEW, MIXED, MOST, REACH, Ties, are_of_one_kind, are_of_one_sort, same_sentence

__all__ = ["link", "rounds"]

_ROUGH = 0.1  # how far a rounded number may be from the exact one
_ANEW = 2  # sentences back in which the event stands that another one is told beside
_MANY = 1000  # from here on, equal numbers of people are the same people, whatever they are called
_FAR = 300  # code points back in which a whole is named at the front of its sentence
_LONG = 3  # digits from which on a headline rounds a number
_BELOW_PROVINCE = 2  # the rank from which a union's numbers lie in those of the union above


def link(counts: Sequence[Count], text: Text, ties: Ties) -> list[Count]:
    """The counts with ``part_of``, ``repeats`` and ``rate_of`` filled in; they must have their ids."""
    linked = list(counts)
    _link_rates(linked, text)
    _link_parts(linked, text, ties)
    _link_repeats(linked, text, ties)
    return linked


def _link_rates(counts: list[Count], text: Text) -> None:
    """ "kết nạp 120 đoàn viên, đạt 105% chỉ tiêu": the rate belongs to the count in front of it."""
    for index, count in enumerate(counts):
        if count.measure != "target_rate" or index == 0:
            continue
        before = _rated(index, counts, text)
        if before.measure not in ("target_rate", "share") and same_sentence(before, count, text):
            counts[index] = replace(count, rate_of=before.id)


def _rated(index: int, counts: Sequence[Count], text: Text) -> Count:
    """The count that a rate speaks of: the one in front, of several rates each its own, and no mere target."""
    first = index
    while (
        first and counts[first - 1].measure == "target_rate" and same_sentence(counts[first - 1], counts[index], text)
    ):
        first -= 1
    last = index
    while last + 1 < len(counts) and counts[last + 1].measure == "target_rate":
        last += 1
    rates = last - first + 1
    if rates > 1 and first >= rates and same_sentence(counts[first - rates], counts[index], text):
        return counts[index - rates]  # "kết nạp 41.304 đoàn viên, thành lập 219 CĐCS, đạt 137% và 109%"
    before = counts[index - 1]
    if before.status is Status.TARGET and index > 1 and counts[index - 2].measure == before.measure:
        return counts[index - 2]  # "kết nạp 412 đoàn viên so với chỉ tiêu là 400, đạt 103%"
    return before


def _link_parts(counts: list[Count], text: Text, ties: Ties) -> None:
    # the text's wholes first: a headline's is told again
    for index in sorted(range(len(counts)), key=lambda index: counts[index].end <= ties.headline):
        for part in summands(index, counts, text, ties):
            if counts[part].part_of is None:
                counts[part] = replace(counts[part], part_of=counts[index].id)
    for index, whole in enumerate(counts):
        if whole.end > ties.headline:
            break
        for part in told_far_below(index, counts, text, ties):
            if counts[part].part_of is None:
                counts[part] = replace(counts[part], part_of=whole.id)
    for index, count in enumerate(counts):
        if count.part_of is not None or count.status is Status.CRITERION:
            continue
        if (found := _whole(index, counts, text, ties)) is not None:
            counts[index] = replace(count, part_of=found)


def _whole(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    if index + 1 < len(counts) and counts[index + 1].id in ties.seconds:
        return counts[index + 1].id if counts[index + 1].status is counts[index].status else None
    return (
        _whole_of_fraction(index, counts, ties)
        or _whole_behind(index, counts, text, ties)
        or _whole_in_front(index, counts, text, ties)
        or _whole_before_brackets(index, counts, text)
        or _whole_named(index, counts, text, ties)
        or _whole_of_nominees(index, counts, text, ties)
        or _whole_of_sector(index, counts, text)
        or _whole_of_upper_union(index, counts, text, ties)
    )


def _whole_of_fraction(index: int, counts: Sequence[Count], ties: Ties) -> str | None:
    """The count that the second number of "11/14 vụ" repeats."""
    part, whole = counts[index], ties.wholes.get(counts[index].id)
    if whole is None or part.value >= whole:  # "13/13 CĐCS": all of them
        return None
    equal = [count for count in counts[max(0, index - MOST) : index] if count.value == whole]
    same = (c for c in reversed(equal) if are_of_one_kind(c, part, ties) or (c.measure == part.measure != OTHER))
    return next((count.id for count in same), None)


def _whole_behind(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    """The count that follows "trong số": "1.000 trong số 3.100 công nhân"."""
    if index + 1 >= len(counts):
        return None
    count, whole = counts[index], counts[index + 1]
    found = pattern_of("links", "out_of").search(text.lower, count.start, whole.end)
    if found is None and are_of_one_kind(count, whole, ties):  # the members among all workers are another stock
        found = pattern_of("links", "out_of_all").match(text.lower, count.end, whole.end)
    return whole.id if found and found.end() >= whole.start and count.value < whole.value else None


def _whole_in_front(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    """The count of which the sentence then tells some: "Trong 42 ý kiến gửi đến, 29 ý kiến đã được trả lời"."""
    count = counts[index]
    sentence = text.sentence_around(count.start)
    if count.per is not None or "%" in (count.unit or "") or count.measure == "amount":
        return None
    low = max(sentence.start, count.start - _FAR)
    found = pattern_of("links", "out_of_these").search(text.lower, low, count.start)
    if found is None or ";" in text.lower[found.end() : count.start]:
        return None
    for earlier in counts[max(0, index - FEW) : index]:
        if earlier.start <= found.end() < earlier.end:
            sort = ties.sorts[count.id]
            is_alike = are_of_one_kind(earlier, count, ties) or (sort and are_of_one_sort(earlier, count, ties))
            return earlier.id if is_alike and earlier.value > count.value else None
    return None


def _whole_named(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    """The whole that "trong đó …" or "… trong số đó" goes back to: the last count of the kind before."""
    count = counts[index]
    sentence = text.sentence_around(count.start)
    markers = [*pattern_of("links", "of_which").finditer(text.lower, sentence.start, count.start + 1)]
    reach = 1
    some = pattern_of("quantities", "some_of_them").match(text.lower, count.end)
    if some is not None:
        if pattern_of("status", "more_of_them").match(text.lower, sentence.start):
            return None  # "Ngoài ra, hỗ trợ 90 công nhân bị nợ lương": more people, and no part of those told before
        limit = count.start
    elif markers and (
        markers[-1].start() == sentence.start or ";" not in text.lower[markers[-1].end() : count.start]
    ):  # a sentence that begins with "Trong đó" tells parts to its end
        limit = markers[-1].start()
        reach = 0 if "gồm" in markers[-1][0] else 1  # "gồm" lists what its own sentence counts
    else:
        return None
    candidates = [
        earlier
        for earlier in counts[max(0, index - MOST) : index]
        if earlier.end <= limit
        and text.sentence_at(count.start) - text.sentence_at(earlier.start) <= reach
        and earlier.value > count.value
        and earlier.status is not Status.CRITERION
        and earlier.id not in ties.seconds
        and "%" not in (earlier.unit, count.unit)
        and earlier.per is None is count.per
    ]
    same = [earlier for earlier in candidates if earlier.measure == count.measure != OTHER]
    one_kind = [earlier for earlier in candidates if are_of_one_kind(earlier, count, ties)]
    alike = [earlier for earlier in candidates if are_of_one_sort(earlier, count, ties)]
    nearest = (same or one_kind or alike)[-1:]
    if nearest and some is not None and some[0].strip() == "còn lại" and nearest[0].part_of is not None:
        return nearest[0].part_of  # "Trong đó, tỉnh chi 38 tỷ đồng, 24 tỷ đồng còn lại do doanh nghiệp ủng hộ"
    return nearest[0].id if nearest else None


def _whole_before_brackets(index: int, counts: Sequence[Count], text: Text) -> str | None:
    """The count behind which brackets open around others: "1.047 sáng kiến (711 của ngành Giáo dục)"."""
    count = counts[index]
    if count.measure in ("share", "target_rate", "amount"):
        return None
    opens = text.lower.rfind("(", text.sentence_around(count.start).start, count.start)
    if opens < 0 or ")" in text.lower[opens : count.start]:
        return None
    if pattern_of("links", "held_against").match(text.lower, opens + 1, count.end) is not None:
        return None
    for earlier in reversed(counts[max(0, index - MOST) : index]):
        is_whole = earlier.measure == count.measure and earlier.value > count.value
        if earlier.start < opens < earlier.end:  # "4.090 (nữ 2.138) nhà giáo"
            return earlier.id if is_whole else None
        if earlier.end <= opens:
            if _stands_in_brackets(earlier, text):
                return None  # "(76.450), Công đoàn B (71.020)": one part beside another
            between = pattern_of("links", "up_to_brackets").fullmatch(text.lower, earlier.end, opens)
            return earlier.id if is_whole and between is not None else None
    return None


def _stands_in_brackets(count: Count, text: Text) -> bool:
    opens = text.lower.rfind("(", text.sentence_around(count.start).start, count.start)
    return opens >= 0 and ")" not in text.lower[opens : count.start]


def _whole_of_sector(index: int, counts: Sequence[Count], text: Text) -> str | None:
    """The stock of which a sector's share is told: "Toàn tỉnh có 2.041 CĐCS; khu vực ngoài nhà nước có 398 CĐCS"."""
    count = counts[index]
    if count.measure not in STOCKS.values():
        return None
    sentence = text.sentence_around(count.start)
    if pattern_of("links", "sector").search(text.lower, sentence.start, count.start) is None:
        return None
    for earlier in reversed(counts[max(0, index - MOST) : index]):
        if text.sentence_at(count.start) - text.sentence_at(earlier.start) > 1:
            return None
        if earlier.measure == count.measure and earlier.value > count.value:
            return earlier.id
    return None


def _whole_of_upper_union(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    """The upper union's count of the same period that holds a lower union's: "Dẫn đầu là Công đoàn … với …"."""
    count = counts[index]
    rank = ties.ranks.get(count.organisation or "", 0)
    foremost = pattern_of("links", "foremost").match(text.lower, text.sentence_around(count.start).start)
    lowest = _BELOW_PROVINCE - (foremost is not None)  # "Dẫn đầu là LĐLĐ tỉnh A": of those of the whole country
    if rank < lowest or count.measure in ("other", "share", "target_rate", "amount"):
        return None
    for earlier in reversed(counts[max(0, index - MOST) : index]):
        if text.sentence_at(count.start) - text.sentence_at(earlier.start) > REACH:
            return None
        if (
            earlier.measure == count.measure
            and earlier.organisation is not None
            and ties.ranks.get(earlier.organisation, 0) < rank
            and earlier.value > count.value
            and earlier.status == count.status
            and (earlier.measure not in MIXED or _first_words(earlier) == _first_words(count))
            and not _periods_differ(earlier, count)
        ):
            return earlier.id
    return None


def _whole_of_nominees(index: int, counts: Sequence[Count], text: Text, ties: Ties) -> str | None:
    """Those proposed to the Party, of whom "người" without a further noun were admitted."""
    count, before = counts[index], counts[index - 1] if index else None
    if before is None or (before.measure, count.measure) != ("party_nominees", "party_admissions"):
        return None
    if ties.kinds[count.id] != "person" or not count.quote[0].isdigit() or not same_sentence(before, count, text):
        return None
    return before.id if count.value < before.value and count.status == before.status else None


def _first_words(count: Count) -> list[str]:
    return (count.unit or "").lower().split()[:2]


def _link_repeats(counts: list[Count], text: Text, ties: Ties) -> None:
    """Ties a count to the first statement of the same thing; statements are looked up by measure and value."""
    stated: dict[tuple[str, int | float | None], list[int]] = {}
    values = {count.id: count.value for count in counts}
    wholes = {count.id: values[count.part_of] for count in counts if count.part_of is not None}
    for index, count in enumerate(counts):
        rounded = [] if count.qualifier is not Qualifier.EXACT else stated.get((count.measure, None), [])
        candidates = sorted({*stated.get((count.measure, count.value), ())[:MOST], *rounded[:MOST]})
        same = (counts[i] for i in candidates if _same_statement(counts[i], count, ties, wholes))
        first = next((earlier for earlier in same if not _are_two(earlier, count, text, ties)), None)
        if first is not None:
            counts[index] = replace(count, repeats=first.id)
            continue
        stated.setdefault((count.measure, count.value), []).append(index)
        if count.qualifier in (Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT):
            stated.setdefault((count.measure, None), []).append(index)


def _same_statement(earlier: Count, later: Count, ties: Ties, wholes: Mapping[str, int | float]) -> bool:
    """Whether a later count says what an earlier one said: the same number, or the exact one of a rounded one."""
    if earlier.measure != later.measure or earlier.per != later.per or earlier.value_to != later.value_to:
        return False
    if earlier.end > ties.headline:  # a headline leaves owner, period and the whole to the text under it
        is_again = earlier.value >= FEW and _first_words(earlier) == _first_words(later)
        whole = wholes.get(earlier.id)
        if later.part_of is not None and whole != wholes[later.id] and (whole is not None or not is_again):
            return False  # only what is surely the same may be told of its whole the second time
        if not _may_be_one_statement(earlier, later):
            return False
    one_kind = are_of_one_kind(earlier, later, ties)
    one_sort = ties.sorts[earlier.id] == "people" == ties.sorts[later.id]
    if earlier.value == later.value:
        if earlier.measure == "share":
            return _same_words(earlier.of, later.of)
        return one_kind or earlier.value >= (FEW if earlier.measure != OTHER else _MANY if one_sort else float("inf"))
    if earlier.measure in ("share", "target_rate", "other"):
        return False
    one_kind = one_kind or one_sort or _first_words(earlier)[:1] == _first_words(later)[:1]
    if earlier.end <= ties.headline and _is_rounded(earlier, later):
        return one_kind
    return rounds(earlier, later) and one_kind


def _are_two(earlier: Count, later: Count, text: Text, ties: Ties) -> bool:
    """Whether the later count tells of something else that happens to be as many."""
    if _are_told_together(earlier, later, text):
        return True
    here = text.sentence_at(later.start)
    if earlier.end <= ties.headline or here - text.sentence_at(earlier.start) > _ANEW:
        return False
    return pattern_of("links", "told_anew").match(text.lower, text.sentences[here].start) is not None


def _are_told_together(earlier: Count, later: Count, text: Text) -> bool:
    """Whether one sentence counts two things that happen to be as many: "40 vé xe và 40 phần quà"."""
    return earlier.unit != later.unit and same_sentence(earlier, later, text)


def _is_rounded(headline: Count, exact: Count) -> bool:
    """Whether a headline gives the number of the text with its first digits only: 41.000 for 41.304."""
    digits = len(str(int(exact.value)))
    if digits < _LONG or headline.value % 10 ** (digits - 2) or not exact.value % 10 ** (digits - 2):
        return False
    return abs(exact.value - headline.value) / exact.value < _ROUGH / 2


def rounds(earlier: Count, later: Count) -> bool:
    """Whether the earlier count gives roughly, by its qualifier, what the later one gives exactly."""
    if later.qualifier is not Qualifier.EXACT or not later.value:
        return False
    off = (later.value - earlier.value) / later.value
    if earlier.qualifier is Qualifier.OVER:
        return 0 < off < _ROUGH
    if earlier.qualifier is Qualifier.NEARLY:
        return -_ROUGH < off < 0
    return earlier.qualifier is Qualifier.ABOUT and abs(off) < _ROUGH


def _may_be_one_statement(earlier: Count, later: Count) -> bool:
    known = earlier.organisation is not None and later.organisation is not None
    return not (known and earlier.organisation != later.organisation) and not _periods_differ(earlier, later)


def _periods_differ(earlier: Count, later: Count) -> bool:
    known = (earlier.first_day or earlier.last_day) and (later.first_day or later.last_day)
    return bool(known) and (earlier.first_day, earlier.last_day) != (later.first_day, later.last_day)


def _same_words(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.lower().split()[:6] == other.lower().split()[:6]
