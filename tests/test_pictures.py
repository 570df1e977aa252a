"""Pictures: what is burnt in, that it fits, and that files hold it, opened with readers that know nothing of us."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from flask import Flask
from PIL import Image, ImageFont

from dashboard.charts.arranged import Column, Printed, Row
from dashboard.exhibits.compose import Composer
from dashboard.exhibits.registry import CHAPTERS
from dashboard.export import picture, picture_routes, picture_table, studio
from dashboard.export.formats import FORMATS
from dashboard.export.names import file_name, slug, subject
from dashboard.export.order import SHAPES, Order, Shape
from dashboard.parameters import parse
from dashboard.settings import ROOT
from dashboard.text import LANGS, Lang, T
from tools import pictures

IDS = [exhibit.id for chapter in CHAPTERS for exhibit in chapter.exhibits]
DAY = date(2026, 11, 25)


def _inter(weight: str) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(ROOT / "assets" / "fonts" / "inter.woff2"), 100)
    font.set_variation_by_name(weight)
    return font


INTER = (_inter("Regular"), _inter("Bold"))
needs_chromium = pytest.mark.skipif(studio.find() is None, reason="no Chromium was found")


@pytest.fixture(scope="module", autouse=True)
def no_chromium_left() -> Iterator[None]:
    yield
    studio.close()


def order(composer: Composer, id: str, query: str = "", lang: Lang = "en", shape: Shape = "card", **more: Any) -> Order:
    selection, problems = parse(query, composer.vocabulary)
    assert problems == []
    return Order(composer, composer.exhibits[id], selection, lang, shape=shape, **more)


def words(figure: dict[str, Any]) -> str:
    return plain(" ".join(note["text"] for note in figure["layout"]["annotations"]))


def plain(text: str) -> str:
    """Words without markup, line breaks and kinds of spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text).replace("&lt;", "<").replace("&gt;", ">")).strip()


def letters(text: str) -> str:
    """Letters and figures alone: readers of PDF put spaces where they please, and read ’ as the letter ʼ of its shape."""
    return re.sub(r"[\W_ʼ]+", "", text)


# What is burnt in


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id", IDS)
def test_every_picture_says_what_it_shows_in_which_unit_from_where_and_when(
    composer: Composer, id: str, lang: Lang
) -> None:
    one = order(composer, id, lang=lang)
    said, burnt = one.composed().words(lang), words(picture.framed(one, DAY))
    for part in ("headline", "subtitle", "latest", "source"):
        assert plain(said[part]) in burnt
    for note in said["notes"]:
        assert plain(note) in burnt
    assert {"en": "Picture made on November 25, 2026", "es": "Imagen del 25 de noviembre de 2026"}[lang] in burnt


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("id", IDS)
def test_words_stand_in_the_picture_off_the_chart_and_off_each_other(composer: Composer, id: str, shape: Shape) -> None:
    figure = picture.framed(order(composer, id, shape=shape, lang="es"), DAY)
    layout = figure["layout"]
    margin, width, height = layout["margin"], layout["width"], layout["height"]
    shapes = {"slide": 9 / 16, "square": 1.0}
    if shape in shapes:
        assert height / width == pytest.approx(shapes[shape])
    framing = [
        n
        for n in layout["annotations"]
        if n.get("xref") == n.get("yref") == "paper" and (n["yanchor"], n.get("borderpad")) == ("top", 0)
    ]
    boxes = sorted((_box(note, margin) for note in framing), key=lambda box: box[1])
    assert len(boxes) >= 3
    plot = (margin["t"], height - margin["b"])
    assert plot[1] - plot[0] > 20
    for left, top, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert bottom <= height
        assert bottom <= plot[0] + 1 or top >= plot[1] - 1
    rows = [box for box in boxes if box[0] == min(b[0] for b in boxes)]  # those of one column
    assert all(below[1] >= above[2] - 1 for above, below in pairwise(rows))


def _box(note: dict[str, Any], margin: dict[str, float]) -> tuple[float, float, float]:
    """Left, top and bottom in px: plotly.js sets lines 1.3 em apart."""
    top = margin["t"] - note["yshift"]
    return margin["l"] + note["xshift"], top, top + 1.3 * note["font"]["size"] * (note["text"].count("<br>") + 1)


def _reach(note: dict[str, Any]) -> float:
    """Px that the longest line of an annotation takes, by the font itself."""
    font = INTER["<b>" in note["text"]]
    lines = [plain(line) for line in note["text"].split("<br>")]
    return max(font.getlength(line) for line in lines) * note["font"]["size"] / 100


