/* The contents at the side follow the reading: the heading that one is under is marked. Without this they are links. */
(() => {
  "use strict";

  const headings = [...document.querySelectorAll(".prose h2[id]")];
  if (!headings.length || !("IntersectionObserver" in window)) return;

  function mark() {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight * 0.35);
    const here = passed.at(-1)?.id;
    for (const link of document.querySelectorAll(".contents-headings a")) {
      if (link.hash === `#${here}`) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }

  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -65% 0px", threshold: [0, 1] });
  headings.forEach((heading) => observer.observe(heading));
  document.addEventListener("htmx:after:swap", mark);

  // On a phone the contents are folded: whoever has chosen a place has no more use for them.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".contents-headings a");
    if (link) link.closest("details").open = false;
  });
})();
