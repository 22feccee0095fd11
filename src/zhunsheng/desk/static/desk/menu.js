// On a phone the menu is one line pushed sideways: it opens where the reader is, not at its start.
"use strict";
(function () {
  const menu = document.querySelector("nav");
  const here = menu && menu.querySelector("[aria-current]");
  if (!here || menu.scrollWidth <= menu.clientWidth) return;
  const place = here.getBoundingClientRect();
  menu.scrollLeft += place.left - menu.getBoundingClientRect().left - (menu.clientWidth - place.width) / 2;
})();
