/* While a form that takes its time is on its way, the page says what it waits for. */
(() => {
  "use strict";

  const told = (form) => form.querySelector(".sending");

  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    const place = target.dataset?.sending && told(target);
    if (!place || defaultPrevented) return;
    const bar = document.createElement("progress");
    bar.ariaLabel = target.dataset.sending;
    const words = document.createElement("span");
    words.textContent = target.dataset.sending;
    place.replaceChildren(bar, words);
  });

  // A page that is gone back to waits for nothing.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) told(form)?.replaceChildren();
  });
})();
