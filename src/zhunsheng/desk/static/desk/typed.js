// What is typed into a form is kept in this tab until it was sent and taken: a session may end
// meanwhile. It is given back to the same person on the same page, and to nobody else.
"use strict";
(function () {
  const OURS = "typed:";
  const mine = OURS + document.body.dataset.who + ":";
  const here = mine + location.pathname + location.search;
  const taken = document.querySelector(".said.success") !== null;

  Object.keys(sessionStorage).filter(function (key) { return key.startsWith(OURS); }).forEach(function (key) {
    const elsewhere = key.split("#")[0] !== here;
    const sent = JSON.parse(sessionStorage.getItem(key)).sent;
    if (!key.startsWith(mine) || (sent && (elsewhere || taken))) sessionStorage.removeItem(key);
  });

  function boxes(form) {
    return Array.from(form.elements).filter(function (box) {
      return box.name && (box.name === "version" || !["hidden", "file", "password", "submit", "button"].includes(box.type));
    });
  }

  function read(box) {
    if (box.type === "checkbox" || box.type === "radio") return box.checked;
    if (box.multiple) return Array.from(box.options).filter(function (o) { return o.selected; }).map(function (o) { return o.value; });
    return box.value;
  }

  function write(box, value) {
    if (box.type === "checkbox" || box.type === "radio") box.checked = value;
    else if (box.multiple) Array.from(box.options).forEach(function (o) { o.selected = value.includes(o.value); });
    else box.value = value;
  }

  Array.from(document.querySelectorAll("form[data-keep]")).forEach(function (form, place) {
    const key = here + "#" + place;
    const notice = form.querySelector("[data-kept]");

    function keep(sent) {
      const values = boxes(form).map(read);
      sessionStorage.setItem(key, JSON.stringify({ sent: sent, values: values }));
    }

    const found = JSON.parse(sessionStorage.getItem(key));
    // A page that answers a form holds what was typed already.
    if (found && form.dataset.keep === "fresh" && found.values.length === boxes(form).length) {
      const differ = boxes(form).filter(function (box, n) {
        return JSON.stringify(read(box)) !== JSON.stringify(found.values[n]);
      });
      // With the version it was typed on: what changed since is refused and shown, not overwritten.
      boxes(form).forEach(function (box, n) { write(box, found.values[n]); });
      if (notice) notice.hidden = differ.length === 0;
      // What came back is never sent unseen.
      differ.forEach(function (box) {
        const fold = box.closest("details");
        if (fold) fold.open = true;
      });
    }
    if (notice) {
      notice.querySelector("button").addEventListener("click", function () {
        sessionStorage.removeItem(key);
        location.reload();
      });
    }
    form.addEventListener("input", function () { keep(false); });
    form.addEventListener("submit", function () { keep(true); });
  });

  const leave = document.querySelector("form[data-leave]");
  if (leave) leave.addEventListener("submit", function () { sessionStorage.clear(); });
})();
