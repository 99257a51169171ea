/* What the player promises of a receipt: it never stands beside something newer than what was saved. */
(() => {
  "use strict";

  const UNSAVED = "Ikke gemt endnu";
  const TYPED = "textarea, input[type=text], input[type=number], input:not([type])";
  const answers = document.getElementById("svar");
  if (!answers) return;

  const receiptOf = (form) => form?.querySelector(".saved");
  const typedIn = (root) => [...root.querySelectorAll(TYPED)];
  const differs = (form) => typedIn(form).some((field) => field.value !== field.defaultValue);

  function unsay(form) {
    const receipt = receiptOf(form);
    if (!receipt || receipt.textContent.trim() === UNSAVED) return;
    receipt.dataset.said = receipt.textContent;
    receipt.textContent = UNSAVED;
  }

  /** What stands in a field when the page is drawn, is saved; other text is not, until a receipt says so. */
  answers.addEventListener("input", ({ target }) => {
    const receipt = receiptOf(target.form);
    if (!receipt || !target.matches(TYPED)) return;
    if (differs(target.form)) unsay(target.form);
    else if (receipt.dataset.said !== undefined) {
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

  const isSave = (ctx) => ctx.request.method === "POST" && answers.contains(ctx.sourceElement);
  const flights = new WeakMap();

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (!isSave(ctx)) return;
    const form = ctx.sourceElement.closest("form");
    const sent = new Map(typedIn(answers).map((field) => [field.name, field.value]));
    flights.set(ctx, { form, sent, itself: ctx.sourceElement !== form && ctx.sourceElement.tagName !== "BUTTON" });
  });

  /** What was typed while the answer was on its way would go with the old page: it is put into the new one. */
  document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
    const flight = flights.get(ctx);
    if (!flight) return;
    flight.newer = typedIn(answers).filter((field) => flight.sent.has(field.name) && field.value !== flight.sent.get(field.name));
    flight.active = document.activeElement?.name;
  });

  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    for (const old of flights.get(ctx)?.newer || []) {
      const field = answers.querySelector(`[name="${CSS.escape(old.name)}"]`);
      if (!field || field === old) continue;
      field.value = old.value;
      if (flights.get(ctx).active === old.name) field.focus();
      unsay(field.form);
    }
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    const flight = flights.get(ctx);
    if (!flight) return;
    const { form, sent, itself } = flight;
    const status = ctx.response?.status || 0;
    if (!status || status >= 500) {
      unsay(form);
      if (itself && form?.id) unsent.add(form.id);
      return;
    }
    if (status >= 400) return;
    unsent.delete(form?.id);
    if (form?.isConnected) {
      for (const field of typedIn(form)) if (sent.has(field.name)) field.defaultValue = sent.get(field.name);
      delete receiptOf(form)?.dataset.said;
      if (differs(form)) unsay(form);
    }
    sendAgain();
  });
})();
