// The "Download" menu of a card: opens and closes, is walked with the arrow keys, and hands over files of the view on
// show. What the browser can draw itself is drawn here (pictures.js); the rest is asked of the server.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function menus() {
    return Array.from(document.querySelectorAll("details[data-downloads][open]"));
  }

  function close(menu, focus) {
    menu.open = false;
    if (focus) {
      menu.querySelector("summary").focus();
    }
  }

  // The view on show as a query, with what the entry of the menu adds to it.
  function query(menu, link) {
    const more = JSON.parse(link.dataset.more || "{}");
    const params = address.read();
    params.set("theme", dashboard.theme.onShow());
    if (!menu.dataset.pictures.split(" ").includes(link.dataset.file) && menu.dataset.rows === "all") {
      more.rows = "all";
    }
    const added = Object.entries(more).map(([name, value]) => name + "=" + encodeURIComponent(value));
    return [address.written(params), ...added].filter(Boolean).join("&");
  }

  function renew(menu) {
    menu.querySelectorAll("[data-file]").forEach((link) => {
      link.href = link.pathname + "?" + query(menu, link);
    });
  }

  function say(menu, words) {
    menu.querySelector("[role=status]").textContent = words;
  }

  function save(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // A file that the server makes: {blob, name}; its refusal is in words.
  async function fetched(href) {
    const answer = await window.fetch(href);
    if (!answer.ok) {
      throw await dashboard.pictures.refusal(answer);
    }
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    return { blob: await answer.blob(), name: named ? named[1] : href.split("?")[0].split("/").pop() };
  }

  // Says that work is under way, does it, says what came of it.
  async function work(menu, act, done) {
    const words = JSON.parse(menu.dataset.words);
    if (menu.getAttribute("aria-busy") === "true") {
      return;
    }
    menu.setAttribute("aria-busy", "true");
    say(menu, words.making);
    try {
      say(menu, done(words, await act()));
    } catch (error) {
      say(menu, error.inWords || (error.name === "NotAllowedError" ? words.refused : words.failed));
    }
    menu.removeAttribute("aria-busy");
  }

  function take(menu, link) {
    const exhibit = menu.dataset.downloads;
    const drawnHere = ["png", "svg"].includes(link.dataset.file);
    work(
      menu,
      async () => {
        const act = drawnHere ? dashboard.pictures.make(exhibit, query(menu, link), link.dataset.file) : fetched(link.href);
        const { blob, name } = await act;
        save(blob, name);
        return name;
      },
      (words, name) => words.saved.replace("{name}", name)
    );
  }

  // The clipboard must be asked while the click is fresh: it is given a promise of the picture.
  function copy(menu) {
    const words = JSON.parse(menu.dataset.words);
    if (!window.ClipboardItem || !navigator.clipboard || !navigator.clipboard.write) {
      say(menu, words.refused);
      return;
    }
    const asked = query(menu, { dataset: { file: "png", more: '{"scale":"2"}' } });
    const picture = dashboard.pictures.make(menu.dataset.downloads, asked, "png").then(({ blob }) => blob);
    picture.catch(() => {}); // told below
    work(
      menu,
      async () => {
        const item = new window.ClipboardItem({ "image/png": picture });
        await Promise.all([picture, navigator.clipboard.write([item])]);
      },
      (said) => said.copied
    );
  }

  function choose(menu, button) {
    menu.dataset.rows = button.dataset.rows;
    menu.querySelectorAll("[data-rows]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
    renew(menu);
  }

  function onClick(event) {
    const menu = event.target.closest("details[data-downloads]");
    menus().filter((other) => other !== menu).forEach((other) => close(other));
    const entry = menu && event.target.closest("a, button");
    if (!entry || event.button || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    if (entry.dataset.file) {
      event.preventDefault();
      renew(menu);
      take(menu, entry);
    } else if (entry.dataset.copyPicture !== undefined) {
      copy(menu);
    } else if (entry.dataset.rows) {
      choose(menu, entry);
    }
  }

  function onKey(event) {
    const menu = menus()[0];
    if (!menu) {
      return;
    }
    if (event.key === "Escape") {
      event.stopPropagation(); // the filters stay
      close(menu, menu.contains(document.activeElement));
    } else if (/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key) && menu.contains(document.activeElement)) {
      event.preventDefault();
      event.stopPropagation();
      walk(menu, event.key);
    }
  }

  function walk(menu, key) {
    const entries = Array.from(menu.querySelectorAll(".download-menu a, .download-menu button"));
    const at = entries.indexOf(document.activeElement);
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[key];
    const next = key === "Home" ? 0 : key === "End" ? entries.length - 1 : at + step;
    (entries[next] || (next < 0 ? menu.querySelector("summary") : entries[0])).focus();
  }

  function onToggle(event) {
    const menu = event.target;
    if (menu.dataset && menu.dataset.downloads && menu.open) {
      say(menu, "");
      renew(menu);
    }
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("toggle", onToggle, true); // it does not bubble
})(window.dashboard);
