// Shows which versions were in force on a date. Every word of it stands in the page's attributes.
(() => {
  const section = document.getElementById("as-of");
  const input = document.getElementById("as-of-date");
  if (!section || !input) return;
  const day = section.querySelector(".tn-as-of-day");
  const list = section.querySelector(".tn-as-of-found");
  const language = document.documentElement.lang || "en";

  const fill = (phrase, values) =>
    phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  const rows = (course) =>
    [...course.querySelectorAll("tr[data-days]")].map((row) => {
      const [start, startsAtLatest, end, endsAtLatest] = row.dataset.days.split(" ");
      return {
        version: row.dataset.version,
        vague: row.dataset.vague,
        address: row.querySelector("a").href,
        element: row,
        may: (date) => start <= date && !(endsAtLatest && endsAtLatest <= date),
        surely: (date) => startsAtLatest <= date && (!end || date < end),
      };
    });

  const said = (course, date) => {
    const every = rows(course);
    const sure = every.filter((row) => row.surely(date));
    const found = sure.length ? sure : every.filter((row) => row.may(date)).reverse();
    for (const row of every) row.element.classList.toggle("tn-chosen", found.includes(row));
    if (!found.length) return { text: course.dataset.none };
    const version = found
      .map((row) => row.version)
      .reduce((first, second) => fill(course.dataset.or, { first, second }));
    if (sure.length) return { text: fill(course.dataset.was, { version }), address: found[0].address };
    return { text: fill(course.dataset.unsure, { version, vague: found[0].vague }) };
  };

  const show = () => {
    const date = input.value;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return;
    const shown = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
    day.textContent = fill(section.dataset.on, { date: shown.format(new Date(`${date}T00:00:00Z`)) });
    list.replaceChildren(
      ...[...document.querySelectorAll(".tn-course")].map((course) => {
        const { text, address } = said(course, date);
        const item = document.createElement("li");
        const words = address ? document.createElement("a") : document.createElement("span");
        if (address) words.href = address;
        words.textContent = text;
        item.append(words);
        return item;
      }),
    );
  };

  const asked = new URLSearchParams(location.search).get("on");
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked ?? "")) input.value = asked;
  input.addEventListener("input", () => {
    show();
    if (input.value) history.replaceState(null, "", `?on=${input.value}${location.hash}`);
  });
  section.hidden = false;
  show();
})();
