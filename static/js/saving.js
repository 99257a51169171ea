/* What the player promises of a receipt: it never stands beside something newer than what was saved. */
(() => {
  "use strict";

  const UNSAVED = "Ikke gemt endnu";
  const answers = document.getElementById("svar");
  if (!answers) return;

  const isChosen = (field) => field.matches("[type=radio], [type=checkbox]");
  const fieldsIn = (root) => [...root.querySelectorAll("input:not([type=hidden]), textarea, select")];
  const nameOf = (field) => (isChosen(field) ? `${field.name}=${field.value}` : field.name);
  const stateOf = (field) => (isChosen(field) ? field.checked : field.value);
  const drawnAs = (field) => (isChosen(field) ? field.defaultChecked : field.defaultValue);
  const drawAs = (field, state) => (field[isChosen(field) ? "defaultChecked" : "defaultValue"] = state);

  const receiptOf = (form) => form?.querySelector(".saved");
  const differs = (form) => fieldsIn(form).some((field) => stateOf(field) !== drawnAs(field));

  function unsay(form) {
    const receipt = receiptOf(form);
    if (!receipt || receipt.textContent.trim() === UNSAVED) return;
    receipt.dataset.said = receipt.textContent;
    receipt.textContent = UNSAVED;
  }

  /** What stands in a field when the page is drawn, is saved; anything else is not, until a receipt says so. */
  answers.addEventListener("input", ({ target }) => {
    const receipt = receiptOf(target.form);
    if (!receipt) return;
    if (differs(target.form)) unsay(target.form);
    else if (receipt.dataset.said !== undefined && !isUnderway(target.form)) {
      receipt.textContent = receipt.dataset.said;
      delete receipt.dataset.said;
    }
  });

  /** What saves itself and never arrived goes again when the connection is back, and with the next save. */
  const unsent = new Set();

  function sendAgain() {
    for (const id of [...unsent]) {
      unsent.delete(id);
      const field = document.getElementById(id)?.querySelector(".asked > *, [hx-trigger*=change] > *");
      field?.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  window.addEventListener("online", sendAgain);

  const flights = new WeakMap();
  const underway = new Set();
  const isUnderway = (form) => [...underway].some((ctx) => flights.get(ctx).form?.id === form.id);

  /** What an answer takes along is settled here; it may wait in the queue while more is typed. */
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.request.method !== "POST" || !answers.contains(ctx.sourceElement)) return;
    const form = ctx.sourceElement.closest("form");
    const sent = new Map(fieldsIn(answers).map((field) => [nameOf(field), stateOf(field)]));
    flights.set(ctx, { form, sent, itself: ctx.sourceElement !== form && ctx.sourceElement.tagName !== "BUTTON" });
  });

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => flights.has(ctx) && underway.add(ctx));

  const drawnNow = (element) => (element?.isConnected ? element : document.getElementById(element?.id));

  /** A receipt that was drawn anew while its answer was on its way, is given all the same. */
  document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
    if (flights.has(ctx)) ctx.target = drawnNow(ctx.target) || ctx.target;
  });

  /** What was typed or chosen while the answer was on its way would go with the old page: it is put into the new one. */
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const flight = flights.get(ctx);
    if (!flight) return;
    const known = (field) => (flight.sent.has(nameOf(field)) ? flight.sent.get(nameOf(field)) : drawnAs(field));
    flight.newer = fieldsIn(answers).filter((field) => stateOf(field) !== known(field));
    flight.active = document.activeElement;
  });

  /** The browser tells of no change in a field that was filled for somebody. */
  function tellWhenLeft(field) {
    const tell = () => field.dispatchEvent(new Event("change", { bubbles: true }));
    field.addEventListener("blur", tell, { once: true });
    field.addEventListener("change", () => field.removeEventListener("blur", tell), { once: true });
  }

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    const flight = flights.get(ctx);
    for (const old of flight?.newer || []) {
      const field = fieldsIn(answers).find((one) => nameOf(one) === nameOf(old));
      if (!field || field === old) continue;
      if (isChosen(field)) field.checked = old.checked;
      else field.value = old.value;
      if (flight.active === old) {
        field.focus();
        if (!isChosen(field)) tellWhenLeft(field);
      }
      unsay(field.form);
    }
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const flight = flights.get(ctx);
    if (!flight) return;
    underway.delete(ctx);
    const { sent, itself } = flight;
    const form = drawnNow(flight.form);
    const status = ctx.response?.status || 0;
    if (!status || status >= 500) {
      unsay(form);
      if (itself && form?.id) unsent.add(form.id);
      return;
    }
    if (status >= 400) return;
    if (form) {
      unsent.delete(form.id);
      for (const field of fieldsIn(form)) if (sent.has(nameOf(field))) drawAs(field, sent.get(nameOf(field)));
      delete receiptOf(form)?.dataset.said;
      if (differs(form)) unsay(form);
    }
    sendAgain();
  });
})();
