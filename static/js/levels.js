/* A letter chooses the level that begins with it, and leads on to the next criterion. Without this the arrows do. */
(() => {
  "use strict";

  const list = document.querySelector("[data-levels]");
  if (!list) return;

  function chosenBy(letter, radios) {
    return radios.find((one) => one.labels[0]?.textContent.trim().toLowerCase().startsWith(letter));
  }

  function next(group) {
    const groups = [...list.querySelectorAll("fieldset")].filter((one) => one === group || one.offsetParent);
    const after = groups[groups.indexOf(group) + 1];
    return after?.querySelector("input[type=radio]:checked") ?? after?.querySelector("input[type=radio]");
  }

  list.addEventListener("keydown", (event) => {
    const radio = event.target;
    if (radio.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    const group = radio.closest("fieldset");
    const found = chosenBy(event.key.toLowerCase(), [...group.querySelectorAll("input[type=radio]")]);
    if (event.key === " " || !found) return;
    event.preventDefault();
    found.checked = true;
    found.dispatchEvent(new Event("change", { bubbles: true }));
    const points = found.value === "andet" && group.querySelector("input[type=text]");
    (points || next(group) || found).focus();
  });

  // Who types points means them; who chooses a level lets them go.
  list.addEventListener("input", (event) => {
    if (event.target.type !== "text" || !event.target.value.trim()) return;
    const other = event.target.closest("fieldset").querySelector("input[value=andet]");
    other.checked = true;
  });
  list.addEventListener("change", (event) => {
    if (event.target.type !== "radio" || event.target.value === "andet") return;
    event.target.closest("fieldset").querySelector("input[type=text]").value = "";
  });

  for (const line of document.querySelectorAll("[data-letters]")) line.hidden = false;
})();
