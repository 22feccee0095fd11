// One button for every tick of the page; without this script each is ticked by itself.
"use strict";
(function () {
  const all = document.getElementById("tick-all");
  if (!all) return;
  all.hidden = false;
  all.addEventListener("click", function () {
    const ticks = Array.from(document.querySelectorAll("input[form=ticked][name=row]"));
    const every = ticks.every(function (tick) { return tick.checked; });
    ticks.forEach(function (tick) { tick.checked = !every; });
  });
})();
