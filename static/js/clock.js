/* When the time is out the page hands itself in: what is being typed just then is saved first. */
(() => {
  "use strict";

  const clock = document.querySelector(".clock");
  if (!clock) return;

  new MutationObserver(() => {
    const field = document.activeElement;
    // A field tells of its change when it is left.
    if (clock.querySelector("form") && field?.matches("main :is(input, select, textarea)")) field.blur();
  }).observe(clock, { childList: true });
})();
