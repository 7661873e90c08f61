"""Which results of a group are added, and which of them stand for the others."""

from baocongdoan.analysis.adding import add
from baocongdoan.analysis.owners import Owner, Place
from baocongdoan.analysis.periods import Period
from baocongdoan.analysis.reconciling import Result
from baocongdoan.analysis.statements import Key, Reason, Row, Statement
from baocongdoan.records import Level, OrganisationType

YEAR = Period(738_886, 739_250)
PLACE = Place(None, None)


def owner(name: str) -> Owner:
    return Owner(name, OrganisationType.UNION, Level.GRASSROOTS, PLACE)


def result(key: Key, value: float, *wholes: Key) -> Result:
    row = Row._make([None] * len(Row._fields))._replace(article_id="a", witness="a", value=value)
    return Result(key, value, False, tuple(Statement((row,), key, value, value, whole) for whole in wholes))


def test_of_two_wholes_the_first_result_is_named() -> None:
    for number in range(20):  # in a set they would come in any order
        first, second, part = (Key(owner(f"{name} {number}"), YEAR) for name in ("Sao Mai", "Hoa Mai", "Tổ 3"))

        sum_ = add([result(first, 90), result(second, 80), result(part, 20, second, first)], is_stock=False)

        assert sum_.value == 170
        assert [(left.reason, left.beside and left.beside.key) for left in sum_.left_out] == [(Reason.PART, first)]
