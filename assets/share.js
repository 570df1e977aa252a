// On a phone the link of a card is handed to the system's own ways of sharing, where the browser offers them.
(function (dashboard) {
  "use strict";
  const { address } = dashboard;

  function offered() {
    return Boolean(navigator.share) && window.matchMedia("(pointer: coarse)").matches;
  }

  function prepare() {
    document.querySelectorAll("[data-share]").forEach((button) => {
      button.textContent = offered() ? button.dataset.share : button.textContent;
    });
  }

  async function share(button) {
    const title = button.closest("[data-exhibit]").querySelector('[data-part="headline"]').textContent;
    try {
      await navigator.share({ title, url: window.location.origin + address.elsewhere(button.dataset.copy, true) });
    } catch (error) {
      if (error.name !== "AbortError") {
        dashboard.page.copy(button); // the reader did not turn it down
      }
    }
  }

  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("[data-share]");
      if (button && offered()) {
        event.preventDefault();
        share(button);
      }
    },
    true
  );
  dashboard.share = { prepare };
})(window.dashboard);
