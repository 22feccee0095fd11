// A file is dropped on the field that asks for it; dropped beside it, it does not replace the page
// and what was typed there.
"use strict";
(function () {
  const brings = function (event) { return Array.from(event.dataTransfer.types).includes("Files"); };

  ["dragover", "drop"].forEach(function (kind) {
    window.addEventListener(kind, function (event) {
      if (brings(event)) event.preventDefault();
    });
  });

  Array.from(document.querySelectorAll("input[type=file]")).forEach(function (box) {
    const zone = box.closest(".upload, .field") || box;
    if (zone !== box) {
      const hint = document.createElement("small");
      hint.className = "drop";
      hint.textContent = document.body.dataset.drop;
      box.after(hint);
    }
    zone.addEventListener("dragover", function (event) {
      if (brings(event)) zone.classList.add("over");
    });
    zone.addEventListener("dragleave", function (event) {
      if (!zone.contains(event.relatedTarget)) zone.classList.remove("over");
    });
    zone.addEventListener("drop", function (event) {
      zone.classList.remove("over");
      if (!brings(event)) return;
      const taken = new DataTransfer();
      Array.from(event.dataTransfer.files).slice(0, box.multiple ? undefined : 1).forEach(function (file) {
        taken.items.add(file);
      });
      event.preventDefault();
      box.files = taken.files;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
})();
