// The report's workbench: the page and the margin follow the text as it is typed.
"use strict";
(() => {
  const bench = document.querySelector(".bench");
  if (!bench) return;
  const PAUSE = 40; // milliseconds without a key before the text is audited
  const PATIENCE = 5000; // milliseconds an answer is waited for before the question is put again
  const words = bench.dataset;
  const form = document.getElementById("save");
  const told = form.querySelector("[data-told]");
  const paper = bench.querySelector(".paper");
  const head = document.getElementById("head");
  const json = (id) => JSON.parse(document.getElementById(id).textContent);
  const shown = json("chips");
  let places = json("places");
  const stored = new Map();
  const editors = new Map();
  const kept = (key) => `zhunsheng:${words.report}:${key}`;
  let caret = null, timer = 0, running = null, again = false, last = "";

  // --- boxes become editors -------------------------------------------------------------------
  for (const part of bench.querySelectorAll(".part")) {
    const box = part.querySelector("textarea[name^='text:']");
    const key = part.dataset.key;
    stored.set(key, box.value);
    const editor = document.createElement("div");
    editor.className = "editor";
    editor.contentEditable = "true";
    editor.lang = "zh-CN";
    editor.setAttribute("role", "textbox");
    editor.setAttribute("aria-multiline", "true");
    editor.setAttribute("aria-labelledby", box.getAttribute("aria-labelledby"));
    Chips.fill(editor, box.value, shown, words);
    box.hidden = true;
    box.after(editor);
    editors.set(key, { part, box, editor });
    editor.addEventListener("input", () => { box.value = Chips.read(editor); changed(key); });
    box.addEventListener("input", () => changed(key));
    editor.addEventListener("focus", () => { last = key; show(key); });
    box.addEventListener("focus", () => { last = key; show(key); });
    editor.addEventListener("keydown", (event) => typed(event, editor));
    editor.addEventListener("paste", (event) => {
      event.preventDefault();
      document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
    });
    editor.addEventListener("mousedown", (event) => {
      // A chip takes no caret: it goes behind the chip that was clicked.
      const clicked = event.target.closest("[data-token]");
      if (!clicked) return;
      event.preventDefault();
      editor.focus();
      document.getSelection().collapse(clicked.parentNode, [...clicked.parentNode.childNodes].indexOf(clicked) + 1);
    });
    editor.addEventListener("drop", (event) => event.preventDefault());
    editor.addEventListener("blur", () => {
      keep();
      // A code typed or pasted by hand becomes a chip once the writer leaves the box.
      const marked = (box.value.match(/\{[^{}\n]+\}/g) || []).length;
      if (marked !== editor.querySelectorAll("[data-token]").length) Chips.fill(editor, box.value, shown, words);
    });
  }

  function typed(event, editor) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      document.execCommand("insertLineBreak");
    } else if (event.key === "{") {
      event.preventDefault();
      keep();
      openPalette();
    }
  }
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit ? form.requestSubmit() : form.submit();
    }
  });

  function keep() {
    const chosen = document.getSelection();
    if (!chosen.rangeCount) return;
    const node = chosen.anchorNode;
    const inside = [...editors.values()].find(({ editor }) => editor.contains(node));
    if (inside) caret = { editor: inside.editor, range: chosen.getRangeAt(0).cloneRange() };
  }

  // --- what was typed is not lost -------------------------------------------------------------
  function changed(key) {
    const { box } = editors.get(key);
    if (box.value === stored.get(key)) sessionStorage.removeItem(kept(key));
    else sessionStorage.setItem(kept(key), JSON.stringify({ from: stored.get(key), text: box.value }));
    told.textContent = dirty().length ? words.unsaved : "";
    clearTimeout(timer);
    timer = setTimeout(audit, PAUSE);
  }
  const dirty = () => [...editors].filter(([key, { box }]) => box.value !== stored.get(key));
  form.addEventListener("submit", () => {
    form.elements.at.value = last;
    // Only what was changed is sent: the rest stays as it is stored.
    for (const [key, { box }] of editors) box.disabled = box.value === stored.get(key);
    if (!dirty().length) for (const { box } of editors.values()) box.disabled = false;
  });
  let restored = false;
  for (const [key, { box, editor }] of editors) {
    const found = sessionStorage.getItem(kept(key));
    if (!found) continue;
    const draft = JSON.parse(found);
    if (draft.text.trim() === stored.get(key)) {
      sessionStorage.removeItem(kept(key));
      continue;
    }
    if (draft.from !== stored.get(key)) {
      // Somebody changed the part meanwhile: both texts are there, neither takes the other's place.
      beside(key, draft.text);
      continue;
    }
    box.value = draft.text;
    Chips.fill(editor, draft.text, shown, words);
    restored = true;
  }
  if (restored) { told.textContent = words.restored; setTimeout(audit, 0); }

  function beside(key, text) {
    const older = document.createElement("div");
    older.className = "thread";
    const name = document.createElement("p");
    name.textContent = words.older;
    const mine = document.createElement("pre");
    mine.lang = "zh-CN";
    mine.textContent = text;
    older.append(name, mine);
    editors.get(key).part.querySelector(".margin").prepend(older);
  }

  // --- the audit as one types -----------------------------------------------------------------
  // One question at a time: whoever types on while it is answered is asked for once more after it.
  async function audit() {
    if (running && performance.now() - running.began < PATIENCE) { again = true; return; }
    if (running) running.abort();
    const own = running = new AbortController();
    own.began = performance.now();
    again = false;
    await answered(own);
    if (running !== own) return;
    running = null;
    if (again) audit();
  }

  async function answered(own) {
    const sent = new FormData();
    sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [key, { box }] of dirty()) sent.append(`text:${key}`, box.value);
    let answer;
    try {
      const response = await fetch(words.live, { method: "POST", body: sent, signal: own.signal });
      if (response.redirected) { told.textContent = words.signedOut; return; }
      if (!response.ok) throw new Error(response.status);
      answer = await response.json();
    } catch (error) {
      if (error.name !== "AbortError") told.textContent = words.offline;
      return;
    }
    Object.assign(shown, answer.chips);
    places = answer.places;
    head.innerHTML = answer.head;
    const bar = document.getElementById("bar");
    bar.classList.toggle("refusal", answer.count > 0);
    bar.classList.toggle("clear", answer.count === 0);
    margin("", answer.whole);
    for (const [key, html] of Object.entries(answer.margins)) margin(key, html);
    for (const { editor } of editors.values()) Chips.refresh(editor, shown, words);
    underline();
    bench.dataset.took = Math.round(performance.now() - own.began);
    // The margin is shown first: the page beside it takes longer to be laid out.
    setTimeout(() => print(answer.paper), 0);
  }

  function print(html) {
    const top = paper.scrollTop;
    paper.innerHTML = html;
    paper.scrollTop = top;
    if (last) show(last, true);
  }

  function margin(key, html) {
    const place = bench.querySelector(`[data-margin="${key}"]`);
    if (place && place.dataset.html !== html) { place.innerHTML = html; place.dataset.html = html; }
  }

  function underline() {
    if (!window.Highlight || !CSS.highlights) return;
    const found = [];
    for (const { part, editor } of editors.values()) {
      const quotes = [...part.querySelectorAll("[data-quote]")].map((item) => item.dataset.quote);
      found.push(...Chips.ranges(editor, quotes));
    }
    CSS.highlights.set("finding", new Highlight(...found));
  }
  underline();

  // --- the page follows the part --------------------------------------------------------------
  function show(key, still) {
    const blocks = paper.querySelectorAll("[data-part=paragraph], [data-part=heading], [data-part=table]");
    for (const block of blocks) block.classList.remove("here");
    const span = places[key];
    if (!span) return;
    for (let place = span[0]; place <= span[1]; place++) if (blocks[place]) blocks[place].classList.add("here");
    const first = blocks[span[0]];
    if (first && !still) paper.scrollTop += first.getBoundingClientRect().top - paper.getBoundingClientRect().top - 60;
  }

  // --- figures by search ----------------------------------------------------------------------
  const palette = form.querySelector(".palette");
  const query = document.getElementById("palette-q");
  const list = document.getElementById("palette-list");
  const button = form.querySelector("[data-insert]");
  let figures = null;
  button.hidden = false;
  button.addEventListener("mousedown", (event) => { keep(); event.preventDefault(); });
  button.addEventListener("click", () => (palette.hidden ? openPalette() : closePalette()));
  query.addEventListener("input", listed);
  palette.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") { event.preventDefault(); closePalette(); }
    else if (event.key === "ArrowDown") { event.preventDefault(); (items[at + 1] || items[0] || query).focus(); }
    else if (event.key === "ArrowUp") { event.preventDefault(); (items[at - 1] || query).focus(); }
    else if (event.key === "Enter" && document.activeElement === query) { event.preventDefault(); if (items[0]) items[0].click(); }
  });

  async function openPalette() {
    palette.hidden = false;
    query.focus();
    if (!figures) {
      const page = await (await fetch(words.figures)).text();
      const rows = new DOMParser().parseFromString(page, "text/html").querySelectorAll("[data-token]");
      figures = [...rows].map((row) => ({ token: row.dataset.token, name: row.dataset.name, value: row.querySelector(".value").textContent.trim() }));
    }
    listed();
  }
  function closePalette() {
    palette.hidden = true;
    if (caret) put("");
  }
  function listed() {
    if (!figures) return; // still on their way: the list comes with them
    const asked = query.value.trim().toLowerCase().split(/\s+/);
    const found = figures.filter((f) => asked.every((word) => `${f.name} ${f.token}`.toLowerCase().includes(word)));
    list.textContent = "";
    for (const figure of found.slice(0, 12)) {
      const item = document.createElement("li");
      const pick = document.createElement("button");
      pick.type = "button";
      pick.className = "quiet small";
      const value = document.createElement("b");
      value.textContent = figure.value;
      pick.append(`${figure.name} `, value);
      pick.addEventListener("click", () => { palette.hidden = true; shown[figure.token] = shown[figure.token] || { name: figure.name, shown: figure.value.replace(/\s.*$/, "") }; put(figure.token); });
      item.append(pick);
      list.append(item);
    }
  }
  // Puts a token where the caret was, undone like anything typed.
  function put(token) {
    const target = caret ? caret.editor : editors.values().next().value.editor;
    target.focus();
    if (caret) {
      const chosen = document.getSelection();
      chosen.removeAllRanges();
      chosen.addRange(caret.range);
    }
    if (!token) return;
    const chip = document.createElement("span");
    chip.contentEditable = "false";
    chip.dataset.token = token;
    chip.className = "chip";
    chip.textContent = shown[token].shown;
    document.execCommand("insertHTML", false, chip.outerHTML + "\u200b"); // a place for the caret behind it
    target.dispatchEvent(new Event("input"));
  }

  // --- codes in place of chips ----------------------------------------------------------------
  const codes = form.querySelector("[data-codes]");
  codes.closest("label").hidden = false;
  codes.addEventListener("change", () => {
    for (const { box, editor } of editors.values()) {
      if (!codes.checked) Chips.fill(editor, box.value, shown, words);
      box.hidden = !codes.checked;
      editor.hidden = codes.checked;
    }
  });
})();
