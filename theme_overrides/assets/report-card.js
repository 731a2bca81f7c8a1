// Shows only some rows of the report card. Without this file every row is shown.
(function () {
  "use strict";
  var box = document.getElementById("filter");
  if (!box) return;
  var picks = ["goal", "status", "group"].map(function (name) {
    return document.getElementById("filter-" + name);
  });
  var said = document.getElementById("filter-shown");

  function picked(index) {
    return picks[index] ? picks[index].value : "";
  }

  function apply() {
    var all = 0;
    var shown = 0;
    document.querySelectorAll(".tn-rows").forEach(function (section) {
      var mine = !picked(0) || section.getAttribute("aria-labelledby") === picked(0);
      var left = 0;
      var rows = section.querySelectorAll("tr[data-status]");
      rows.forEach(function (row) {
        var fits =
          mine &&
          (!picked(1) || row.dataset.status === picked(1)) &&
          (!picked(2) || row.dataset.groups.split("|").indexOf(picked(2)) >= 0);
        row.hidden = !fits;
        all += 1;
        left += fits ? 1 : 0;
      });
      shown += left;
      section.hidden = picked(1) || picked(2) ? left === 0 : !mine;
    });
    said.textContent = said.dataset.words
      .replace("{shown}", String(shown))
      .replace("{all}", String(all));
  }

  picks.forEach(function (pick) {
    if (pick) pick.addEventListener("change", apply);
  });
  box.hidden = false;
  apply();
})();