@pytest.mark.parametrize("shape", ["square", "column"])
@pytest.mark.parametrize("id", IDS)
def test_no_words_reach_beyond_the_edges_of_a_narrow_picture(composer: Composer, id: str, shape: Shape) -> None:
    for lang in LANGS:
        layout = picture.framed(order(composer, id, shape=shape, lang=lang), DAY)["layout"]
        margin, width = layout["margin"], layout["width"]
        framing = [note for note in layout["annotations"] if note.get("xref") == "paper" and note.get("x") in (0, 1)]
        assert framing
        for note in framing:
            at = note["x"] * (width - margin["r"]) + (1 - note["x"]) * margin["l"] + note.get("xshift", 0)
            wide = _reach(note)
            left = at - wide * {"left": 0, "center": 0.5, "right": 1}[note.get("xanchor", "left")]
            assert left >= 0, note["text"]
            assert left + wide <= width, note["text"]


@pytest.mark.parametrize("shape", ["slide", "square"])
@pytest.mark.parametrize("id", ["energy-3", "economy-5", "security-2", "energy-7"])
def test_the_type_of_a_chart_is_not_smaller_than_that_of_the_notes(composer: Composer, id: str, shape: Shape) -> None:
    figure = picture.framed(order(composer, id, shape=shape), DAY)
    notes = next(n for n in figure["layout"]["annotations"] if n["text"].startswith("Note"))
    assert figure["layout"]["font"]["size"] >= notes["font"]["size"]
    own = [n for n in figure["layout"]["annotations"] if not n["text"].startswith("Source")]
    assert min(n["font"]["size"] for n in own) >= notes["font"]["size"] - 1


def test_words_over_small_dark_states_stand_on_a_plate(composer: Composer) -> None:
    view = "vintage=latest&view=security-added-homicides:states"
    figure = picture.framed(order(composer, "security-added-homicides", view, shape="slide"))
    words = next(trace for trace in figure["data"] if trace["uid"] == "map-words")
    found = dict(
        zip(words["text"], zip(words["textfont"]["color"], words["textfont"]["shadow"], strict=True), strict=True)
    )
    colima, chihuahua = found["109.9"], found["50.6"]
    assert chihuahua == ("#ffffff", "none")  # light ink in a dark state
    assert colima[0] == "#171a20"
    assert colima[1].count("#ffffff") >= 16
    assert "3.0px 0.0px" in colima[1]


OF_PAGES = re.compile(r"Point at|click|Drag |hover|Señale|clic\b|Arrastre|al señalar", re.IGNORECASE)


def test_what_only_a_page_can_do_is_said_on_the_page_alone(composer: Composer) -> None:
    said_there = set()
    for exhibit in composer.exhibits.values():
        for view in exhibit.views:
            for lang in LANGS:
                selection, _ = parse(f"view={exhibit.id}:{view.id}", composer.vocabulary)
                composed = composer.compose(exhibit, selection)
                assert not [note for note in composed.words(lang)["notes"] if OF_PAGES.search(note)]
                there = json.loads(composer.payload(exhibit, selection, lang))["words"]["notes"]
                said_there |= {exhibit.id for note in there if OF_PAGES.search(note)}
    assert {"energy-3", "security-2", "economy-1", "economy-1b", "migration-8"} <= said_there


@pytest.mark.parametrize("shape", ["slide", "square"])
def test_numbers_on_a_map_are_named_where_their_table_does_not_fit(composer: Composer, shape: Shape) -> None:
    burnt = words(picture.framed(order(composer, "energy-5", shape=shape)))
    assert "Canada: 1 Sumas–Abbotsford, 2 Eastport–Kingsgate," in burnt
    assert "Mexico: 1 Otay Mesa–Tijuana," in burnt
    assert "7 El Paso–Ciudad Juárez, 8 Clint–San Agustín Valdivia, 9 Del Rio–Ciudad Acuña" in burnt


def test_a_table_of_many_columns_is_turned_or_says_what_it_leaves_out() -> None:
    names = [T(word, word) for word in ("Place", *(f"Incomparable{i}" for i in range(9)))]
    rows = tuple(Row(tuple(T(f"{r}.{c}", "") for c in range(10)), ("",) * 10) for r in range(2))
    printed = Printed(tuple(Column(name) for name in names), rows)
    beside = picture_table.table(printed, "en", 12, 2000, 20)
    assert (len(beside.cells), len(beside.columns), beside.left_out) == (3, 10, "")
    turned = picture_table.table(printed, "en", 12, 300, 20)
    assert (len(turned.cells), len(turned.columns), turned.left_out) == (10, 3, "")
    assert [cell.text.replace("<b>", "").replace("</b>", "") for cell in turned.cells[9]] == [
        "Incomparable8",
        "0.9",
        "1.9",
    ]
    cut = picture_table.table(printed, "en", 12, 100, 20)
    assert len(cut.columns) == 1
    assert cut.left_out == "The first 1 of 10 columns; the dashboard has all."


