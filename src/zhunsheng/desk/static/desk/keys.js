// Lists by the keyboard, as in a mail program. The focus itself moves, to the row's own link: what
// opens it, tells it aloud and rings it is the browser's. Without this script the page is as before.
"use strict";
(function () {
  const OFF = "keys-off";
  const help = document.getElementById("keys");
  const told = document.getElementById("keys-said");
  const ask = document.getElementById("keys-ask");
  const form = document.getElementById("ticked");
  if (!help || !help.showModal) return;
  const words = help.dataset;
  // A Chinese keyboard writes these signs in their wide form.
  const WIDE = { "？": "?", "、": "/", "／": "/" };

  function rows() {
    const found = document.querySelectorAll("main tbody > tr, main .list > li");
    return Array.from(found).filter(function (row) { return link(row) && row.getClientRects().length; });
  }
  function link(row) {
    return row.querySelector("a.button") || row.querySelector("a:not(.ground)");
  }
  function tick(row) { return row.querySelector("input[form=ticked][name=row]"); }
  function ticked() { return Array.from(document.querySelectorAll("input[form=ticked][name=row]:checked")); }
  function here() {
    const at = document.activeElement && document.activeElement.closest("main tbody > tr, main .list > li");
    return at && link(at) ? at : null;
  }

  function say(text, seen) {
    told.classList.toggle("seen", Boolean(seen));
    told.textContent = "";
    // Emptied first: the same words twice are told twice.
    setTimeout(function () { told.textContent = text; }, 30);
  }

  function fill(text, values) {
    return text.replace(/\[(\w)\]/g, function (_, name) { return String(values[name]); });
  }

  function move(step) {
    const all = rows();
    if (!all.length) return say(words.norows, true);
    const at = all.indexOf(here());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
    if (next < 0 || next >= all.length) return say(next < 0 ? words.first : words.last);
    const state = all[next].querySelector(".standing, .state");
    link(all[next]).focus();
    history.replaceState(Object.assign({}, history.state, { row: next }), "");
    say(fill(words.place, { n: next + 1, m: all.length }) + (state ? " " + state.textContent : ""));
  }

  function select() {
    const row = here();
    const box = row && tick(row);
    if (!box) return say(row ? words.fixed : words.norow, true);
    box.checked = !box.checked;
    say(fill(words.chosen, { n: ticked().length }), true);
  }

  function open(dialog) {
    const back = document.activeElement;
    dialog.showModal();
    // "close" comes a task after the closing: a key pressed meanwhile has moved the focus already.
    dialog.addEventListener("close", function () {
      const now = document.activeElement;
      if (back && (!now || now === document.body || dialog.contains(now))) back.focus();
    }, { once: true });
  }

  function confirm() {
    if (!form || !ask) return say(words.noconfirm, true);
    const boxes = ticked();
    if (!boxes.length) return say(words.unchosen, true);
    const list = ask.querySelector("ul");
    list.textContent = "";
    boxes.forEach(function (box) {
      const line = document.createElement("li");
      line.textContent = link(box.closest("tr")).textContent;
      line.lang = "zh-CN";
      list.append(line);
    });
    ask.querySelector("h2 small").textContent = String(boxes.length);
    open(ask);
  }

  function follow(selector) {
    const found = document.querySelector(selector);
    if (found) found.click();
    else say(words.nonew, true);
  }

  function search() {
    const box = document.querySelector(".top .find input, main [role=search] input[name=q]");
    if (box) { box.focus(); box.select(); }
  }

  const KEYS = {
    j: function () { move(1); }, k: function () { move(-1); },
    x: select, c: confirm,
    n: function () { follow("main a.button[data-new]"); },
    "/": search, "?": function () { open(help); },
  };
  const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

  function typing(at) {
    return at.isContentEditable || at.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
  }

  function off() {
    try { return localStorage.getItem(OFF) === "1"; } catch (_) { return false; }
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (off() || typing(event.target) || event.target.closest("dialog")) return;
    const key = WIDE[event.key] || (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    // Arrows scroll the page until a row holds the focus.
    const act = ARROWS[key] && here() ? function () { move(ARROWS[key]); } : KEYS[key];
    if (!act || (event.shiftKey && key !== "?" && key !== "/")) return;
    event.preventDefault();
    act();
  });

  const shown = document.getElementById("keys-show");
  shown.hidden = false;
  shown.addEventListener("click", function () { open(help); });
  const choice = help.querySelector("input");
  choice.checked = !off();
  choice.addEventListener("change", function () {
    try { localStorage.setItem(OFF, choice.checked ? "" : "1"); } catch (_) { /* for this page only */ }
  });

  // Back from a record, the row it was opened from holds the focus again.
  const way = performance.getEntriesByType("navigation")[0];
  const left = history.state && history.state.row;
  if (way && way.type === "back_forward" && left !== undefined && left !== null) {
    const row = rows()[left];
    if (row) link(row).focus({ preventScroll: true });
  }
})();
