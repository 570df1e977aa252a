"""Files that never change under one address: named by their content, compressed once, kept by browsers for a year.

Scripts and style sheets of ours are joined into one file each (in the order of their names): those of the assets folder
into ``app.js`` and ``app.css``, those of a folder in it under its name (``stage.js``). What a style sheet names by
``url()`` is found under its own content-hashed address. Dash's component files keep Dash's addresses. All are
compressed once, ahead: what is not yet in the build folder is made before the workers are forked, and the workers
share the memory.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
import pkgutil
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import brotli
import structlog
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Request, Response

from dashboard.plotly_scripts import PlotlyScripts
from dashboard.settings import Settings

log = structlog.get_logger(__name__)

PREFIX = "/static/"
COMPONENTS = "/_dash-component-suites/"
YEAR = "public, max-age=31536000, immutable"
SMALL = 600  # bytes under which compressing does not pay
COMPRESSIBLE = re.compile(r"text/|application/(javascript|json|geo\+json|wasm)|image/svg|font/(ttf|otf)")
HASHED = re.compile(r"^(?P<stem>.+)\.(?P<digest>[0-9a-f]{10})(?P<suffix>\.\w+)$")
CSS_URL = re.compile(r"""url\(\s*["']?(?!data:|https?:|/|#)(?P<path>[^"')?#]+)[^)]*\)""")
JOINED = (".css", ".js")
TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".map": "application/json"}


@dataclass(frozen=True)
class StaticFile:
    """A file in every coding that it is sent in.

    Attributes:
        name: its name without the hash, ``app.css``.
        mimetype: what it is.
        digest: ten hexadecimal digits of its content's SHA-256.
        bodies: coding (``identity``, ``br``, ``gzip``) -> bytes; a coding that does not make it smaller is missing.
    """

    name: str
    mimetype: str
    digest: str
    bodies: Mapping[str, bytes]

    @property
    def url(self) -> str:
        """The address under which it may be kept for ever."""
        path = PurePosixPath(self.name)
        return f"{PREFIX}{path.with_name(f'{path.stem}.{self.digest}{path.suffix}')}"


class StaticFiles:
    """The files of one process, by name. Read-only once the workers are forked.

    Attributes:
        plotly: the tags by which a page loads plotly.js, ``static.plotly.tags({"bar", "choropleth"})``.
    """

    plotly: PlotlyScripts

    def __init__(self, settings: Settings) -> None:
        self.assets_dir = settings.assets_dir
        self.build_dir = settings.build_dir
        self.dev = settings.dev
        self._files: dict[str, StaticFile] = {}
        self._components: dict[str, StaticFile] = {}

    @classmethod
    def load(cls, settings: Settings) -> StaticFiles:
        """Our own files: those that are joined, plotly.js, and whatever else the assets folder holds."""
        static = cls(settings)
        for path in static._assets():
            if path.suffix not in JOINED:
                static.add(path.relative_to(settings.assets_dir).as_posix(), path.read_bytes())
        for name, body in static.joined().items():
            static.add(name, body)
        static.plotly = PlotlyScripts(settings, static)
        return static

    def joined(self) -> dict[str, bytes]:
        """Our style sheets and our scripts, joined by folder in the order of their names: ``app.css``, ``app.js`` ..."""
        parts: dict[str, list[str]] = {}
        for path in self._assets():
            if path.suffix in JOINED:
                folder = path.parent.relative_to(self.assets_dir).as_posix()
                text = self._read_css(path) if path.suffix == ".css" else path.read_text(encoding="utf-8")
                parts.setdefault(f"{'app' if folder == '.' else folder}{path.suffix}", []).append(text)
        between = {".css": "\n", ".js": "\n;"}
        return {name: between[PurePosixPath(name).suffix].join(texts).encode() for name, texts in parts.items()}

    def add(self, name: str, body: bytes) -> str:
        """Serve ``body`` under ``name``; the address that holds its hash."""
        body = self._minified(name, body)
        self._files[name] = self._file(name, body)
        return self._files[name].url

    def add_components(self, app: Dash) -> None:
        """Every file that Dash's renderer may ask for; to be called when all components are registered.

        With hot reload, Dash serves them itself: they are others, larger, and no one waits for their compression.
        """
        if self.dev:
            return
        wanted = [
            (package, path)
            for package, paths in app.registered_paths.items()
            for path in paths
            # Dash's own plotly.js is never asked for: ours stands in the page before.
            if package != "plotly" and not path.endswith(".map")
        ]
        with ThreadPoolExecutor() as pool:  # brotli lets other threads run
            for key, file in pool.map(lambda item: self._component(*item), wanted):
                if file:
                    self._components[key] = file

    def url(self, name: str) -> str:
        """The address of a file, ``static.url("app.css")``.

        Raises:
            KeyError: when there is no such file.
        """
        return self._files[name].url

    def body(self, name: str) -> bytes:
        """The content of a file, for one that must be served at an address of its own.

        Raises:
            KeyError: when there is no such file.
        """
        return self._files[name].bodies["identity"]

    def respond(self, request: Request) -> Response | None:
        """The answer to a request for a static file; None when the path is none of ours."""
        found = self._find(request.path) if request.method in ("GET", "HEAD") else None
        if found is None:
            return None
        file, forever = found
        coding = best_coding(request, file.bodies)
        response = Response(file.bodies[coding], mimetype=file.mimetype)
        response.headers["Cache-Control"] = YEAR if forever else "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        if coding != "identity":
            response.headers["Content-Encoding"] = coding
        response.set_etag(f"{file.digest}-{coding}")
        response.make_conditional(request)
        return response

    def _find(self, path: str) -> tuple[StaticFile, bool] | None:
        """The file of a path, and whether the path holds a hash.

        An address with an outdated hash still gets the file of today (while an update rolls out, a page of one
        server asks another for its files), but it is not to be kept.
        """
        if path.startswith(COMPONENTS):
            plain, fingerprinted = check_fingerprint(path)
            file = self._components.get(plain)
            return (file, fingerprinted) if file else None
        if not path.startswith(PREFIX):
            return None
        name = path.removeprefix(PREFIX)
        if parts := HASHED.match(name):
            name = parts["stem"] + parts["suffix"]
        file = self._files.get(name)
        return (file, path == file.url) if file else None

    def _assets(self) -> list[Path]:
        """The files of the assets folder, in order, without hidden ones."""
        files = (path for path in self.assets_dir.rglob("*") if path.is_file())
        return sorted(path for path in files if not path.name.startswith("."))

    def _read_css(self, path: Path) -> str:
        """A style sheet with the addresses of what it names (fonts, pictures) replaced by hashed ones."""

        def hashed(match: re.Match[str]) -> str:
            target = Path(os.path.normpath(path.parent / match["path"].strip()))
            return f'url("{self.url(target.relative_to(self.assets_dir).as_posix())}")'

        return CSS_URL.sub(hashed, path.read_text(encoding="utf-8"))

    def _component(self, package: str, path: str) -> tuple[str, StaticFile | None]:
        try:
            body = pkgutil.get_data(package, path)
        except OSError:  # some packages register files that they do not ship
            body = None
        return f"{COMPONENTS}{package}/{path}", self._file(path, body) if body else None

    def _file(self, name: str, body: bytes) -> StaticFile:
        digest = hashlib.sha256(body).hexdigest()
        suffix = PurePosixPath(name).suffix
        mimetype = TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        bodies = {"identity": body}
        if len(body) >= SMALL and COMPRESSIBLE.match(mimetype):
            bodies["br"] = self._kept(f"{digest}.br", lambda: brotli.compress(body, quality=11))
            bodies["gzip"] = self._kept(f"{digest}.gz", lambda: gzip.compress(body, 9, mtime=0))
        return StaticFile(name, mimetype, digest[:10], bodies)

    def _kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What ``make`` returns, kept in the build folder where that can be written."""
        path = self.build_dir / "static" / name
        if path.is_file():
            return path.read_bytes()
        body = make()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as unfinished:
                unfinished.write(body)
            Path(unfinished.name).replace(path)
        except OSError as error:
            log.debug("not kept", file=name, reason=str(error))
        return body

    def _minified(self, name: str, body: bytes) -> bytes:
        """The body as `make build` minified it; as it is when it was not, or has changed since."""
        path = self.build_dir / "minified" / f"{hashlib.sha256(body).hexdigest()}{PurePosixPath(name).suffix}"
        return path.read_bytes() if path.is_file() else body


def best_coding(request: Request, offered: Iterable[str] = ("br", "gzip")) -> str:
    """The coding that a client takes, the smallest first: ``br``, ``gzip`` or ``identity``."""
    accepted = request.accept_encodings
    return next((coding for coding in ("br", "gzip") if coding in offered and accepted[coding] > 0), "identity")
