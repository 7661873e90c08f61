"""Whether a number is a result, a target, a proposal or a threshold.

The nearest word in front of the number that says so decides; a target goes on through the bare numbers that follow it;
what lies in the future when the article appears is a target.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..language.anchors import Anchored, OneOf
from ..language.text import Span, Text
from ..lexicon.loader import pattern_of, source_of, words
from ..mentions.quantities import Quantity
from ..records import Qualifier, Status
from .grounds import Ground, StatusBy
from .measurement.measure_rules import OTHER, STOCKS
from .measurement.stocks import is_size_of_a_firm
from .temporal.periods import Period

__all__ = ["Statuses", "Told"]

_NEAR = 130  # how far a proposal reaches
_BARE = 25  # how far from its sentence's start a number may stand that goes on with the targets before it
_HAPPENED = frozenset({"strikers", "stoppages"})  # nobody proposes them
_LONGEST_RULE = 80  # code points in front of a number in which the law is named
_LAST_DAYS = "28"  # from which day on a month may end
_LATE = "20"  # from which day on what is told for the end of the month is known
_THRESHOLD_OF = frozenset({"worker", "member", "enterprise", "union"})


class Told(Struct, frozen=True):
    """A status and what told it; null where nothing does."""

    status: Status | None
    why: Ground


class _Word(Struct, frozen=True):
    span: Span
    entry: str
    status: Status
    opens_list: bool
    of_one: bool = False  # only of the number right behind it


class Statuses:
    """The words of an article that tell targets, proposals and results, asked count by count in order."""

    def __init__(self, text: Text, published: str | None) -> None:
        self._text = text
        self._published = published[:10] if published else None
        self._words: dict[Span, list[_Word]] = {}  # of the sentences and lines asked for so far
        self._proposed_until = -_NEAR
        self._counted_aims: set[int] = set()  # sentences that say how many aims were set
        self._proposals: set[int] = set()  # sentences in which something is proposed
        self._targets: dict[int, bool] = {}  # sentences with targets, and whether more may follow

    def told(self, quantity: Quantity, measure: str) -> Told:
        """What the words say; null where they say nothing, which without a date to come is a result."""
        index = self._text.sentence_at(quantity.number.span.start)
        if quantity.is_second:  # "kết nạp 50/100 đoàn viên", "40/60 CĐCS sẽ họp": a target or all there are
            is_stock = measure in STOCKS.values()
            return Told(Status.REPORTED if is_stock else Status.TARGET, Ground(StatusBy.PAIR))
        if self._is_criterion(quantity, measure) and not (
            self._is_aimed_at(quantity, measure, index) or self._is_laid_down(quantity, index)
        ):
            return Told(Status.CRITERION, Ground(StatusBy.THRESHOLD))
        if self._is_aim(quantity):
            behind = pattern_of("status", "achieved_behind").match(self._text.lower, quantity.number.span.end)
            if behind is None and not self._stands_before("achieved", quantity.number.qualified.start):
                self._counted_aims.add(index)
            return Told(Status.REPORTED, Ground(StatusBy.AIMS))
        word = self._word_before(quantity, index, is_reached=measure == "target_rate")
        if word is not None and self._is_done_for(word, quantity):
            return Told(Status.TARGET, Ground(StatusBy.WORD_BEHIND, entry="status.toml: will_behind"))
        if word is not None and not (word.status is Status.PROPOSED and measure in _HAPPENED):
            if word.status is Status.PROPOSED:
                self._proposed_until = quantity.span.end
                self._proposals.add(index)
            if (
                word.status is Status.TARGET
                and not word.of_one
                and not self._is_aside(word, self._text.sentences[index])
            ):
                self._targets[index] = self._targets.get(index, False) or word.opens_list or self._goes_on(index)
            return Told(word.status, Ground(StatusBy.WORD, word.span, f"status.toml: {word.entry}"))
        if self._stands_before("set_in_brackets", quantity.number.qualified.start):
            return Told(Status.TARGET, Ground(StatusBy.WORD, entry="status.toml: set_in_brackets"))
        if pattern_of("status", "got").match(self._text.lower, quantity.span.end):
            return Told(Status.REPORTED, Ground(StatusBy.WORD_BEHIND, entry="status.toml: got"))
        if pattern_of("status", "will_behind").match(self._text.lower, quantity.span.end):
            self._targets.setdefault(index, False)
            return Told(Status.TARGET, Ground(StatusBy.WORD_BEHIND, entry="status.toml: will_behind"))
        if self._is_proposed_too(quantity) or pattern_of("status", "proposed_behind").match(
            self._text.lower, quantity.number.span.end
        ):
            self._proposed_until = quantity.span.end
            return Told(Status.PROPOSED, Ground(StatusBy.LISTED))  # "trình tặng Bằng khen cho 15 tập thể, 28 cá nhân"
        carried = self._carried(quantity, index)
        return Told(carried, Ground(StatusBy.NOTHING if carried is None else StatusBy.CARRIED))

    def settled(self, quantity: Quantity, told: Told, period: Period) -> tuple[Status, Ground]:
        """The status and what told it, in the light of the period: a result can't lie in the future."""
        if told.status is not None:
            return told.status, told.why
        if self._published is None or period.last_day is None or not period.is_near:
            return Status.REPORTED, told.why
        begun = period.first_day
        if begun is None and period.last_day[:4] == self._published[:4]:
            begun = period.begins  # a stock of this year, of which only the last day stays
        is_past = (begun or period.last_day) <= self._published
        if is_past or self._is_occasion(period) or self._have_done(quantity) or self._is_about_over(quantity, period):
            return Status.REPORTED, told.why
        self._targets.setdefault(self._text.sentence_at(quantity.number.span.start), False)
        return Status.TARGET, Ground(StatusBy.AHEAD, period.why.at)

    def _is_about_over(self, quantity: Quantity, period: Period) -> bool:
        """Whether a stock is told for a day that is about to come: on 23 December "Đến cuối năm 2012, ngành có …"."""
        last, today = period.last_day, self._published
        if quantity.unit_class not in STOCKS or period.first_day is not None or last is None or today is None:
            return False
        return last[:7] == today[:7] and last[8:] >= _LAST_DAYS and today[8:] >= _LATE

    def _is_occasion(self, period: Period) -> bool:
        """Whether the day is only what something is done in honour of: "Dịp 20/10, LĐLĐ huyện biểu dương 40 chị"."""
        if period.why.at is None or period.first_day != period.last_day:
            return False
        start = period.why.at.start
        return self._stands_before("occasion", start)

    def _is_done_for(self, word: _Word, quantity: Quantity) -> bool:
        """Whether what it was done for is still to come: "đã chọn mỏ để thí điểm tại 6 tổ trong năm sau"."""
        if word.status is not Status.REPORTED:
            return False
        lower, start = self._text.lower, quantity.number.qualified.start
        low = max(word.span.end, start - _LONGEST_RULE)
        return (
            pattern_of("status", "purpose").search(lower, low, start) is not None
            and pattern_of("status", "will_behind").match(lower, quantity.span.end) is not None
        )

    def _have_done(self, quantity: Quantity) -> bool:
        """Whether those counted have done already what reaches into the future: "9 mỏ đã có đơn hàng đến cuối năm"."""
        return pattern_of("status", "done_behind").match(self._text.lower, quantity.number.span.end) is not None

    def _is_criterion(self, quantity: Quantity, measure: str) -> bool:
        number = quantity.number
        prescribed = pattern_of("status", "prescribed").match(
            self._text.lower, max(0, number.qualified.start - _LONGEST_RULE), number.qualified.start
        )
        if prescribed is not None and (prescribed["further"] or number.is_bound):
            return True
        if number.qualifier is not Qualifier.EXACT or number.threshold:
            sentence = self._text.sentence_around(number.span.start)
            if pattern_of("status", "laid_down").search(self._text.lower, sentence.start, sentence.end) is not None:
                return True
        is_limit = number.qualifier in (Qualifier.OVER, Qualifier.AT_MOST)
        if (number.is_bound or is_limit) and self._stands_before("any_who", number.qualified.start):
            return True
        if number.percent:
            return False
        if is_size_of_a_firm(self._text, quantity):
            return True
        if number.threshold and pattern_of("status", "earns").match(self._text.lower, number.span.end):
            return True
        if number.threshold and (measure in STOCKS.values() or measure in (OTHER, "amount")):
            return True
        if (
            number.qualifier is not Qualifier.EXACT
            and quantity.unit_class in _THRESHOLD_OF
            and self._stands_before("sized", number.qualified.start)
        ):
            return True
        if number.is_bound and quantity.unit_class in _THRESHOLD_OF:
            return self._stands_before("describes_a_group", number.qualified.start)
        return is_limit and self._stands_before("describes_groups", number.qualified.start)

    def _is_aim(self, quantity: Quantity) -> bool:
        """Whether aims are counted, which are there as soon as they are set; programmes may be events as well."""
        is_one = quantity.unit_text.lower().startswith(words("status", "aims"))
        start = quantity.number.qualified.start
        if not is_one or self._stands_before("altered", start):
            return False
        return quantity.unit_class != "event" or not self._stands_before("held_ahead", start)

    def _is_aimed_at(self, quantity: Quantity, measure: str, index: int) -> bool:
        """Whether it is a target, for all its "trở lên": "phấn đấu thu nhập đạt từ 22 triệu đồng/tháng trở lên"."""
        if measure != "amount" or quantity.unit_class != "money":
            return False
        word = self._word_before(quantity, index, is_reached=False)
        return word is not None and word.entry == "aim"

    def _is_laid_down(self, quantity: Quantity, index: int) -> bool:
        """Whether a plan sets it, for all its "trở lên": "Theo đó, mỗi năm vận động 900 đơn vị máu trở lên"."""
        return self._stands_before("set_itself", quantity.number.qualified.start) and self._is_of_a_plan(index)

    def _is_of_a_plan(self, index: int) -> bool:
        """Whether the sentence tells what the plan made in the sentence before lays down."""
        sentence = self._text.sentences[index]
        if not index or not pattern_of("status", "accordingly").match(self._text.lower, sentence.start):
            return False
        if any(word.status is Status.REPORTED for word in self._words_in(sentence)):
            return False
        before = self._text.sentences[index - 1]
        return pattern_of("status", "plan_laid_down").search(self._text.lower, before.start, before.end) is not None

    def _is_of_a_proposal(self, index: int) -> bool:
        """Whether the sentence tells what the proposal of the sentence before comes to: "Theo đó, vùng I tăng …"."""
        sentence = self._text.sentences[index]
        if pattern_of("status", "accordingly").match(self._text.lower, sentence.start) is None:
            return False
        return index in self._proposals or (index - 1 in self._proposals and not self._words_in(sentence))

    def _is_proposed_too(self, quantity: Quantity) -> bool:
        """Whether it goes on with what is proposed: "đề nghị tặng Cờ cho 3 tập thể, Bằng khen cho 8 cá nhân"."""
        start = quantity.number.qualified.start
        if 0 <= start - self._proposed_until <= len(", cùng với "):
            return True
        before = self._proposed_until
        return (
            0 <= before <= start
            and pattern_of("status", "proposed_too").fullmatch(self._text.lower, before, start) is not None
        )

    def _stands_before(self, pattern: str, start: int) -> bool:
        return pattern_of("status", pattern).match(self._text.lower, max(0, start - 80), start) is not None

    def _word_before(self, quantity: Quantity, index: int, *, is_reached: bool) -> _Word | None:
        """The word that tells the status; of what a rate says ``is_reached``, the target itself is none."""
        sentence = self._text.sentences[index]
        start = quantity.number.span.start
        for word in reversed(self._words_in(sentence)):
            if word.span.start >= start:
                continue
            if is_reached and self._text.lower.startswith(words("status", "what_is_set"), word.span.start):
                continue
            gap = self._text.lower[word.span.end : start]
            heads_list = ":" in gap  # "đề xuất 2 phương án: một là …; hai là …"
            if word.status is Status.PROPOSED and not heads_list and (";" in gap or "," in gap or len(gap) > _NEAR):
                continue
            if word.status is Status.TARGET and pattern_of("status", "ends_there").match(gap):
                continue  # "đạt 100% so với chỉ tiêu kế hoạch; 143 doanh nghiệp …"
            if gap.count('"') % 2 and self._is_quoted(word, sentence):
                continue  # hưởng ứng chương trình "quyết tâm …", tỉnh ghi nhận 170 sáng kiến
            if word.of_one and (gap.strip(" .,").count(" ") > 1 or any(map(str.isdigit, gap))):
                continue
            if ")" in gap and self._is_aside(word, sentence):
                continue  # "đạt 81% (chỉ tiêu: 75%), trong đó 268 bản"
            return word
        return None

    def _is_aside(self, word: _Word, sentence: Span) -> bool:
        """Whether the word stands in brackets: it tells nothing of what stands behind them."""
        before = self._text.lower[sentence.start : word.span.start]
        return before.rfind("(") > before.rfind(")")

    def _is_quoted(self, word: _Word, sentence: Span) -> bool:
        """Whether the word stands in quotation marks."""
        return self._text.lower.count('"', sentence.start, word.span.start) % 2 == 1

    def _words_in(self, span: Span) -> list[_Word]:
        """The words of a sentence or line that tell a status, found when first asked for."""
        if span not in self._words:
            self._words[span] = sorted(_find_words(self._text, span), key=lambda word: word.span)
        return self._words[span]

    def _carried(self, quantity: Quantity, index: int) -> Status | None:
        """A number behind a target of its sentence is one; so are bare numbers and list items behind an aim."""
        sentence = self._text.sentences[index]
        if index in self._targets:
            return None if self._is_result_behind(sentence, quantity) else Status.TARGET
        line = self._text.line_at(sentence.start)
        is_item = self._is_item(line)
        if is_item and self._heads_a_list_of_targets(line):
            self._targets[index] = True
            return Status.TARGET
        if self._is_of_a_proposal(index):
            self._proposals.add(index)
            return Status.PROPOSED
        if index - 1 in self._counted_aims and pattern_of("status", "of_the_aims").match(
            self._text.lower, sentence.start
        ):
            self._targets[index] = True  # "đặt ra năm mục tiêu. Trong số này có 100% CĐCS đối thoại"
            return Status.TARGET
        if self._is_of_a_plan(index) or self._is_cost_of_targets(quantity, index) or self._is_part_of_targets(index):
            self._targets[index] = False
            return Status.TARGET
        front = (pattern_of("periods", "at_the_event"), pattern_of("status", "of_the_past"))
        if not self._targets.get(index - 1, False) or any(
            pattern.match(self._text.lower, sentence.start) for pattern in front
        ):
            return None
        if self._have_done(quantity):
            return None  # "chỉ tiêu xây 40 căn. Hai tháng đầu năm, 6 căn đã khởi công"
        same_line = self._text.line_at(self._text.sentences[index - 1].start) == line
        is_bare = quantity.number.span.start - sentence.start <= _BARE and (same_line or quantity.number.percent)
        is_broken = self._text.folded[sentence.start].islower()  # the line ends within the sentence
        if not (is_bare or is_item or is_broken or self._goes_on(index)):
            return None
        self._targets[index] = True
        return Status.TARGET

    def _goes_on(self, index: int) -> bool:
        """Whether the sentence goes on with the targets that the one before lists."""
        more = pattern_of("status", "more_of_them")
        return self._targets.get(index - 1, False) and (
            more.match(self._text.lower, self._text.sentences[index].start) is not None
        )

    def _is_cost_of_targets(self, quantity: Quantity, index: int) -> bool:
        """Whether it is the cost of what the sentence before says is to come: "Kinh phí khoảng 400 triệu đồng …"."""
        if quantity.unit_class != "money" or index - 1 not in self._targets:
            return False
        start, before = self._text.sentences[index].start, self._text.sentences[index - 1]
        cost = pattern_of("status", "cost_of_it").match(self._text.lower, start, quantity.number.qualified.start)
        return cost is not None and all(word.status is Status.TARGET for word in self._words_in(before))

    def _is_part_of_targets(self, index: int) -> bool:
        """Whether it is some of what the sentence before plans: "Dự kiến chi 42 tỷ đồng. Trong đó, 30 tỷ đồng …"."""
        if index - 1 not in self._targets:
            return False
        start, before = self._text.sentences[index].start, self._text.sentences[index - 1]
        parts = pattern_of("status", "goes_into_parts").match(self._text.lower, start)
        words_before = self._words_in(before) if parts is not None else ()
        return bool(words_before) and all(word.status is Status.TARGET for word in words_before)

    def _is_result_behind(self, sentence: Span, quantity: Quantity) -> bool:
        """Whether a colon parts the number from the target that it holds against: "3. Ít nhất 70% …: mới được 68%"."""
        before = self._text.lower[sentence.start : quantity.number.qualified.start]
        target, colon, _ = before.rpartition(":")
        return bool(colon) and any(map(str.isdigit, pattern_of("status", "list_item").sub("", target)))

    def _is_item(self, line: int) -> bool:
        start = self._text.lines[line].span.start
        return pattern_of("status", "list_item").match(self._text.lower, start) is not None

    def _heads_a_list_of_targets(self, line: int) -> bool:
        """Whether the line in front of the list items speaks of targets and ends with a colon."""
        while line > 0 and self._is_item(line):
            line -= 1
        span = self._text.lines[line].span
        if not self._text.lower[span.start : span.end].rstrip().endswith(":"):
            return False
        return any(word.status is Status.TARGET for word in self._words_in(span))


_STATUSES = {
    "aim": Status.TARGET,
    "measured_against": Status.TARGET,
    "plan": Status.TARGET,
    "proposed": Status.PROPOSED,
    "done": Status.REPORTED,
}


def _anchored(name: str) -> Anchored:
    return Anchored(lambda: OneOf([source_of("status", name)]))


_ANCHORED = {name: _anchored(name) for name in _STATUSES}


def _find_words(text: Text, span: Span) -> Iterator[_Word]:
    for name, status in _STATUSES.items():
        for match in _ANCHORED[name].finditer(text.words, span.start, span.end):
            word = Span(match.start(), match.end())
            if pattern_of("status", "of_a_name").match(text.folded, max(0, word.start - 2)):
                continue
            yield _Word(word, name, status, name == "aim", name == "measured_against")
