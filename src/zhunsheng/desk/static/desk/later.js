// A part that takes longer to count than the page it stands on is asked for once the page is there.
// Until it comes, and where it cannot, the way to it stands in its place.
"use strict";
(function () {
  document.querySelectorAll("[data-later]").forEach(function (place) {
    fetch(place.dataset.later, { credentials: "same-origin" }).then(function (response) {
      return response.ok && !response.redirected ? response.text() : "";
    }).then(function (part) { if (part) place.innerHTML = part; }, function () {});
  });
})();