def test_the_address_leads_to_the_view_that_is_drawn(composer: Composer) -> None:
    query = "years=2010-2014&view=economy-1:balance,economy-3:balance&direction=us-to-mx&origin=guatemala&theme=dark"
    selection, _ = parse(query, composer.vocabulary)
    one = replace(order(composer, "economy-1", site="https://example.org"), selection=selection)
    burnt = words(picture.framed(one))
    assert "example.org/economy/economy-1?years=2010-2014&direction=us-to-mx&view=economy-1:balance" in burnt
    assert "guatemala" not in burnt
    assert "economy-1?lang=es" in words(picture.framed(order(composer, "economy-1", lang="es", site="https://e.org")))


def test_an_address_too_long_for_a_line_is_folded_and_stays_whole(composer: Composer) -> None:
    states = ",".join(sorted(composer.vocabulary.values["state"])[:40])
    one = order(composer, "economy-added-states", f"state={states}", shape="column", site="https://example.org")
    layout = picture.framed(one, DAY)["layout"]
    there = next(n for n in layout["annotations"] if n["text"].startswith("example.org"))
    assert _reach(there) <= layout["width"]
    assert there["text"].replace("<br>", "").endswith(f"state={states}")


def test_filters_are_said_in_words_in_both_languages(composer: Composer) -> None:
    query = "years=2010-2014&origin=guatemala"
    assert "Filters: Years: 2010–2014 · Origin: Guatemala" in words(
        picture.framed(order(composer, "migration-2", query))
    )
    spanish = words(picture.framed(order(composer, "migration-2", query, lang="es")))
    assert "Filtros: Años: 2010–2014 · Origen: Guatemala" in spanish


def test_single_years_stand_out_as_on_the_page(composer: Composer) -> None:
    figure = picture.framed(order(composer, "economy-1", "years=2008,2012"))
    columns = [trace for trace in figure["data"] if trace["type"] == "bar"]
    assert columns
    for trace in columns:
        assert {trace["x"][i] for i in trace["selectedpoints"]} <= {2008, 2012}
        assert trace["unselected"]["marker"]["opacity"] < 0.5


def test_what_was_clicked_stands_out_and_the_rest_of_the_map_is_dimmed(composer: Composer) -> None:
    clicked = order(composer, "economy-added-states", "state=us-tx&from=economy-added-states")
    figure = picture.framed(clicked)
    chosen = [trace for trace in figure["data"] if trace.get("selectedpoints")]
    assert [trace["locations"][i] for trace in chosen for i in trace["selectedpoints"]] == ["us-tx"]
    assert "Standing out: State: Texas" in words(figure)


def test_where_nothing_is_left_the_picture_says_so(composer: Composer) -> None:
    figure = picture.framed(order(composer, "migration-3", "years=1941-1950", shape="slide"))
    assert figure["data"] == []
    assert "Nothing in this exhibit matches the filters" in words(figure)


def test_notes_that_do_not_fit_on_a_slide_are_counted(composer: Composer) -> None:
    left_out = 0
    for id in IDS:
        one = order(composer, id, shape="slide")
        burnt, notes = words(picture.framed(one)), one.composed().words("en")["notes"]
        more = [plain(note) in burnt for note in notes].count(False)
        assert more < len(notes)
        assert (f"({more} more in the dashboard)" in burnt) == (more > 0)
        left_out += more
    assert left_out


def test_a_chart_of_too_many_rows_for_a_slide_shows_the_first_and_says_so(composer: Composer) -> None:
    figure = picture.framed(order(composer, "foreign-policy-mechanisms", shape="slide"))
    shown = len(figure["layout"]["yaxis"]["ticktext"])
    said = re.search(r"The first (\d+) of (\d+) rows", words(figure))
    assert said
    assert (
        int(said[1])
        == shown
        < int(said[2])
        == len(order(composer, "foreign-policy-mechanisms").composed().arranged.categories)
    )


def test_a_printed_table_is_in_the_picture_cell_by_cell(composer: Composer) -> None:
    one = order(composer, "security-table-1")
    burnt = [plain(note["text"]) for note in picture.framed(one)["layout"]["annotations"]]
    assert one.composed().arranged.printed is not None
    for row in one.composed().arranged.printed.rows:
        assert {plain(cell.en) for cell in row.cells} <= set(burnt)


