// The grid of the page that pastes from a spreadsheet. Without this script the page's text box
// does the same: the cells are sent as that text, parted by tabs.
"use strict";
(function () {
  const table = document.getElementById("grid");
  const text = document.getElementById("cells");
  const form = document.getElementById("paste");
  if (!table || !text || !form) return;
  const body = table.tBodies[0];
  const heads = Array.from(table.tHead.rows[0].cells).slice(1);
  const most = 500;

  function put(box, value) {
    box.value = value;
    box.rows = value.split("\n").length;
  }

  function input(cell, line, column) {
    const shown = cell.querySelector(".cell");
    const fault = cell.querySelector(".fault");
    const box = document.createElement("textarea");
    put(box, shown.textContent);
    box.setAttribute("aria-label", [heads[column].dataset.name, table.dataset.row, line + 1].join(" "));
    if (fault) {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", fault.id);
    }
    shown.replaceWith(box);
  }

  function add() {
    const row = body.insertRow();
    const line = body.rows.length;
    const head = document.createElement("th");
    head.scope = "row";
    head.className = "line";
    head.textContent = String(line);
    row.append(head);
    heads.forEach(function (_, column) {
      const cell = row.insertCell();
      const shown = document.createElement("span");
      shown.className = "cell";
      cell.append(shown);
      input(cell, line - 1, column);
    });
    return row;
  }

  function box(line, column) {
    while (body.rows.length <= line && body.rows.length < most) add();
    const row = body.rows[line];
    return row && column < heads.length ? row.cells[column + 1].querySelector("textarea") : null;
  }

  function placeOf(element) {
    const cell = element.closest("td");
    return cell ? [cell.parentNode.sectionRowIndex, cell.cellIndex - 1] : null;
  }

  // A table as a spreadsheet copies it: a cell with a line break or a tab stands in quotation marks.
  function parsed(copied) {
    const rows = [[]];
    let cell = "";
    let quoted = false;
    const plain = copied.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    for (let at = 0; at < plain.length; at += 1) {
      const sign = plain[at];
      if (quoted) {
        if (sign === '"' && plain[at + 1] === '"') { cell += '"'; at += 1; }
        else if (sign === '"') quoted = false;
        else cell += sign;
      } else if (sign === '"' && cell === "") quoted = true;
      else if (sign === "\t") { rows[rows.length - 1].push(cell); cell = ""; }
      else if (sign === "\n") { rows[rows.length - 1].push(cell); cell = ""; rows.push([]); }
      else cell += sign;
    }
    rows[rows.length - 1].push(cell);
    return rows;
  }

  function written(value) {
    const plain = value.trim();
    return /[\t\n"]/.test(plain) ? '"' + plain.replace(/"/g, '""') + '"' : plain;
  }

  function headerOf(row) {
    const names = heads.map(function (head) { return head.dataset.head; });
    const places = row.map(function (cell) { return names.indexOf(cell.replace(/[\s*＊]/g, "")); });
    return places.filter(function (place) { return place >= 0; }).length > 1 ? places : null;
  }

  function changed() {
    const store = document.getElementById("store");
    if (store) { store.disabled = true; document.getElementById("changed").hidden = false; }
  }

  function spread(from, rows) {
    const places = headerOf(rows[0]);
    // A header names its columns itself: then the rows begin where the paste was, at the left.
    const lines = places ? rows.slice(1) : rows;
    lines.forEach(function (row, down) {
      row.forEach(function (value, right) {
        const column = places ? places[right] : from[1] + right;
        const target = column >= 0 ? box(from[0] + down, column) : null;
        if (target) put(target, value.trim());
      });
    });
    changed();
  }

  Array.from(body.rows).forEach(function (row, line) {
    Array.from(row.cells).slice(1).forEach(function (cell, column) { input(cell, line, column); });
  });
  table.closest(".grid-scroll").hidden = false;
  document.getElementById("grid-keys").hidden = false;
  document.getElementById("as-text").hidden = true;

  body.addEventListener("input", changed);
  body.addEventListener("paste", function (event) {
    const copied = event.clipboardData.getData("text/plain");
    const from = placeOf(event.target);
    const rows = parsed(copied);
    // One cell goes where the cursor stands, as everywhere; so does what is more than a page holds.
    if (!from || (rows.length === 1 && rows[0].length === 1)) return;
    event.preventDefault();
    const room = most - from[0] + (headerOf(rows[0]) ? 1 : 0);
    if (rows.length > room) {
      // The server says so in a sentence.
      text.value = copied;
      form.dataset.whole = "1";
      form.requestSubmit();
      return;
    }
    spread(from, rows);
  });
  body.addEventListener("keydown", function (event) {
    const from = placeOf(event.target);
    if (!from || event.isComposing) return;
    const here = event.target;
    const first = here.value.lastIndexOf("\n", here.selectionStart - 1) < 0;
    const last = here.value.indexOf("\n", here.selectionEnd) < 0;
    let step = 0;
    if (event.key === "Enter" && event.altKey) {
      event.preventDefault();
      here.setRangeText("\n", here.selectionStart, here.selectionEnd, "end");
      here.rows += 1;
      changed();
      return;
    }
    if (event.key === "Enter") step = event.shiftKey ? -1 : 1;
    else if (event.key === "ArrowDown" && last) step = 1;
    else if (event.key === "ArrowUp" && first) step = -1;
    if (!step) return;
    event.preventDefault();
    const next = from[0] + step >= 0 ? box(from[0] + step, from[1]) : null;
    if (next) { next.focus(); next.select(); }
  });
  form.addEventListener("submit", function () {
    if (form.dataset.whole) return;
    const rows = [heads.map(function (head) { return head.dataset.head; }).join("\t")];
    Array.from(body.rows).forEach(function (row) {
      const values = Array.from(row.querySelectorAll("textarea")).map(function (b) { return written(b.value); });
      if (values.some(Boolean)) rows.push(values.join("\t"));
    });
    text.value = rows.length > 1 ? rows.join("\n") : "";
  });
})();
