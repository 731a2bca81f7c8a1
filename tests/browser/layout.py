"""What is wider than the window, or than its cell of a table, as a script for the page."""

TOO_WIDE = """
() => {
  const wide = [];
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > room) wide.push("the page itself");
  for (const element of document.querySelectorAll("#main, #main *")) {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1 || element.closest("svg svg, .tn-hidden")) continue;
    const name = `${element.tagName}.${element.className.baseVal ?? element.className}`;
    if (box.right > room + 1 || box.left < -1) wide.push(`${name} to ${Math.round(box.right)}`);
    const cell = element.matches("tbody :is(th, td)");
    if (cell && element.scrollWidth > element.clientWidth + 1) {
      wide.push(`${name} spills: ${element.textContent.trim().slice(0, 40)}`);
    }
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    if (scrolls && element.scrollWidth > element.clientWidth + 1) wide.push(`${name} scrolls`);
  }
  return wide.slice(0, 4);
}
"""