def test_the_address_is_named_where_the_dashboard_is_served(composer: Composer) -> None:
    served = order(composer, "economy-1", site="https://example.org")
    assert "example.org/economy/economy-1" in words(picture.framed(served))
    assert "/economy/economy-1" not in words(picture.framed(order(composer, "economy-1")))


@pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#14171c")])
def test_the_theme_paints_the_ground_and_leaves_no_colour_by_name(composer: Composer, theme: Any, ground: str) -> None:
    figure = picture.framed(order(composer, "energy-3", theme=theme))
    assert figure["layout"]["paper_bgcolor"] == ground
    assert "var(" not in json.dumps(figure)


# Names


@pytest.mark.parametrize(
    ("query", "lang", "more", "format", "name"),
    [
        ("years=2000-2015", "en", {}, "png", "economy-1_us-mexico-trade_2000-2015_en.png"),
        ("", "en", {}, "csv", "economy-1_us-mexico-trade_report_en.csv"),
        ("vintage=latest", "es", {}, "svg", "economy-1_comercio-de-bienes_latest_es.svg"),
        ("years=2008,2012&direction=us-to-mx", "en", {}, "pdf", "economy-1_us-mexico-trade_2008+2012_us-to-mx_en.pdf"),
        ("view=economy-1:goods", "en", {"shape": "slide", "scale": 2}, "png", "economy-1_us-mexico-trade_goods_report_slide_2x_en.png"),
        ("", "en", {"theme": "dark", "shape": "square"}, "png", "economy-1_us-mexico-trade_report_square_dark_en.png"),
        ("years=2000-2015", "en", {"rows": "all"}, "csv", "economy-1_us-mexico-trade_all-rows_en.csv"),
    ],
)  # fmt: skip
def test_a_file_is_named_after_what_is_in_it(
    composer: Composer, query: str, lang: Lang, more: dict[str, Any], format: str, name: str
) -> None:
    assert file_name(order(composer, "economy-1", query, lang, **more), format) == name


def test_names_are_short_plain_and_differ(composer: Composer) -> None:
    names = [file_name(order(composer, id, lang=lang), "png") for id in IDS for lang in LANGS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9_-]{10,100}\.png", name) for name in names)
    everything = "state=" + ",".join(sorted(composer.vocabulary.values["state"]))
    assert len(file_name(order(composer, "economy-added-states", everything), "png")) < 140


def test_subjects_are_cut_at_a_word() -> None:
    assert subject("Intentional homicides in Mexico") == "intentional-homicides"
    assert slug("Producción de crudo de EE. UU.") == "produccion-de-crudo-de-eeuu"


# Files


