// A text box whose tokens are shown as the values they stand for; the box itself keeps the codes.
"use strict";
const Chips = (() => {
  const TOKEN = /\{([#^/]?)([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:\|(each:[^{}|\n]{1,300}|[^{}|\s]{1,10}))?\}/g;
  const REST = "\u200b"; // gives the caret a place behind a chip that ends the text

  function chip(source, mark, shown, words) {
    const span = document.createElement("span");
    span.contentEditable = "false";
    span.dataset.token = source;
    dress(span, mark, shown, words);
    return span;
  }

  function dress(span, mark, shown, words) {
    const known = shown[span.dataset.token];
    const name = known ? known.name : span.dataset.token;
    span.className = "chip" + (mark ? " edge" : "") + (known ? "" : " unknown");
    if (mark === "/") span.textContent = "〕";
    else if (mark) span.textContent = "〔";
    else span.textContent = known ? known.shown : span.dataset.token;
    span.title = mark === "#" ? `${name} ${words.when}` : mark === "^" ? `${name} ${words.unless}` : `${name} ${span.dataset.token}`;
  }

  // Fills the editor; text of a section that falls away is dimmed.
  function fill(editor, text, shown, words) {
    editor.textContent = "";
    const hidden = [];
    let at = 0;
    const put = (piece) => {
      if (!piece) return;
      const node = document.createTextNode(piece);
      if (!hidden.some(Boolean)) return editor.append(node);
      const off = document.createElement("span");
      off.className = "off";
      off.append(node);
      editor.append(off);
    };
    for (const found of text.matchAll(TOKEN)) {
      put(text.slice(at, found.index));
      if (found[1] === "/") hidden.pop();
      editor.append(chip(found[0], found[1], shown, words));
      const known = shown[found[0]];
      if (found[1] && found[1] !== "/") hidden.push(Boolean(known && known.hides));
      at = found.index + found[0].length;
    }
    put(text.slice(at));
    editor.append(document.createTextNode(REST));
  }

  // The text with its codes, as the box keeps it.
  function read(node) {
    let text = "";
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue.split(REST).join("").split("\u00a0").join(" ");
      else if (child.dataset && child.dataset.token) text += child.dataset.token;
      else if (child.nodeName === "BR") text += "\n";
      else if (/^(DIV|P)$/.test(child.nodeName)) text += (text && !text.endsWith("\n") ? "\n" : "") + read(child);
      else text += read(child);
    }
    return text;
  }

  function refresh(editor, shown, words) {
    for (const span of editor.querySelectorAll("[data-token]")) {
      const mark = /^\{[#^/]/.test(span.dataset.token) ? span.dataset.token[1] : "";
      dress(span, mark, shown, words);
    }
  }

  // The places of the quoted words in the editor, for the browsers that can underline them.
  function ranges(editor, quotes) {
    const found = [];
    const walk = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (const quote of quotes) {
        const at = quote ? walk.currentNode.nodeValue.indexOf(quote) : -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + quote.length);
        found.push(range);
      }
    }
    return found;
  }

  return { fill, read, refresh, ranges };
})();
