"""Slides, opened by python-pptx, LibreOffice and pypdf: headline, notes with sources, native charts with the data's numbers."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Emu
from pypdf import PdfReader
from typer.testing import CliRunner

from dashboard.__main__ import app as commands
from dashboard.charts.theme import COLOURS, WORDS, colour
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import deck, picture, studio
from dashboard.export.order import Order
from dashboard.export.slides.exhibit import native
from dashboard.parameters import parse
from dashboard.selection import Selection
from dashboard.text import Lang

DATA = Path(__file__).resolve().parent.parent / "data"
SITE = "https://dashboard.example"
IDS = [exhibit.id for chapter in CHAPTERS for exhibit in chapter.exhibits]
IN_SPANISH = ["economy-2", "security-table-1", "migration-7", "energy-9", "foreign-policy-added-opinion"]


@pytest.fixture(scope="module", autouse=True)
def _browser() -> Iterator[None]:
    yield
    studio.close()


def order(composer: Composer, id: str, lang: Lang = "en", query: str = "", site: str = SITE) -> Order:
    selection, problems = parse(query, composer.vocabulary)
    assert not problems
    return Order(composer, composer.exhibits[id], selection, lang, site=site)


def opened(body: bytes) -> Any:
    return Presentation(io.BytesIO(body))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def series(chart: Any) -> dict[str, list[float | None]]:
    return {one.name: list(one.values) for plot in chart.plots for one in plot.series}


def sheet(chart: Any) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))


def rows(id: str, series: str) -> pd.Series:
    """The values of a series in the data package, by period."""
    frame = pd.read_csv(DATA / "exhibits" / f"{id}.csv", dtype={"period": str})
    return frame[frame["series"] == series].set_index("period")["value"].astype(float)


def says_all(slide: Any, one: Order) -> None:
    """Title, notes, alternative text and the way back of an exhibit's first slide."""
    said = one.composed().words(one.lang)
    notes = slide.notes_slide.notes_text_frame.text
    assert slide.shapes.title.text == said["headline"]
    assert said["subtitle"] in notes
    assert all(note in notes for note in said["notes"])
    sources = one.composer.dataset.sources["public_url"]
    assert any(url in notes for url in sources if url.startswith("http")) or "wilson" in notes.lower()
    assert f"{SITE}/{one.exhibit.chapter}/{one.exhibit.id}?" in notes
    links = [
        run.hyperlink.address
        for s in slide.shapes
        if s.has_text_frame
        for p in s.text_frame.paragraphs
        for run in p.runs
    ]
    assert any(link and link.startswith(f"{SITE}/{one.exhibit.chapter}/{one.exhibit.id}") for link in links)
    shown = [shape for shape in slide.shapes if shape.has_chart or shape.has_table or shape.shape_type == 13]
    assert shown
    assert all(said["alt"] in shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in shown)
    assert any(
        shape.name.startswith("Slide Number") or "‹#›" in shape.text_frame.text
        for shape in slide.shapes
        if shape.has_text_frame
    )


@pytest.mark.parametrize("id", IDS)
def test_every_exhibit_is_a_slide_with_headline_notes_and_sources(composer: Composer, id: str) -> None:
    one = order(composer, id)
    presentation = opened(deck.of_exhibit(one))
    assert round(presentation.slide_width / presentation.slide_height, 3) == 1.778
    says_all(presentation.slides[0], one)
    arranged = one.composed().arranged
    assert bool(charts(presentation.slides[0])) == (native(arranged) is not None)
    if arranged.printed:
        cells = [
            cell.text
            for slide in presentation.slides
            for shape in slide.shapes
            if shape.has_table
            for cell in shape.table.iter_cells()
        ]
        assert [row.cells[0].en for row in arranged.printed.rows if row.cells[0].en not in cells] == []


