"""`make build`: what is made once, ahead of the first start, into the build folder. Each step says what it made.

1. plotly.js with only the traces of ``plotly_traces.json`` (with npm; otherwise the whole of it is served);
2. our style sheets and scripts minified (with npm; otherwise they are served as they are written);
3. every file that a browser may ask for, compressed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import plotly.offline

from dashboard import logs
from dashboard.plotly_scripts import bundle_folder
from dashboard.settings import ROOT, Settings, load
from dashboard.static_files import StaticFiles

MODULES = ROOT / "node_modules"
BUNDLER = ROOT / "tools" / "bundle.mjs"


def install_modules() -> str | None:
    """Install the npm packages; the reason in words when they cannot be had."""
    if not (npm := shutil.which("npm")):
        return "npm is not installed"
    stamp = MODULES / ".package-lock.json"
    lock = ROOT / "package-lock.json"
    if not stamp.exists() or stamp.stat().st_mtime < lock.stat().st_mtime:
        done = subprocess.run([npm, "ci", "--loglevel=error"], cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            return f"npm ci failed: {done.stderr.strip().splitlines()[-1:] or ['no reason given']}"
        stamp.touch()
    bundled = json.loads((MODULES / "plotly.js" / "package.json").read_text())["version"]
    if bundled != (wanted := plotly.offline.get_plotlyjs_version()):
        return f"package.json has plotly.js {bundled}, Python's plotly {wanted}: npm install -DE plotly.js@{wanted}"
    return None


def bundle_plotly(folder: Path) -> None:
    """Bundle plotly.js into ``folder``, removing the bundles that there are, of other versions too."""
    for outdated in folder.parent.glob("plotly-*"):
        shutil.rmtree(outdated)
    folder.mkdir(parents=True)
    subprocess.run(["node", BUNDLER, "plotly", folder], cwd=ROOT, check=True)
    for script in sorted(folder.glob("*.js")):
        print(f"{script.name}: {script.stat().st_size / 1000:.1f} kB")


def minify(settings: Settings) -> None:
    """Minify what we joined, each under the hash of what it was made from, so that a later change is not hidden."""
    folder = settings.build_dir / "minified"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, body in StaticFiles.load(settings).joined().items():
        suffix = PurePosixPath(name).suffix
        done = subprocess.run(
            ["node", BUNDLER, "minify", suffix[1:]], cwd=ROOT, input=body, capture_output=True, check=True
        )
        (folder / f"{hashlib.sha256(body).hexdigest()}{suffix}").write_bytes(done.stdout)
        print(f"{name}: {len(body) / 1000:.1f} kB minified to {len(done.stdout) / 1000:.1f}")


def compress() -> None:
    """Start the dashboard as a server does, which compresses what is not compressed yet."""
    from dashboard.app import server

    server()
    print("compressed")


def main() -> int:
    """Make everything; 0 also without npm."""
    settings = load()
    logs.configure(settings.model_copy(update={"log_level": "warning", "log_format": "text"}))
    if reason := install_modules():
        print(f"no plotly.js bundle ({reason}); the whole of plotly.js is served, 0.9 MB more at the first visit")
    else:
        bundle_plotly(bundle_folder(settings))
        minify(settings)
    compress()
    return 0


if __name__ == "__main__":
    sys.exit(main())
