/* What HTML and htmx cannot do alone: keep focus, say what happened, lose nothing that was typed. */
(() => {
  "use strict";

  const besked = document.getElementById("besked");
  const draftKey = () => `kladde:${location.pathname}`;

  /** Says it to a screen reader; also shows it, with a way to try again, when something is wrong. */
  function say(text, { shown = false, retry = null } = {}) {
    besked.replaceChildren();
    besked.classList.toggle("is-quiet", !shown);
    if (!text) return;
    const line = document.createElement("p");
    line.textContent = text;
    besked.append(line);
    if (!shown) return;
    if (retry) besked.append(button("Prøv igen", retry));
    besked.append(button("Luk beskeden", () => {}));
  }

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-outline-secondary btn-sm";
    made.textContent = label;
    made.addEventListener("click", () => {
      say("");
      act();
    });
    return made;
  }

  function focusOn(element) {
    if (!element.matches("a, button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
    element.focus();
  }

  /** After a swap: the first field that is wrong, else the heading of the result, else where it was. */
  document.addEventListener("htmx:after:swap", (event) => {
    const { ctx } = event.detail;
    if (ctx.swap === "none") return;
    const target = typeof ctx.target === "string" ? document.querySelector(ctx.target) : ctx.target;
    const root = document.contains(target) ? target : document.getElementById(target?.id);
    if (!root) return;
    const goal = root.querySelector("[aria-invalid=true], .is-invalid") || root.querySelector("[data-focus]");
    if (goal) focusOn(goal);
    say(root.querySelector("[data-besked]")?.dataset.besked || "");
  });

  const statuses = {
    403: "Svaret er ikke gemt: du har ikke adgang til det her.",
    404: "Svaret er ikke gemt: siden findes ikke længere.",
    429: "Svaret er ikke gemt: der kom for mange på én gang. Vent et minut.",
  };

  function failed(ctx, status) {
    const { method, form, submitter } = ctx.request;
    const source = ctx.sourceElement;
    const retry = () => (form?.isConnected ? form.requestSubmit(submitter?.isConnected ? submitter : null) : source.click());
    let text = statuses[status] || "Svaret er ikke gemt: der skete en fejl på serveren.";
    if (!status) text = "Svaret er ikke gemt: serveren svarede ikke.";
    if (method === "GET") text = text.replace("Svaret er ikke gemt", "Siden blev ikke hentet");
    else text += " Det, du har skrevet, står her endnu.";
    say(text, { shown: true, retry });
  }

  document.addEventListener("htmx:error", (event) => {
    if (event.detail.ctx && !event.detail.ctx.response) failed(event.detail.ctx, 0);
  });

  document.addEventListener("htmx:response:error", (event) => {
    const { ctx } = event.detail;
    const swapped = ctx.response.status < 500 && ctx.hx.reswap !== "none";
    if (!swapped && !ctx.hx.redirect && !ctx.hx.refresh) failed(ctx, ctx.response.status);
  });

  window.addEventListener("offline", () =>
    say("Der er ingen forbindelse. Det, du skriver, bliver stående; send det, når forbindelsen er tilbage.", { shown: true }),
  );
  window.addEventListener("online", () => say("Forbindelsen er tilbage.", { shown: true }));

  /** Whoever wants to leave is told what the page waits for, and why it stays after all; see leaving.js. */
  const WAITS = "Et svar er på vej til serveren. Siden skifter, når det er gemt.";
  document.addEventListener("subsumo:waits", () => say(WAITS, { shown: true }));
  document.addEventListener("subsumo:stays", () => {
    if (!besked.classList.contains("is-quiet") && !besked.textContent.includes(WAITS)) return;
    say("Et af svarene er ikke gemt. Derfor blev du på siden. Se svaret efter, og prøv igen.", { shown: true });
  });

  /** A lost session or a stale page sends us away (401, 403): what was typed waits for our return. */
  document.addEventListener("htmx:after:request", (event) => {
    const { ctx } = event.detail;
    const { method, form } = ctx.request;
    const leaving = ctx.response.status >= 400 && (ctx.hx.redirect || ctx.hx.refresh);
    if (!leaving || method !== "POST" || !form) return;
    const fields = [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && !/password/.test(name),
    );
    const action = new URL(ctx.request.action, location.href).pathname;
    sessionStorage.setItem(draftKey(), JSON.stringify({ action, fields }));
  });

  function restoreDraft() {
    const kept = sessionStorage.getItem(draftKey());
    if (!kept) return;
    const { action, fields } = JSON.parse(kept);
    const form = [...document.forms].find((one) => {
      const goal = one.getAttribute("hx-post") || one.getAttribute("action") || location.pathname;
      return new URL(goal, location.href).pathname === action;
    });
    if (!form) return;
    sessionStorage.removeItem(draftKey());
    const typed = {};
    for (const [name, value] of fields) {
      const same = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      const open = same.filter((field) => field.type !== "hidden" && field.type !== "submit");
      if (open[0]?.type === "radio" || open[0]?.type === "checkbox") {
        for (const field of open) field.checked ||= field.value === value;
        continue;
      }
      // Fields that share a name were sent one after the other.
      typed[name] = (typed[name] ?? -1) + 1;
      if (open[typed[name]]) open[typed[name]].value = value;
    }
    say("Svaret blev ikke gemt, fordi siden var blevet for gammel. Det, du skrev, er sat ind igen: send det en gang til.", { shown: true });
  }

  /** "/" leads to the search, as long as nothing is being typed. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const box = document.getElementById("soeg");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener("DOMContentLoaded", () => {
    restoreDraft();
    const faulty = document.querySelector("main [aria-invalid=true], main .is-invalid");
    if (faulty) focusOn(faulty);
  });
})();
