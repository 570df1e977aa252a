"""Chromium as the system has it: playwright's own download is not needed."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a sandbox of its own it also runs as root, as in a container; it only ever visits our own pages.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")


def find() -> str | None:
    """The executable: BROWSER_PATH, or the first of the usual names that is found."""
    return os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, NAMES)), None)
