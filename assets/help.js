// The help on the keys: a dialog that opens on "?" and from the footer. While it is open, the keys of the page rest.
(function (dashboard) {
  "use strict";

  function find() {
    return document.getElementById("help");
  }

  function onKey(event) {
    const help = find();
    if (!help) {
      return;
    }
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (help.open) {
      event.stopPropagation(); // Escape closes it, and does no more
      if (event.key === "?") {
        help.close();
      }
    } else if (event.key === "?" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      help.showModal();
    }
  }

  function onClick(event) {
    const help = find();
    if (help && event.target.closest("[data-help]")) {
      help.showModal();
    } else if (help && help.open && (event.target === help || event.target.closest("#help [data-close]"))) {
      help.close(); // beside it, or its button
    }
  }

  document.addEventListener("keydown", onKey, true);
  document.addEventListener("click", onClick);
})(window.dashboard);
