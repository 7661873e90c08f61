"""A worker that does with an article what the article says, and takes no time for the rest.

Run as a program, it serves a guard as the real worker does, with another extraction behind the same protocol.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path
from zlib import crc32

from baocongdoan.dataset import extraction, worker
from baocongdoan.records import Article, Date, Extraction, Granularity, Page

SOME_SECONDS = 1_000


def clean(page: Page, *, strip: bool = True) -> Article:
    text = "\n".join(line.text for line in page.lines)
    return Article(id=f"{crc32(text.encode()):x}", origin=page.origin, url=page.url, text=text)


def extract_article(article: Article, *, rules: object = None) -> Extraction:
    command, _, argument = article.text.partition(" ")
    match command:
        case "hang":
            time.sleep(SOME_SECONDS)
        case "spin":
            ctypes.PyDLL(None).usleep(10**9)  # in C, and holding on to the interpreter
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "eat":
            bytearray(10**9 * int(argument))
        case "once":  # dies of it the first time only, as if somebody had killed it
            if not Path(argument).exists():
                Path(argument).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "touch":
            Path(argument).touch()
        case "wait":
            time.sleep(float(argument.split()[0]))
        case "print":
            print("a library's word on standard output")
            sys.stdout.flush()
    date = Date(
        id="f1", quote=article.text[:3], start=0, end=3, granularity=Granularity.DAY, first_day=None, last_day=None
    )
    return Extraction(article=article, facts=(date,))


if __name__ == "__main__":
    extraction.clean = clean  # type: ignore[assignment]
    extraction.extract_article = extract_article  # type: ignore[assignment]
    worker.main()
