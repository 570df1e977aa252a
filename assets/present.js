// Links that present go along with the selection on show; the key P presents from the card in sight on.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function target(link, at) {
    return link.dataset.present + "?" + address.written(address.read()) + (at ? "#" + at : "");
  }

  // The first card of which something stands in the upper half of the window, past the one that leaves it.
  function inSight() {
    const cards = Array.from(document.querySelectorAll(".card[data-exhibit]"));
    const found = cards.find((card) => card.getBoundingClientRect().bottom > window.innerHeight / 2);
    return found && window.scrollY > window.innerHeight / 2 ? found.dataset.exhibit : "";
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-present]");
    if (link) {
      link.href = target(link, link.dataset.at); // the browser goes on
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
    const link = document.querySelector(".bar [data-present]");
    if (link && !typing && !event.metaKey && !event.ctrlKey && !event.altKey && event.key.toLowerCase() === "p") {
      window.location.assign(target(link, link.dataset.at || inSight()));
    }
  });
})(window.dashboard);
