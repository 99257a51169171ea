/* A term and a provision explain themselves where they stand: on hover, on focus and at a tap. Without this they are links. */
(() => {
  "use strict";

  const box = document.createElement("div");
  box.className = "term-box";
  box.id = "begreb-her";
  box.hidden = true;
  document.body.append(box);
  let shown = null;
  let closing = 0;

  const meaningOf = ({ dataset: { term, provision } }) => {
    const found = document.getElementById(term ? `begreb-${term}` : `lov-${provision}`);
    return found?.content || found;
  };

  function open(link) {
    clearTimeout(closing);
    const meaning = meaningOf(link);
    if (!meaning || shown === link) return;
    close();
    shown = link;
    box.replaceChildren(...meaning.cloneNode(true).children);
    link.setAttribute("aria-describedby", box.id);
    box.hidden = false;
    const at = link.getClientRects()[0];
    const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 12);
    const fitsBelow = at.bottom + box.offsetHeight + 12 < document.documentElement.clientHeight;
    box.style.left = `${Math.max(12, left) + scrollX}px`;
    box.style.top = `${(fitsBelow ? at.bottom + 6 : at.top - box.offsetHeight - 6) + scrollY}px`;
  }

  function close() {
    shown?.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  function closeSoon() {
    closing = setTimeout(close, 250);
  }

  const termAt = (event) => event.target.closest?.("a.term, a.citation[data-provision]");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (termAt(event)) open(termAt(event));
    else if (box.contains(event.target)) clearTimeout(closing);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType !== "touch" && shown && (termAt(event) || box.contains(event.target))) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    if (termAt(event)) open(termAt(event));
    else if (!box.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    const link = termAt(event);
    const byTouch = event.pointerType === "touch" || matchMedia("(hover: none)").matches;
    if (link && byTouch && meaningOf(link)) {
      event.preventDefault();
      open(link);
    } else if (!link && !box.contains(event.target)) close();
  });
})();
