"""Arrow tables as data frames of pandas and polars, with the type that each column means.

| a column of | pandas | polars |
| --- | --- | --- |
| days | `datetime64` | `Date` |
| whole numbers | `Int32`, `Int64` | `Int32`, `Int64` |
| numbers that may be fractions | `float64` | `Float64` |
| yes or no | `boolean` | `Boolean` |
| one of a few values | `category` | `Categorical` |
| other text | `string` | `String` |

What is not told is null in each of them (``NaT``, ``<NA>`` and, for fractions, ``NaN`` in pandas), and no type changes
because something is. Lists and structs are objects in pandas, ``List`` and ``Struct`` in polars.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from ..errors import extra
from .schema import CLOSED_SETS

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["as_pandas", "as_polars"]


def as_pandas(table: pa.Table) -> pandas.DataFrame:
    """An Arrow table as a pandas data frame.

    >>> frame = as_pandas(pa.table({"status": ["target", None], "facts": pa.array([3, None], pa.int32())}))
    >>> [str(dtype) for dtype in frame.dtypes], list(frame["status"].cat.categories)
    (['category', 'Int32'], ['reported', 'target', 'proposed', 'criterion'])
    """
    with extra("pandas data frames", "frames"):
        import pandas
    nullable = {
        pa.int32(): pandas.Int32Dtype(),
        pa.int64(): pandas.Int64Dtype(),
        pa.bool_(): pandas.BooleanDtype(),
        pa.string(): pandas.StringDtype(),
    }
    return _with_categories(table).to_pandas(types_mapper=nullable.get, date_as_object=False)


def as_polars(table: pa.Table) -> polars.DataFrame:
    """An Arrow table as a polars data frame.

    >>> import polars
    >>> frame = as_polars(pa.table({"status": ["target", None], "facts": pa.array([3, None], pa.int32())}))
    >>> frame.dtypes == [polars.Categorical, polars.Int32]
    True
    """
    with extra("polars data frames", "frames"):
        import polars
    frame = polars.from_arrow(_with_categories(table))
    assert isinstance(frame, polars.DataFrame)  # noqa: S101  (a table makes no series)
    return frame


def _with_categories(table: pa.Table) -> pa.Table:
    """The table with its closed sets as categories: all their values, whether they occur or not."""
    for index, column in enumerate(table.schema):
        known = CLOSED_SETS.get(column.name)
        if known is None or column.type != pa.string():
            continue
        values = table[column.name].combine_chunks()
        further = sorted({*pc.unique(values).to_pylist()} - {None, *known})  # a total's level may be "unknown"
        categories = pa.array([*known, *further], pa.string())
        coded = pa.DictionaryArray.from_arrays(pc.index_in(values, value_set=categories), categories)
        table = table.set_column(index, column.name, coded)
    return table
