/* Lines that are put in order: a button up and one down for each. Without scripts the lists of places do the same. */
(() => {
  "use strict";

  const placesOf = (list) => [...list.querySelectorAll("select")];

  /** The lists of places say what the eye sees. */
  const write = (list) => placesOf(list).forEach((field, at) => (field.selectedIndex = at + 1));

  /** The first cannot go up and the last not down; the buttons stay, so that the focus does. */
  function close(list) {
    const rows = [...list.children];
    rows.forEach((row, at) => {
      const [up, down] = row.querySelectorAll("button");
      up.ariaDisabled = String(at === 0);
      down.ariaDisabled = String(at === rows.length - 1);
    });
  }

  /** The neighbour is moved and not the row itself, which would lose its focus. */
  function move(row, isUp) {
    const list = row.parentElement;
    const status = list.parentElement.querySelector("[role=status]");
    const other = isUp ? row.previousElementSibling : row.nextElementSibling;
    if (!other) {
      status.textContent = `Linjen står allerede ${isUp ? "øverst" : "nederst"}.`;
      return;
    }
    if (isUp) row.after(other);
    else row.before(other);
    write(list);
    close(list);
    list.querySelector(".is-moved")?.classList.remove("is-moved");
    row.classList.add("is-moved");
    const place = [...list.children].indexOf(row) + 1;
    status.textContent = `${textOf(row)}: plads ${place} af ${list.children.length}`;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const textOf = (row) => row.querySelector("label").textContent.trim();

  function button(row, label, isUp) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-outline-secondary";
    made.textContent = label;
    made.setAttribute("aria-label", `${label}: ${textOf(row)}`);
    made.addEventListener("click", () => move(row, isUp));
    return made;
  }

  function draw(list) {
    const place = (row) => row.querySelector("select").selectedIndex || list.children.length + 1;
    list.append(...[...list.children].sort((one, other) => place(one) - place(other)));
    for (const row of list.children) {
      const field = row.querySelector("select");
      field.hidden = true;
      field.removeAttribute("aria-invalid");
      const moves = document.createElement("div");
      moves.className = "ordering-moves";
      moves.append(button(row, "Flyt op", true), button(row, "Flyt ned", false));
      row.append(moves);
    }
    list.classList.add("is-drawn");
    close(list);
  }

  const drawAll = () => document.querySelectorAll(".ordering:not(.is-drawn)").forEach(draw);

  drawAll();
  document.addEventListener("htmx:after:swap", drawAll);
  // Whoever finds the order right as it stands and sends it, has answered.
  document.addEventListener("submit", ({ target }) => target.querySelectorAll(".ordering").forEach(write), true);
})();
