/* Nothing is lost on the way out: an answer arrives before its page is left, and what is pressed stays under the finger. */
(() => {
  "use strict";

  /** Answers that are on their way: leaving would stop them. Whoever leaves meanwhile does so when they are saved. */
  const underway = new Set();
  const unsaved = new Set();
  let leave = null;

  const PATIENCE = 1000;
  const tell = (what) => document.dispatchEvent(new CustomEvent(`subsumo:${what}`));

  function waitToLeave(event, go, { whatever = false } = {}) {
    event.preventDefault();
    unsaved.clear();
    leave = { go, whatever };
    setTimeout(() => leave && tell("waits"), PATIENCE);
  }

  function leaveWhenSaved() {
    if (!leave || underway.size) return;
    const { go, whatever } = leave;
    leave = null;
    if (whatever || !unsaved.size) go();
    else tell("stays");
  }

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    if (ctx.request.method === "POST") underway.add(ctx);
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    if (!underway.delete(ctx)) return;
    // What is put right and sent again is saved by the later answer to the same address.
    if (ctx.response?.status < 400) unsaved.delete(ctx.request.action);
    else unsaved.add(ctx.request.action);
    if (ctx.hx?.redirect || ctx.hx?.refresh) leave = null;
    // The next answer in the queue sets out right after this.
    setTimeout(leaveWhenSaved);
  });

  const isOnThisPage = ({ hash, href }) => hash && href.split("#")[0] === location.href.split("#")[0];

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || link.target || link.hasAttribute("download") || isOnThisPage(link)) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A field tells of its change when it is left, and a tap need not take the focus from it.
    const field = document.activeElement;
    if (field?.matches("main :is(input, select, textarea)")) field.blur();
    const { href } = link;
    if (underway.size) waitToLeave(event, () => (location.href = href));
  });

  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!underway.size || event.defaultPrevented || form.hasAttribute("target")) return;
    waitToLeave(event, () => {
      // A form that was drawn anew meanwhile is sent as it was.
      if (!form.isConnected) {
        form.hidden = true;
        document.body.append(form);
      }
      form.requestSubmit(submitter);
    });
  });

  /** When the time is out the page hands itself in, whatever became of the last answer. */
  document.addEventListener("htmx:config:request", (event) => {
    const { sourceElement: form, request } = event.detail.ctx;
    if (form.id !== "ur" || request.method !== "POST" || !underway.size) return;
    waitToLeave(event, () => form.requestSubmit(), { whatever: true });
  });

  /** A press is a click only where it ends on what it began on: what would be drawn meanwhile waits, but not for ever. */
  const LONGEST = 3000;
  let isPressed = false;
  let timer = 0;
  let held = [];

  function lift() {
    isPressed = false;
    for (const goOn of held.splice(0)) goOn();
  }

  function press() {
    isPressed = true;
    clearTimeout(timer);
    timer = setTimeout(lift, LONGEST);
  }

  function release() {
    clearTimeout(timer);
    // The click comes right after this.
    timer = setTimeout(lift);
  }

  document.addEventListener("pointerdown", (event) => event.button || press(), true);
  document.addEventListener("keydown", (event) => event.key === " " && press(), true);
  for (const end of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(end, release, true);

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    const { fetch } = ctx;
    ctx.fetch = async (...asked) => {
      const reply = await fetch(...asked);
      reply.text = async () => {
        const text = await Response.prototype.text.call(reply);
        if (isPressed) await new Promise((goOn) => held.push(goOn));
        return text;
      };
      return reply;
    };
  });
})();
