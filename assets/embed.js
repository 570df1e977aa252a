// An embedded card tells the page around its frame how tall it is; who listens is in docs/machines.md.
(function () {
  "use strict";
  if (window.parent === window) {
    return;
  }
  let told = 0;

  function tell() {
    const card = document.querySelector("#page.embedded");
    const height = card ? Math.ceil(card.getBoundingClientRect().height) : 0;
    if (height && height !== told) {
      told = height;
      window.parent.postMessage({ type: "dashboard:height", height }, "*"); // anyone may frame it, and it is no secret
    }
  }

  document.addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
})();
