"""A browser to look at pages with: Debian's Chromium, asked over a pipe by the DevTools protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "needs a browser, Debian's package 'chromium': apt-get install chromium"


@dataclass
class Shown:
    """A page in the browser: what it said on its console, what it asked for, and ways to look and click."""

    send: Callable[..., dict[str, Any]]
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def value(self, script: str) -> Any:
        """What a piece of JavaScript comes to in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Click an element as a person does: where it stands, after it has been scrolled to."""
        x, y = self.value(
            f"(() => {{ const link = document.querySelector({json.dumps(selector)});"
            "link.scrollIntoView({block: 'center'}); const box = link.getBoundingClientRect();"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def is_visible(self, selector: str) -> bool:
        """Whether an element is drawn."""
        return bool(self.value(f"document.querySelector({json.dumps(selector)}).getClientRects().length > 0"))


class Browser:
    """A running browser."""

    def __init__(self, program: str, profile: Path) -> None:
        to_browser, self._write = os.pipe()
        read, from_browser = os.pipe()

        def as_the_protocol_wants_it() -> None:
            ends = [fcntl(end, F_DUPFD_CLOEXEC, 10) for end in (to_browser, from_browser)]  # out of each other's way
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--window-size=1200,900"]
        self._process = subprocess.Popen(
            [program, *options, f"--user-data-dir={profile}"],
            preexec_fn=as_the_protocol_wants_it,  # noqa: PLW1509  (it does nothing but rename files)
            close_fds=False,  # not those two; all others are closed by themselves
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._answers = os.fdopen(read, "rb")
        self._last = 0
        self._left = b""
        self._shown: dict[str, Shown] = {}

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)
        os.close(self._write)
        self._answers.close()

    def open(self, page: Path) -> Shown:
        """Load a page and wait until all of it is there."""
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        shown = Shown(lambda method, **given: self._send(method, session, **given))
        self._shown[session] = shown
        for domain in ("Page", "Runtime", "Log", "Network"):
            shown.send(f"{domain}.enable")
        shown.send("Page.navigate", url=page.resolve().as_uri())
        while shown.value("document.readyState") != "complete":
            pass
        return shown

    def _send(self, method: str, session: str | None = None, **given: Any) -> dict[str, Any]:
        self._last += 1
        message = {"id": self._last, "method": method, "params": given}
        if session is not None:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self._last:
                assert "error" not in told, told
                return dict(told["result"])
            self._note(told)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = self._answers.read1()  # type: ignore[attr-defined]
            assert more, "the browser is gone"
            self._left += more
        message, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        shown = self._shown.get(event.get("sessionId", ""))
        if shown is None:
            return
        match event["method"]:
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" | "Log.entryAdded":
                shown.console.append(json.dumps(event["params"]))
            case "Network.requestWillBeSent":
                shown.requests.append(event["params"]["request"]["url"])


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The browser; without one the test is skipped, or fails where there has to be one, as in CI."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        if os.environ.get("BAOCONGDOAN_BROWSER") == "required":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    running = Browser(program, tmp_path_factory.mktemp("browser"))
    yield running
    running.close()
