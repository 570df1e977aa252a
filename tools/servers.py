"""A real gunicorn for tests, pictures and measurements: started on a free port, stopped at the end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dashboard.settings import ROOT

LISTENING = re.compile(r"Listening at: (http://[\d.]+:\d+)")
DASHBOARD = ("-c", "gunicorn.conf.py", "dashboard.app:server()")


@contextmanager
def running(arguments: Sequence[str] = DASHBOARD, **environment: str) -> Iterator[str]:
    """Run gunicorn while the block lasts; its address.

    Args:
        arguments: gunicorn's.
        environment: variables to set besides those that there are.

    Raises:
        RuntimeError: with what it wrote, when it ends before it listens.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *arguments],
        cwd=ROOT,
        env={**os.environ, "PORT": "0", "HOST": "127.0.0.1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    written: list[str] = []
    try:
        for line in process.stdout:
            written.append(line)
            if found := LISTENING.search(line):
                break
        else:
            raise RuntimeError("".join(written))
        # A full pipe would stop it.
        reader = threading.Thread(target=written.extend, args=(process.stdout,), daemon=True)
        reader.start()
        yield found[1]
    finally:
        process.terminate()
        process.wait()
        if "reader" in locals():
            reader.join()
        process.stdout.close()
