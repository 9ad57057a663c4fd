"use strict";
// Charts by keyboard: arrows walk from mark to mark, Enter opens what a mark stands for.

const stride = 20; // pixels
const ways = { ArrowRight: [stride, 0], ArrowDown: [0, stride], ArrowLeft: [-stride, 0], ArrowUp: [0, -stride] };
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Let the marks of a chart that tell something be walked by keys.
 *
 * @param {Element} node - The chart, drawn as SVG.
 * @param {Element} said - Where the mark that is looked at is told.
 * @param {function} chosen - Called with the datum of the mark on which Enter is pressed.
 * @param {function} moved - Called with a mark and how far Shift and an arrow move it.
 */
function walkByKeys(node, said, chosen, moved) {
  let item = null;
  node.tabIndex = 0;

  /** Return the marks as they stand now; a chart that is drawn anew has new ones. */
  function marks() {
    return [...node.querySelectorAll("svg path, svg circle")].filter((mark) => mark.__data__?.tooltip);
  }

  async function move(way) {
    await moved(item, ...way);
    const all = marks();
    look(all.findIndex((mark) => mark.__data__ === item), all);
  }

  function look(at, all) {
    for (const mark of node.querySelectorAll(".looked-at")) mark.classList.remove("looked-at");
    item = all[at]?.__data__ ?? null;
    all[at]?.classList.add("looked-at");
    said.textContent = item ? told(item.tooltip) : "";
  }

  node.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = marks();
    const at = all.findIndex((mark) => mark.__data__ === item);
    if (event.shiftKey && moved && item && ways[event.key]) move(ways[event.key]);
    else if (steps[event.key]) look(at < 0 ? 0 : Math.min(Math.max(at + steps[event.key], 0), all.length - 1), all);
    else if (event.key === "Home") look(0, all);
    else if (event.key === "End") look(all.length - 1, all);
    else if (event.key === "Enter" && item && chosen) chosen(item.datum);
    else if (event.key === "Escape") look(-1, all);
    else return;
    event.preventDefault();
  });
  node.addEventListener("blur", () => look(-1, []));
}

/** Return in words what stands in the box beside a mark. */
function told(tooltip) {
  if (typeof tooltip !== "object") return String(tooltip);
  return Object.entries(tooltip).map(([name, value]) => name.trim() ? `${name}: ${value}` : value).join(", ");
}
