"""The command line: ``python -m dashboard --help``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dashboard import dataset, settings

app = typer.Typer(help="An interactive dashboard of U.S.-Mexico bilateral indicators.", no_args_is_help=True)

DataDir = Annotated[
    Path | None, typer.Option("--data", help="Folder of the data package; the project's own if left out.")
]


@app.command()
def check(data: DataDir = None) -> None:
    """Validate the data package: each fault with its file, row and column, what is there and what is allowed."""
    folder = data or settings.load().data_dir
    problems = dataset.validate(folder)
    for problem in problems:
        typer.echo(str(problem), err=True)
    if problems:
        typer.echo(f"{len(problems)} fault{'s' * (len(problems) > 1)} in {folder}", err=True)
        raise typer.Exit(1)
    loaded = dataset.load(folder)
    rows = sum(len(frame) for frame in loaded.exhibits.values())
    typer.echo(f"{folder}: {len(loaded.exhibits)} exhibits, {rows:,} rows, {len(loaded.sources)} sources, no fault")


@app.command()
def serve() -> None:
    """Serve with hot reload, for developing; in production gunicorn serves (see the Procfile)."""
    from dashboard import logs, serving
    from dashboard.app import create_app

    chosen = settings.load()
    logs.configure(chosen)
    serving.run_dev(create_app, chosen)


if __name__ == "__main__":
    app()