@pytest.mark.parametrize("id", IN_SPANISH)
def test_slides_in_spanish(composer: Composer, id: str) -> None:
    one = order(composer, id, "es", "vintage=latest")
    slide = opened(deck.of_exhibit(one)).slides[0]
    says_all(slide, one)
    if one.composed().arranged.axis == "fiscal-years":
        assert "AF" in charts(slide)[0]._chartSpace.xpath("(.//c:valAx | .//c:catAx)[1]/c:numFmt/@formatCode")[0]
    assert "Abrir esta vista en el tablero" in " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
    assert slide.shapes.title._element.xpath(".//a:rPr/@lang") == ["es-MX"]


def test_most_exhibits_of_the_report_are_native_charts(composer: Composer) -> None:
    report = [exhibit for exhibit in composer.exhibits.values() if not exhibit.added]
    as_charts = [e.id for e in report if native(order(composer, e.id).composed().arranged)]
    print(f"{len(as_charts)} of {len(report)} exhibits of the report are native charts: {', '.join(as_charts)}")
    assert len(report) >= 25
    assert len(as_charts) >= 18


def test_columns_and_lines_hold_the_numbers_of_the_data(composer: Composer) -> None:
    chart = charts(opened(deck.of_exhibit(order(composer, "economy-1"))).slides[0])[0]
    found = series(chart)
    exports = rows("economy-1", "us_exports_goods").loc["1993":"2015"] / 1000  # billions
    assert found["U.S. exports of goods"] == pytest.approx(list(exports))
    services = rows("economy-1", "us_services_exports").loc["1999":"2015"] / 1000
    years = [date.year for date in pd.to_datetime(sheet(chart).iloc[:, 0])]
    of_year = dict(zip(years, found["U.S. exports of services"], strict=True))
    there = {str(year): value for year, value in of_year.items() if value is not None}
    assert there == pytest.approx(services.to_dict())
    assert found["U.S. exports of services"][:6] == [None] * 6  # not published before 1999
    assert sheet(chart)["U.S. exports of goods"].tolist() == pytest.approx(list(exports))


def test_points_on_a_true_time_axis_hold_the_numbers_and_a_gap_stays_one(composer: Composer) -> None:
    chart = charts(opened(deck.of_exhibit(order(composer, "foreign-policy-added-un"))).slides[0])[0]
    published = rows("foreign-policy-added-un", "mexico_us_agreement_all_recorded_votes").loc[:"2016"]
    assert "1964" not in published.index  # a session without recorded votes
    found = next(one for one in chart.plots[0].series if "Mexico" in one.name and "U.S." in one.name)
    years = [float(v.text) for v in found._element.xpath(".//c:xVal//c:v")]
    by_year = dict(zip(years, found.values, strict=True))
    assert by_year[1964] is None
    assert {str(int(year)): value for year, value in by_year.items() if value is not None} == pytest.approx(
        published.to_dict()
    )
    assert chart._chartSpace.xpath(".//c:dispBlanksAs/@val") == ["gap"]


def test_bars_hold_the_numbers_side_by_side(composer: Composer) -> None:
    chart = charts(opened(deck.of_exhibit(order(composer, "migration-3"))).slides[0])[0]
    north = rows("migration-3", "pew_mexico_to_us")
    assert set(series(chart)) == {"From Mexico to the U.S.", "From the U.S. to Mexico"}
    assert series(chart)["From Mexico to the U.S."] == [north["1995/2000"], north["2005/2010"], north["2009/2014"]]
    assert chart._chartSpace.xpath(".//c:valAx/c:scaling/c:min/@val") == ["0"]


def test_panels_share_their_time_axis(composer: Composer) -> None:
    one = order(composer, "energy-9", query="vintage=latest")
    above, below = charts(opened(deck.of_exhibit(one)).slides[0])
    limits = [chart._chartSpace.xpath("(.//c:valAx)[1]/c:scaling/*/@val") for chart in (above, below)]
    inner = [
        chart._chartSpace.xpath("./c:chart/c:plotArea/c:layout//c:x/@val | ./c:chart/c:plotArea/c:layout//c:w/@val")
        for chart in (above, below)
    ]
    assert limits[0] == limits[1]
    assert inner[0] == inner[1]


