"""The server's commands, typed in the process or, where it matters, as a process of their own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from goals.__main__ import main


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


Type = Callable[..., Ran]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types `goals …` in English, in a terminal of eighty columns; never lets a traceback pass."""
    monkeypatch.setenv("GOALS_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "80")

    def run(*words: str) -> Ran:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(str(end.code))
        heard = capsys.readouterr()
        assert "Traceback" not in heard.err
        return Ran(code, heard.out, heard.err)

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with no setting made."""
    monkeypatch.chdir(tmp_path)
    for name in ("GOALS_DATABASE_URL", "GOALS_URL", "GOALS_TOKEN", "GOALS_POOL_SIZE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@contextmanager
def running(*words: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m goals …` until the end of the block, stopped by Ctrl-C."""
    process = subprocess.Popen(
        [sys.executable, "-m", "goals", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"GOALS_LANGUAGE": "en"} | environment,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


@pytest.fixture
def start() -> Callable[..., object]:
    """Starts a command as a process."""
    return running