@needs_chromium
@pytest.mark.parametrize("id", IDS)
def test_png_svg_and_pdf_of_every_exhibit_open_and_hold_its_words(composer: Composer, id: str) -> None:
    one = order(composer, id)
    said = one.composed().words("en")
    image = Image.open(io.BytesIO(FORMATS["png"].make(one))).convert("RGB")
    layout = picture.framed(one)["layout"]
    assert image.size == (820, layout["height"])
    assert image.getpixel((2, 2)) == image.getpixel((817, image.height - 3)) == (255, 255, 255)
    assert len(image.getcolors(1_000_000) or ()) > 30

    root = ElementTree.fromstring(FORMATS["svg"].make(one))
    texts = [letters("".join(text.itertext())) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    for part in ("headline", "subtitle"):
        assert letters(said[part]) in texts
    assert root.get("width") == "820"
    assert [root.findtext("{http://www.w3.org/2000/svg}" + name) for name in ("title", "desc")] == [
        said["headline"],
        said["alt"],
    ]
    assert any(letters(said["source"]) in text for text in texts)
    assert "Inter, system-ui" in "".join(element.get("style", "") for element in root.iter())

    reader = pypdf.PdfReader(io.BytesIO(FORMATS["pdf"].make(one)))
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == said["headline"]
    assert float(reader.pages[0].mediabox.width) == pytest.approx(820 * 0.75, abs=1)
    found = letters(reader.pages[0].extract_text())
    for part in ("headline", "subtitle", "source"):
        assert letters(said[part]) in found


@needs_chromium
@pytest.mark.parametrize(
    ("shape", "scale", "size"),
    [("slide", 1, (1920, 1080)), ("slide", 2, (3840, 2160)), ("square", 1, (1080, 1080)), ("column", 2, (1040, None))],
)
def test_shapes_and_scales_give_the_pixels_that_they_name(
    composer: Composer, shape: Shape, scale: int, size: Any
) -> None:
    made = picture.png(order(composer, "migration-4", lang="es", theme="dark", shape=shape, scale=scale))
    image = Image.open(io.BytesIO(made)).convert("RGB")
    assert image.width == size[0]
    assert size[1] in (None, image.height)
    assert image.getpixel((1, 1)) == (0x14, 0x17, 0x1C)


@needs_chromium
def test_a_chart_alone_has_the_size_that_a_slide_leaves_it(composer: Composer) -> None:
    made = picture.chart_png(order(composer, "energy-3"), 900, 400, scale=2)
    image = Image.open(io.BytesIO(made))
    assert image.width == 1800
    assert image.height == pytest.approx(800, abs=2)
    assert len(image.convert("RGB").getcolors(1_000_000) or ()) > 30


@needs_chromium
@pytest.mark.parametrize("name", pictures.CASES)
def test_pictures_look_as_they_were_accepted(composer: Composer, name: str) -> None:
    accepted = Image.open(pictures.path(name)).convert("RGB")
    share = pictures.differ(accepted, pictures.drawn(composer, pictures.CASES[name]))
    assert share <= pictures.TOLERANCE, (
        f"{share:.1%} of {name} differ: `python -m tools.pictures` shows it, --accept accepts it"
    )


@needs_chromium
def test_a_chromium_that_died_is_replaced(composer: Composer) -> None:
    one = order(composer, "economy-1")
    first = picture.png(one, DAY)
    kaleido = studio._studio()._kaleido
    kaleido.subprocess.kill()
    kaleido.subprocess.wait()
    assert picture.png(one, DAY) == first
    assert studio._studio()._kaleido is not kaleido


def test_the_page_that_draws_may_load_nothing_from_anywhere() -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', studio.page())
    assert policy
    allowed = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert allowed["default-src"] == "'none'"
    assert not any("http" in sources or "*" in sources for sources in allowed.values())
    assert "https://" not in studio.page()


# What is refused


def test_without_a_chromium_the_error_says_what_to_install(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "find", lambda: None)
    with pytest.raises(studio.NoBrowserError, match=r"Install one.*BROWSER_PATH") as failed:
        picture.png(order(composer, "economy-1"))
    assert "Instale uno" in failed.value.message.es


def test_a_picture_of_too_many_pixels_is_refused(composer: Composer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_MOST_PIXELS", 2_000_000)
    with pytest.raises(studio.TooLargeError, match="8 million pixels; at most 2 million"):
        picture.png(order(composer, "economy-1", shape="slide", scale=2))


@pytest.fixture
def server(composer: Composer) -> Flask:
    served = Flask("pictures")
    picture_routes.add_routes(served, composer)
    return served


def test_the_figure_of_a_picture_is_served_with_its_size_and_names(server: Flask) -> None:
    path = "/api/v1/exhibits/economy-1/picture.json"
    answer = server.test_client().get(f"{path}?years=2000-2015&lang=es&shape=slide&scale=2")
    told = answer.get_json()
    assert answer.status_code == 200
    assert told["size"]["width"] * told["size"]["scale"] == pytest.approx(3840)
    assert told["names"]["png"] == "economy-1_comercio-de-bienes_2000-2015_slide_2x_es.png"
    assert "Filtros: Años: 2000–2015" in words(told["figure"])


@pytest.mark.parametrize(
    ("path", "status", "allowed"),
    [
        ("economy-1/picture.json?shape=round", 400, "card, slide, square, column"),
        ("economy-1/picture.json?scale=3", 400, "1, 2, 4"),
        ("economy-1/picture.json?colour=red", 400, "shape"),
        ("economy-99/picture.json", 404, "economy-1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_is_allowed(
    server: Flask, path: str, status: int, allowed: str
) -> None:
    answer = server.test_client().get(f"/api/v1/exhibits/{path}")
    assert answer.status_code == status
    assert allowed in answer.get_json()["error"]


@pytest.mark.parametrize(
    ("error", "status"),
    [(studio.NoBrowserError, 501), (studio.TooLargeError, 400), (studio.PictureError, 503)],
)
def test_a_picture_that_was_not_made_is_answered_in_the_reader_s_language(
    server: Flask, error: type[studio.PictureError], status: int
) -> None:
    @server.get("/api/fails")
    def fails() -> str:
        raise error(T("It did not work.", "No funcionó."))

    answer = server.test_client().get("/api/fails?lang=es")
    assert (answer.status_code, answer.get_json()["error"]) == (status, "No funcionó.")