def test_lines_are_named_at_their_ends_in_their_colour(composer: Composer) -> None:
    chart = charts(opened(deck.of_exhibit(order(composer, "economy-2"))).slides[0])[0]
    named = [ser for ser in chart._chartSpace.xpath(".//c:ser") if ser.xpath("./c:dLbls/c:dLbl")]
    ends = [
        ["".join(label.xpath(".//a:t/text()")), *label.xpath("./c:idx/@val")]
        for ser in named
        for label in ser.xpath(".//c:dLbl")
    ]
    lines = [one for one in chart.plots[0].series if one._element in named]
    assert any("U.S. in" in words for words, _ in ends)
    for line, (words, place) in zip(lines, ends, strict=True):
        last = max(i for i, value in enumerate(line.values) if value is not None)
        assert (words, place) == (words, str(last))
        colours = [c.xpath("./a:rPr//a:srgbClr/@val") for c in line._element.xpath(".//c:dLbl//a:r")]
        marks = line._element.xpath("./c:spPr//a:srgbClr/@val | ./c:marker/c:spPr/a:ln//a:srgbClr/@val")
        tokens = {
            colour("as-" + t, "light")[1:].upper(): colour(t, "light")[1:].upper()
            for t in COLOURS
            if f"as-{t}" in WORDS
        }
        assert tokens[colours[0][0]] in marks
    assert not chart.has_legend


def test_filters_are_said_and_kept(composer: Composer) -> None:
    one = order(composer, "economy-1", query="years=2000-2010&direction=us-to-mx")
    slide = opened(deck.of_exhibit(one)).slides[0]
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "2000–2010" in words
    assert set(series(charts(slide)[0])) == {"U.S. exports of goods", "U.S. exports of services"}


def test_what_was_chosen_in_an_exhibit_stands_out_in_it(composer: Composer) -> None:
    one = order(composer, "economy-1", query="direction=us-to-mx&from=economy-1")
    chart = charts(opened(deck.of_exhibit(one)).slides[0])[0]
    faint = {
        ser.xpath("./c:tx//c:v/text()")[0]: len(ser.xpath("./c:dPt//a:alpha[@val='25000']"))
        for ser in chart._chartSpace.xpath(".//c:barChart/c:ser")
    }
    assert faint == {
        "U.S. exports of goods": 0,
        "U.S. exports of services": 0,
        "U.S. imports of goods": 23,
        "U.S. imports of services": 17,
    }


def test_the_dark_theme_is_dark(composer: Composer) -> None:
    one = replace(order(composer, "economy-2"), theme="dark")
    packed = zipfile.ZipFile(io.BytesIO(deck.of_exhibit(one)))
    theme = packed.read("ppt/theme/theme1.xml").decode()
    chart = packed.read("ppt/charts/chart1.xml").decode()
    assert re.search(r'<a:lt1><a:srgbClr val="14171C"/>', theme)
    assert re.search(r'<a:dk1><a:srgbClr val="ECEEF1"/>', theme)
    assert "4868E5" in chart  # the United States' blue on a dark ground
    assert "1C48CF" not in chart


def test_events_are_marked_on_the_axis_and_told_below(composer: Composer) -> None:
    slide = opened(deck.of_exhibit(order(composer, "economy-2", query="events=main"))).slides[0]
    drawing = charts(slide)[0].part.part_related_by(RT.CHART_USER_SHAPES).blob.decode()
    assert drawing.count('prst="triangle"') == 2  # NAFTA agreed, NAFTA in force
    assert any("1994: NAFTA takes effect" in s.text_frame.text for s in slide.shapes if s.name == "Events")


