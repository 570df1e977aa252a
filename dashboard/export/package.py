"""The whole data package as one zip: every table, its description, the terms of its sources, how to cite it."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from dashboard.dataset import Dataset
from dashboard.export.licences import RULES, counted, rule_of
from dashboard.pages import words
from dashboard.text import LANGS

NAME: Final = "us-mexico-relations-data"
DESCRIPTION: Final = "datapackage.json"
SOURCES: Final = "sources.csv"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the same content makes the same file
_REUSE: Final = {
    "name": "reuse",
    "type": "string",
    "title": "The rule for passing on what comes from this source; LICENCES.md says each in words",
    "constraints": {"required": True, "enum": [rule.id for rule in RULES]},
}
README: Final = """# {title}

{description}

Data version {version}. `datapackage.json` describes every table (https://specs.frictionlessdata.io):
`exhibits/<id>.csv` holds one row a number with its unit, status, source and place in the source; `sources.csv` who
published it, where, under which licence and by which rule it may be passed on (`reuse`; see LICENCES.md).

    import frictionless, pandas as pd
    frictionless.validate("datapackage.json").valid
    pd.read_csv("exhibits/economy-1.csv")

Cite the numbers by their source, and the collection as: "{site}", data version {version}, data package.

## En español

`datapackage.json` describe cada tabla; `exhibits/<id>.csv` tiene una fila por número, con unidad, estatus, fuente y lugar en la
fuente; `sources.csv` dice quién lo publicó, dónde, con qué licencia y según qué regla puede difundirse (`reuse`; véase
LICENCES.md). Cite los números por su fuente, y la colección como: «{site_es}», versión de los datos {version}, paquete de datos.
"""
LICENCES: Final = {
    "en": (
        "# What may be passed on",
        "Official and public-domain data come first: wherever an official series could be read, the numbers are its own. "
        "Each source falls under one of four rules (column `reuse` of `sources.csv`):",
        "{n} sources",
    ),
    "es": (
        "# Qué puede difundirse",
        "Los datos oficiales y de dominio público van primero: donde pudo leerse una serie oficial, los números son los suyos. "
        "Cada fuente sigue una de cuatro reglas (columna `reuse` de `sources.csv`):",
        "{n} fuentes",
    ),
}


def as_zip(dataset: Dataset, data_dir: Path) -> bytes:
    """The package in ``data_dir`` that ``dataset`` was loaded from, but for exhibits that were left out."""
    return _zipped(data_dir, dataset.version, frozenset(dataset.exhibits))


@lru_cache(maxsize=2)
def _zipped(data_dir: Path, version: str, exhibits: frozenset[str]) -> bytes:
    package = json.loads((data_dir / DESCRIPTION).read_text(encoding="utf-8"))
    package["resources"] = [one for one in package["resources"] if _is_there(one, exhibits)]
    files = {one["path"]: (data_dir / one["path"]).read_bytes() for one in package["resources"]}
    files[SOURCES], licences = with_rules(files[SOURCES])
    sources = next(one for one in package["resources"] if one["path"] == SOURCES)
    sources["schema"]["fields"].append(_REUSE)
    package["version"] = version
    package["licenses"] = [{"name": "see-licences", "title": "Terms by source", "path": "LICENCES.md"}]
    files |= {
        DESCRIPTION: json.dumps(package, ensure_ascii=False, indent=2).encode(),
        "README.md": readme(package).encode(),
        "LICENCES.md": terms(licences).encode(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _EARLIEST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[path])
    return out.getvalue()


def _is_there(resource: Mapping[str, Any], exhibits: frozenset[str]) -> bool:
    path = Path(resource["path"])
    return path.parent.name != "exhibits" or path.stem in exhibits


def with_rules(sources: bytes) -> tuple[bytes, list[str]]:
    """``sources.csv`` with the rule of each source as its last column; and the licences as they are stated."""
    rows = list(csv.DictReader(io.StringIO(sources.decode("utf-8"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*rows[0], "reuse"], lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | {"reuse": rule_of(row["licence"]).id} for row in rows)
    return out.getvalue().encode(), [row["licence"] for row in rows]


def readme(package: Mapping[str, Any]) -> str:
    """What the package is, how it is read, how it is cited."""
    told = {name: package[name] for name in ("title", "description", "version")}
    return README.format(**told, site=words.SITE.en, site_es=words.SITE.es)


def terms(licences: list[str]) -> str:
    """The rules in both languages, each with how many sources fall under it."""
    count = counted(licences)
    lines: list[str] = []
    for lang in LANGS:
        title, before, sources = LICENCES[lang]
        rules = [
            f"- **{rule.name[lang]}** (`{rule.id}`, {sources.format(n=count[rule.id])}). {rule.words[lang]}"
            for rule in RULES
        ]
        lines += [title, "", before, "", *rules, ""]
    return "\n".join(lines)


def write(dataset: Dataset, data_dir: Path, to: Path) -> None:
    """Write the zip to ``to``, whole or not at all. Raises ``OSError`` where it cannot be written."""
    body = as_zip(dataset, data_dir)
    with tempfile.NamedTemporaryFile(dir=to.parent, prefix=".", delete=False) as unfinished:
        path = Path(unfinished.name)
        try:
            unfinished.write(body)
            unfinished.close()
            path.chmod(0o644)
            path.replace(to)
        finally:
            path.unlink(missing_ok=True)
