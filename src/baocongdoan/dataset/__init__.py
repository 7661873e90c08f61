"""Many articles: a dataset of Parquet files, the job that builds it, and the ways to ask it.

``build`` puts crawled files into a dataset, ``open_dataset`` opens one, and ``extract_batches`` is the work itself, for
an engine of one's own between ``page_batches`` and ``gather``. Needs ``pip install 'baocongdoan[dataset]'``.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError

if TYPE_CHECKING:
    from .engines import dask_engine, local_engine
    from .extraction import Settings, extract_batches
    from .job import build, gather, preview
    from .opened import Dataset, open_dataset
    from .plan import page_batches
    from .schema import PAGES, RESULTS, TABLES
    from .worker import Limits

__all__ = [
    "PAGES",
    "RESULTS",
    "TABLES",
    "Dataset",
    "Limits",
    "Settings",
    "build",
    "dask_engine",
    "extract_batches",
    "gather",
    "local_engine",
    "open_dataset",
    "page_batches",
    "preview",
]

_HOMES = {
    "job": ("build", "gather", "preview"),
    "engines": ("dask_engine", "local_engine"),
    "extraction": ("Settings", "extract_batches"),
    "opened": ("Dataset", "open_dataset"),
    "plan": ("page_batches",),
    "schema": ("PAGES", "RESULTS", "TABLES"),
    "worker": ("Limits",),
}

if find_spec("pyarrow") is None:
    raise MissingExtraError("datasets", "dataset")


def __getattr__(name: str) -> Any:
    """What is public is loaded when first asked for: to open a dataset nothing of the extraction is needed."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
