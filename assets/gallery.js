// The gallery draws a chart when the reader comes near: until then it has a height, but no width (gallery.css).
(function () {
  "use strict";
  const near = new IntersectionObserver(
    (entries) => {
      entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
        near.unobserve(target);
        target.classList.add("near");
      });
    },
    { rootMargin: "600px 0px" }
  );

  function prepare() {
    document.querySelectorAll(".gallery .card:not(.near)").forEach((card) => near.observe(card));
  }

  window.dashboard.gallery = { prepare };
})();
