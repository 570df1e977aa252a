"""Charts as a reader's hand meets them: where a mark stands on the page, and gestures on it."""

import re

from playwright.sync_api import Locator, Page, expect

ANY = re.compile(".+")

# The middle of a mark in px of the window: on axes, on a map, in a treemap.
AT = """([exhibit, id]) => {
  const gd = document.querySelector(`[data-chart="${exhibit}"]`);
  const box = gd.getBoundingClientRect();
  const of = (trace) => (trace.customdata || []).map((one) => [].concat(one)[0]);
  const curve = gd.data.findIndex((trace) => of(trace).includes(id));
  const trace = gd.data[curve], i = of(trace).indexOf(id);
  if (trace.type === 'treemap') {
    const slice = [...gd.querySelectorAll('g.slice')].find((s) => s.__data__.data.data.i === i
      && s.closest('.trace').__data__[0].trace.index === curve).getBoundingClientRect();
    return [slice.left + slice.width / 2, slice.top + slice.height / 2];
  }
  const cd = gd.calcdata[curve][i];
  if (gd._fullLayout.geo && gd._fullData[curve].type !== 'scatter') {
    const [x, y] = gd._fullLayout.geo._subplot.projection(cd.ct || cd.lonlat);
    return [box.left + x, box.top + y];
  }
  const full = gd._fullData[curve], layout = gd._fullLayout;
  const xa = layout[full.xaxis.replace('x', 'xaxis')], ya = layout[full.yaxis.replace('y', 'yaxis')];
  const middle = (axis, value, letter) => axis._offset + (trace.type === 'bar' && (trace.orientation === 'h') === (letter === 'x')
    ? axis.l2p(cd.b + cd.s / 2) : axis.d2p(value));
  return [box.left + middle(xa, trace.x[i], 'x'), box.top + middle(ya, trace.y[i], 'y')];
}"""


def chart(page: Page, exhibit: str) -> Locator:
    """The chart of an exhibit, in view and drawn."""
    found = page.locator(f'[data-chart="{exhibit}"]')
    found.scroll_into_view_if_needed()
    expect(found).to_have_attribute("data-drawn", ANY)
    return found


def at(page: Page, exhibit: str, mark: str) -> tuple[float, float]:
    """Where the middle of a mark stands in the window, which scrolls to it if need be."""
    chart(page, exhibit)
    x, y = page.evaluate(AT, [exhibit, mark])
    if not 150 < y < page.evaluate("innerHeight") - 30:  # out of sight, or under what sticks to the top
        page.evaluate("(y) => scrollBy({ top: y - innerHeight / 2, behavior: 'instant' })", y)
        x, y = page.evaluate(AT, [exhibit, mark])
    return x, y


def click_mark(page: Page, exhibit: str, mark: str, shift: bool = False) -> None:
    """Click the middle of a mark, of any kind of chart."""
    place = at(page, exhibit, mark)
    if shift:
        page.keyboard.down("Shift")
    page.mouse.move(*place)
    page.mouse.click(*place)
    if shift:
        page.keyboard.up("Shift")


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press the mouse at one place and let it go at another."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=6)
    page.mouse.up()


def points(page: Page, exhibit: str) -> set[str]:
    """The ids of all marks that a chart holds."""
    chart(page, exhibit)
    ids = page.evaluate(
        """(exhibit) => document.querySelector(`[data-chart="${exhibit}"]`).data
          .flatMap((trace) => trace.customdata || []).map((id) => [].concat(id)[0])""",
        exhibit,
    )
    return {id for id in ids if id}
