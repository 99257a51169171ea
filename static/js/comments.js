/* Comments from before as buttons that put them into the field. Without this they are a list to choose from. */
(() => {
  "use strict";

  const place = document.querySelector("[data-again]");
  const select = place?.querySelector("select");
  const field = place && document.getElementById(place.dataset.again);
  if (!select || !field) return;

  function put(text) {
    const before = field.value.trimEnd();
    if (!before.split(/\n{2,}/).some((one) => one.trim() === text)) {
      field.value = before ? `${before}\n\n${text}` : text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function insert(text) {
    put(text);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    field.scrollTop = field.scrollHeight;
  }

  const list = document.createElement("ul");
  list.className = "again-list";
  for (const option of select.options) {
    if (!option.value) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "again-comment";
    button.textContent = option.textContent;
    button.addEventListener("click", () => insert(option.textContent.trim()));
    const row = document.createElement("li");
    row.append(button);
    list.append(row);
  }

  const title = document.createElement("p");
  title.className = "form-label";
  title.id = "tidligere-kommentarer";
  title.textContent = "Brug en tidligere kommentar";
  list.setAttribute("aria-labelledby", title.id);

  // What the page came back with stays chosen: it becomes part of the text instead.
  const chosen = select.selectedOptions[0];
  place.replaceChildren(title, list);
  if (chosen?.value) put(chosen.textContent.trim());
})();
