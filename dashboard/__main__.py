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


@app.command()
def package(
    out: Annotated[Path, typer.Option("--out", "-o", help="The zip to write, or a folder for it.")] = Path(),
    data: DataDir = None,
) -> None:
    """Write the whole data package as a zip: tables, description, licences and how to cite it."""
    from dashboard.export import package as packaging

    folder = data or settings.load().data_dir
    try:
        loaded = dataset.load(folder)
    except dataset.BadData as bad:
        typer.echo("\n".join(map(str, bad.problems)), err=True)
        raise typer.Exit(1) from None
    to = out / f"{packaging.NAME}_{loaded.version}.zip" if out.suffix != ".zip" or out.is_dir() else out
    try:
        packaging.write(loaded, folder, to)
    except OSError as error:
        typer.echo(
            f"{to} cannot be written: {error.strerror}. Name a .zip in a folder that there is, or the folder.", err=True
        )
        raise typer.Exit(2) from None
    typer.echo(f"{to}: {to.stat().st_size:,} bytes, data version {loaded.version}")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def export(
    more: typer.Context,
    exhibit: Annotated[
        list[str] | None, typer.Option("--exhibit", "-e", help="An exhibit, economy-1; several with commas.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every exhibit.")] = False,
    format: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", help="png, svg, pdf, csv, json, xlsx, parquet …; several with commas."),
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the files.")] = Path(),
    years: Annotated[str, typer.Option(help="2000-2015, or 2008,2012.")] = "",
    vintage: Annotated[str, typer.Option(help="report or latest.")] = "",
    view: Annotated[str, typer.Option(help="A view: balance, or economy-1:balance.")] = "",
    lang: Annotated[str, typer.Option(help="en, es or both.")] = "",
    theme: Annotated[str, typer.Option(help="light or dark.")] = "",
    shape: Annotated[str, typer.Option(help="Of a picture: card, slide, square or column.")] = "",
    scale: Annotated[str, typer.Option(help="Of a PNG: 1, 2 or 4.")] = "",
    rows: Annotated[str, typer.Option(help="Of data: shown or all.")] = "",
    query: Annotated[str, typer.Option(help="The query of an address of the dashboard, whole.")] = "",
    site: Annotated[str, typer.Option(help="Address of the dashboard that files name, https://example.org.")] = "",
    data: DataDir = None,
) -> None:
    """Write exhibits as files. Every other parameter of the address is an option too: --origin guatemala."""
    from dashboard.exhibits.compose import Composer
    from dashboard.exhibits.registry import CHAPTERS
    from dashboard.export import command, studio

    named = {"years": years, "vintage": vintage, "view": view, "lang": lang, "theme": theme}
    named |= {"shape": shape, "scale": scale, "rows": rows}
    try:
        options = [*((name, value) for name, value in named.items() if value), *command.options(more.args)]
        wanted = command.Wanted(exhibit or (), everything, format or ("png",), out, query, options, site)
        count = command.run(Composer(dataset.load(data or settings.load().data_dir), CHAPTERS), wanted)
    except command.WrongError as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(2) from None
    except (studio.PictureError, OSError, dataset.BadData) as failed:
        typer.echo(str(failed), err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{count} file{'s' * (count != 1)} in {out}")


@app.command(name="deck", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def slides(
    more: typer.Context,
    chapter: Annotated[str, typer.Option("--chapter", "-c", help="A chapter: economy, security ...")] = "",
    exhibit: Annotated[
        list[str] | None, typer.Option("--exhibit", "-e", help="An exhibit; several make a running order.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole report, in both languages.")] = False,
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder for the files.")] = Path(),
    template: Annotated[Path | None, typer.Option(help="A .pptx or .potx whose look is taken.")] = None,
    years: Annotated[str, typer.Option(help="2000-2015, or 2008,2012.")] = "",
    vintage: Annotated[str, typer.Option(help="report or latest.")] = "",
    view: Annotated[str, typer.Option(help="A view: economy-1:balance.")] = "",
    lang: Annotated[str, typer.Option(help="en, es or both.")] = "",
    theme: Annotated[str, typer.Option(help="light or dark.")] = "",
    query: Annotated[str, typer.Option(help="The query of an address of the dashboard, whole.")] = "",
    site: Annotated[str, typer.Option(help="Address of the dashboard that slides link to, https://example.org.")] = "",
    data: DataDir = None,
) -> None:
    """Write slides with native charts. Every other parameter of the address is an option too: --origin guatemala."""
    from dashboard.exhibits.compose import Composer
    from dashboard.exhibits.registry import CHAPTERS
    from dashboard.export import command, deck_command, studio

    named = {"years": years, "vintage": vintage, "view": view, "lang": lang, "theme": theme}
    try:
        options = [*((name, value) for name, value in named.items() if value), *command.options(more.args)]
        wanted = deck_command.Wanted(everything, chapter, exhibit or (), out, template, query, options, site)
        paths = deck_command.run(Composer(dataset.load(data or settings.load().data_dir), CHAPTERS), wanted)
    except command.WrongError as wrong:
        typer.echo(str(wrong), err=True)
        raise typer.Exit(2) from None
    except (studio.PictureError, OSError, dataset.BadData) as failed:
        typer.echo(str(failed), err=True)
        raise typer.Exit(1) from None
    typer.echo("\n".join(map(str, paths)))


if __name__ == "__main__":
    app()