def test_filters_that_leave_nothing_say_so(composer: Composer) -> None:
    one = order(composer, "economy-3", query="years=1985-1988")
    slide = opened(deck.of_exhibit(one)).slides[0]
    said = one.composed().words("en")["empty"]
    assert said
    assert said in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_without_a_browser_a_map_is_its_data_with_the_reason(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> bytes:
        raise studio.NoBrowserError(studio.MISSING)

    monkeypatch.setattr(studio, "draw", none)
    one = order(composer, "economy-added-states")
    slides = list(opened(deck.of_exhibit(one)).slides)
    assert slides[0].shapes.title.text == one.composed().arranged.headline.en
    assert any("no browser was found" in shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame)
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    assert all(len(table.rows) <= 13 for table in tables)
    assert sum(len(table.rows) - 1 for table in tables) == 51


def texts(slide: Any) -> dict[str, str]:
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def test_the_longest_series_of_a_scatter_chart_is_first_in_the_file(composer: Composer) -> None:
    """LibreOffice does not draw what comes after a shorter one."""
    for lang, query in (("en", ""), ("es", "vintage=latest")):
        for id in ("economy-6", "economy-2", "migration-10"):
            slide = opened(deck.of_exhibit(order(composer, id, lang, query))).slides[0]  # type: ignore[arg-type]
            for chart in charts(slide):
                found = chart._chartSpace.xpath(".//c:scatterChart/c:ser")
                lengths = [int(ser.xpath("./c:yVal//c:ptCount/@val")[0]) for ser in found]
                assert len(lengths) > 1
                assert lengths == sorted(lengths, reverse=True)
                assert sorted(int(ser.xpath("./c:order/@val")[0]) for ser in found) == list(range(len(found)))


def test_a_slide_bears_its_number_the_note_that_matters_most_and_the_day(composer: Composer) -> None:
    said = texts(opened(deck.of_exhibit(order(composer, "economy-1", "es"))).slides[0])
    assert said["Kicker"] == "Gráfica 1 · Economía"
    assert said["Note"].startswith("Nota: ")
    assert order(composer, "economy-1", "es").composed().words("es")["notes"][0].startswith(said["Note"][6:])
    assert re.search(r" · Elaborado el \d{1,2} de \w+ de \d{4}", said["Source"])


def test_a_map_is_drawn_in_the_shape_of_its_room_with_type_that_is_read(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[dict[str, Any], float]] = []

    def draw(figure: dict[str, Any], kind: str, scale: float) -> bytes:
        drawn.append((figure, scale))
        held = io.BytesIO()
        Image.new("RGB", (figure["layout"]["width"], figure["layout"]["height"])).save(held, "png")
        return held.getvalue()

    monkeypatch.setattr(studio, "draw", draw)
    for id in ("energy-5", "energy-8", "economy-added-states"):
        slide = opened(deck.of_exhibit(order(composer, id, query="vintage=latest"))).slides[0]
        shape = next(shape for shape in slide.shapes if shape.shape_type == 13)
        figure, _ = drawn.pop()
        points = shape.width / 12700 / figure["layout"]["width"]
        sizes = [trace["textfont"]["size"] for trace in figure["data"] if "textfont" in trace]
        assert min(sizes) * points >= 11.9
        assert shape.width / 12700 > 860
        assert shape.height / 12700 > 300
        assert texts(slide)["Key"]


def test_exhibits_without_a_mark_are_named_on_the_last_slide_and_have_none(composer: Composer) -> None:
    orders = [order(composer, id, query="years=1985-1988&vintage=latest") for id in ("economy-2", "economy-3")]
    slides = list(opened(deck.of_order(orders)).slides)
    assert len(slides) == 3  # opening, one exhibit, sources
    last = " ".join(texts(slides[-1]).values())
    assert "Not shown under these filters:" in last
    assert "Figure 3" in last.split("Not shown")[1]
    assert "Figure 2" not in last.split("Not shown")[1]


def test_empty_cells_are_no_higher_than_the_others(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    pixel = io.BytesIO()
    Image.new("RGB", (4, 2)).save(pixel, "png")
    monkeypatch.setattr(studio, "draw", lambda *_: pixel.getvalue())
    slides = opened(deck.of_exhibit(order(composer, "foreign-policy-mechanisms"))).slides
    cells = [c for slide in slides for s in slide.shapes if s.has_table for c in s.table.iter_cells()]
    # LibreOffice takes the height of a cell without words from the end of its paragraph.
    sizes = [c._tc.xpath(".//a:rPr/@sz" if c.text else ".//a:endParaRPr/@sz") for c in cells]
    assert any(not c.text for c in cells)
    assert all(found and int(found[0]) <= 1400 for found in sizes)


def test_ticks_stand_at_round_years(composer: Composer) -> None:
    for id in ("economy-6", "economy-2", "energy-trade"):
        slide = opened(deck.of_exhibit(order(composer, id, query="vintage=latest"))).slides[0]
        axis = charts(slide)[0]._chartSpace.xpath("(.//c:valAx)[1]")[0]
        low, step = float(axis.xpath("./c:scaling/c:min/@val")[0]), float(axis.xpath("./c:majorUnit/@val")[0])
        years = (low - 1) / 365.25 + 1900 if low > 3000 else low
        every = round(step / 365.25) if low > 3000 else step
        assert every in (1, 2, 5, 10, 20)
        assert round(years) % every == 0


@pytest.fixture(scope="module")
def migration(composer: Composer) -> bytes:
    return deck.of_chapter(order(composer, "migration-1", query="vintage=latest"))


def test_a_chapter_opens_with_its_argument_and_ends_with_its_sources(composer: Composer, migration: bytes) -> None:
    slides = list(opened(migration).slides)
    chapter = composer.dataset.chapters.loc["migration"]
    assert slides[0].shapes.title.text == "Migration"
    assert chapter["summary"] in [p.text_frame.text for p in slides[0].placeholders]
    titles = [slide.shapes.title.text for slide in slides]
    headlines = [
        order(composer, e.id, query="vintage=latest").composed().arranged.headline.en for e in CHAPTERS[2].exhibits
    ]
    assert [title for title in titles if title in headlines] == headlines
    assert titles[-1].startswith("Sources")


def within(presentation: Any) -> None:
    for slide in presentation.slides:
        feet = [shape.top for shape in slide.shapes if shape.name == "Source"]
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width + Emu(1)
            assert shape.top + shape.height <= presentation.slide_height + Emu(1)
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= min(feet)


def test_nothing_leaves_a_slide(migration: bytes) -> None:
    within(opened(migration))


def test_a_long_table_goes_on_over_slides_and_never_into_the_foot(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixel = io.BytesIO()
    Image.new("RGB", (4, 2)).save(pixel, "png")
    monkeypatch.setattr(studio, "draw", lambda *_: pixel.getvalue())
    one = order(composer, "foreign-policy-mechanisms", "es")
    presentation = opened(deck.of_exhibit(one))
    within(presentation)
    tables = [shape.table for slide in presentation.slides for shape in slide.shapes if shape.has_table]
    printed = one.composed().arranged.printed
    assert printed is not None
    assert [row.cells[0].text for table in tables for row in list(table.rows)[1:]] == [
        row.cells[0].es for row in printed.rows
    ]
    titles = [slide.shapes.title.text for slide in presentation.slides]
    assert len(titles) == len(set(titles))


def test_the_words_at_the_ends_of_lines_keep_apart(composer: Composer) -> None:
    shape = next(s for s in opened(deck.of_exhibit(order(composer, "economy-2"))).slides[0].shapes if s.has_chart)
    space = shape.chart._chartSpace
    low, high = (float(space.xpath(f"(.//c:valAx)[2]/c:scaling/c:{end}/@val")[0]) for end in ("min", "max"))
    top, tall = (float(space.xpath(f"./c:chart/c:plotArea/c:layout//c:{name}/@val")[0]) for name in ("y", "h"))
    boxes = []
    for ser in space.xpath(".//c:ser[c:dLbls/c:dLbl]"):
        label = ser.xpath("./c:dLbls/c:dLbl")[0]
        value = float(ser.xpath(f"./c:yVal//c:pt[@idx={label.xpath('./c:idx/@val')[0]}]/c:v")[0].text)
        moved = float((label.xpath("./c:layout//c:y/@val") or ["0"])[0])
        points = shape.height / 12700
        middle = points * (top + tall * (high - value) / (high - low) + moved)
        half = 13 * len(label.xpath(".//a:p")) / 2  # points
        boxes.append((middle - half, middle + half))
    boxes.sort()
    assert len(boxes) == 6
    assert all(above[1] <= below[0] for above, below in zip(boxes, boxes[1:], strict=False))


def test_the_whole_report_has_contents_that_lead_to_every_exhibit(
    composer: Composer, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = picture.chart_png(order(composer, "economy-added-ports"), 32, 32, 1) if studio.find() else None

    def drawn(*_: object) -> bytes:
        if tiny is None:
            raise studio.NoBrowserError(studio.MISSING)
        return tiny

    monkeypatch.setattr(picture, "chart_png", drawn)
    monkeypatch.setattr(studio, "draw", drawn)
    told: list[str] = []
    presentation = opened(deck.of_report(order(composer, IDS[0], "es"), step=lambda exhibit: told.append(exhibit.id)))
    slides = list(presentation.slides)
    assert told == IDS
    titles = [slide.shapes.title.text.split(",")[0] for slide in slides]
    assert titles[:2] == ["La relación México-EE.\u00a0UU. en datos", "Contenido"]
    contents = [slide for slide, title in zip(slides, titles, strict=True) if title == "Contenido"]
    assert titles[1 + len(contents)] == "Economía"
    links = [
        rel.target_part for slide in contents for rel in slide.part.rels.values() if rel.reltype.endswith("/slide")
    ]
    assert len(links) == len(IDS) + len(CHAPTERS)
    assert {link.partname for link in links} <= {slide.part.partname for slide in slides}


@pytest.fixture
def template() -> bytes:
    """Somebody's presentation, 4:3, with a slide of its own and a list of sections that names it."""
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Old"
    held = io.BytesIO()
    presentation.save(held)
    return held.getvalue()


def test_a_template_keeps_its_size_and_its_layouts(composer: Composer, template: bytes) -> None:
    one = order(composer, "economy-1")
    presentation = opened(deck.of_exhibit(one, deck.Template(template, "house.pptx")))
    assert (presentation.slide_width, presentation.slide_height) == (9144000, 6858000)
    assert [layout.name for layout in presentation.slide_layouts][:2] == ["Title Slide", "Title and Content"]
    assert [slide.slide_layout.name for slide in presentation.slides] == ["Title Only"]
    says_all(presentation.slides[0], one)
    for shape in presentation.slides[0].shapes:
        assert shape.left + shape.width <= presentation.slide_width
        assert shape.top + shape.height <= presentation.slide_height


def test_a_potx_is_a_template_too(composer: Composer, template: bytes) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as packed, zipfile.ZipFile(held, "w") as repacked:
        for entry in packed.infolist():
            body = packed.read(entry)
            if entry.filename == "[Content_Types].xml":
                body = body.replace(b"presentationml.presentation.main", b"presentationml.template.main")
            repacked.writestr(entry, body)
    assert (
        len(opened(deck.of_exhibit(order(composer, "economy-2"), deck.Template(held.getvalue(), "a.potx"))).slides) == 1
    )


def test_what_is_no_presentation_is_refused_in_words(composer: Composer) -> None:
    workbook = io.BytesIO()
    pd.DataFrame({"a": [1]}).to_excel(workbook)
    for body in (b"nothing of the kind", workbook.getvalue()):
        with pytest.raises(deck.DeckError, match=r"“x.pptx” is no PowerPoint presentation. Allowed"):
            deck.of_exhibit(order(composer, "economy-1"), deck.Template(body, "x.pptx"))


def test_libreoffice_opens_a_chapter_and_its_headlines_are_read(composer: Composer, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (tools/libreoffice.sh installs it)")
    (tmp_path / "deck.pptx").write_bytes(deck.of_chapter(order(composer, "economy-1", "es")))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "deck.pptx"],
        check=True,
        capture_output=True,
        timeout=240,
    )
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(tmp_path / "deck.pdf").pages]
    slides = opened((tmp_path / "deck.pptx").read_bytes()).slides
    assert len(pages) == len(slides)
    assert [
        s.shapes.title.text
        for s, page in zip(slides, pages, strict=True)
        if re.sub(r"\s+", " ", s.shapes.title.text) not in page
    ] == []


def run(*arguments: str) -> Any:
    return CliRunner().invoke(commands, ["deck", *arguments])


def test_the_command_writes_a_deck_named_after_what_is_in_it(tmp_path: Path) -> None:
    result = run(
        "--exhibit",
        "economy-1,energy-2",
        "--lang",
        "both",
        "--vintage",
        "latest",
        "--years",
        "2000-2020",
        "-o",
        str(tmp_path / "new"),
    )
    assert result.exit_code == 0, result.output
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == [f"economy-1+energy-2_latest_2000-2020_{lang}.pptx" for lang in ("en", "es")]
    assert "slides" not in result.output.split()  # the bar is for who looks at it
    made = Presentation(str(tmp_path / "new" / names[1]))
    told = [slide.notes_slide.notes_text_frame.text for slide in made.slides if slide.has_notes_slide]
    assert any("Fuentes" in text for text in told)
    assert [text for text in told if "La vista en línea" in text or "?lang=" in text] == []
    titles = [slide.shapes.title.text for slide in Presentation(str(tmp_path / "new" / names[1])).slides]
    assert titles[0] == "La relación México-EE.\u00a0UU. en datos"


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        ((), "--chapter economy"),
        (("--all", "--chapter", "economy"), "--chapter economy"),
        (("--chapter", "fishing"), "economy, security"),
        (("--exhibit", "economy-99"), "economy-1, economy-2"),
        (("--chapter", "economy", "--lang", "fr"), "en, es, both"),
        (("--chapter", "economy", "--vintage", "old"), "report, latest"),
        (("--chapter", "economy", "--theme", "pink"), "light, dark"),
        (("--chapter", "economy", "--years", "lately"), "from 1"),
        (("--chapter", "economy", "--colour", "red"), "--years"),
        (("--chapter", "economy", "--site", "example.org"), "https://"),
        (("--chapter", "economy", "--template", "none.pptx"), ".pptx"),
    ],
)
def test_bad_parameters_say_what_is_allowed_and_write_nothing(
    tmp_path: Path, arguments: tuple[str, ...], allowed: str
) -> None:
    result = run(*arguments, "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert allowed in result.output
    assert not (tmp_path / "out").exists()


def test_a_deck_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise studio.PictureError(studio.MISSING)

    monkeypatch.setattr(studio, "draw", failing)
    result = run("--exhibit", "economy-added-states", "-o", str(tmp_path))
    assert result.exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def test_a_running_order_by_the_api(client: FlaskClient) -> None:
    answer = client.get("/api/v1/deck.pptx?cards=energy-2,economy-2&lang=es&vintage=latest")
    assert answer.status_code == 200
    assert answer.mimetype == deck.MIME
    assert 'filename="energy-2+economy-2_latest_es.pptx"' in answer.headers["Content-Disposition"]
    titles = [slide.shapes.title.text for slide in opened(answer.data).slides]
    assert len(titles) == 4
    assert titles[-1] == "Fuentes"
    again = client.get(
        "/api/v1/deck.pptx?cards=energy-2,economy-2&lang=es&vintage=latest",
        headers={"If-None-Match": answer.headers["ETag"]},
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "allowed"),
    [
        ("/api/v1/deck.pptx?cards=economy-1,economy-99", 400, "economy-2"),
        ("/api/v1/deck.pptx?cards=", 400, "economy-2"),
        ("/api/v1/deck.pptx?cards=economy-1&cards=economy-2", 400, "once"),
        ("/api/v1/deck.pptx?card=economy-1", 400, "cards"),
        ("/api/v1/deck.pptx?vintage=old", 400, "latest"),
        ("/api/v1/chapters/fishing.pptx", 404, "security"),
        ("/api/v1/chapters/economy.pptx?years=lately", 400, "2000-2015"),
    ],
)
def test_requests_that_cannot_be_met_say_what_is_allowed(
    client: FlaskClient, address: str, status: int, allowed: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert allowed in answer.json["error"]


def test_one_exhibit_by_the_api(client: FlaskClient) -> None:
    answer = client.get("/api/v1/exhibits/economy-2.pptx?lang=es")
    assert answer.status_code == 200
    assert charts(opened(answer.data).slides[0])


def test_one_order_is_one_deck(composer: Composer) -> None:
    one = order(composer, "economy-2")
    assert hash(one) == hash(replace(one, selection=Selection()))  # what is kept is found again
