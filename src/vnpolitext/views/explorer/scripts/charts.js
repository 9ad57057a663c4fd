"use strict";
// Charts are drawn by Vega-Lite, whose expressions are interpreted, so that the policy holds.

// Okabe and Ito's colours, which colour-blind readers tell apart.
const palette = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c6d31", "#999999"];
const drawn = new Set();
let library = null;

/** Load what draws charts, once; the policy allows these scripts and no others. */
async function drawingLibrary() {
  library ??= unpack("library").then((scripts) => { for (const script of scripts) document.head.append(el("script", {}, script)); });
  await library;
}

/** Return how charts are embedded: numbers and days are written as in the language of the page. */
function embedding() {
  const way = { ast: true, actions: false, renderer: "svg", logLevel: 1 };
  if (document.documentElement.lang !== "vi") return way;
  const numbered = (word, from, to) => Array.from({ length: to - from + 1 }, (_, at) => `${word}${from + at}`);
  return { ...way,
    formatLocale: { decimal: ",", thousands: ".", grouping: [3], currency: ["", " ₫"] },
    timeFormatLocale: {
      dateTime: "%H:%M:%S %d/%m/%Y", date: "%d/%m/%Y", time: "%H:%M:%S", periods: ["SA", "CH"],
      days: ["Chủ nhật", ...numbered("Thứ ", 2, 7)], shortDays: ["CN", ...numbered("T", 2, 7)],
      months: numbered("Tháng ", 1, 12), shortMonths: numbered("Th", 1, 12),
    } };
}

/** Return the style of charts; `onPaper` that of a picture to be saved, whatever the page looks like. */
function chartStyle(onPaper = false) {
  const style = getComputedStyle(document.body);
  const root = document.documentElement.dataset;
  const before = root.theme;
  if (onPaper) root.theme = "light";
  const colour = (name) => style.getPropertyValue(name).trim();
  const isDark = root.theme === "dark";
  const axis = { labelColor: colour("--ink"), titleColor: colour("--soft"), gridColor: colour("--line"),
    domainColor: colour("--line"), tickColor: colour("--line"), labelLimit: labelRoom(260), labelFlush: false, aria: false };
  const made = {
    aria: false, mark: { aria: false }, // the chart tells its marks itself, in the language of the page
    background: onPaper ? "#ffffff" : "transparent", font: style.fontFamily,
    view: { stroke: null }, axis,
    legend: { aria: false, labelColor: colour("--ink"), titleColor: colour("--soft"), labelLimit: 240 },
    title: { color: colour("--ink") },
    range: { category: palette, heatmap: { scheme: isDark ? "darkblue" : "blues" }, ramp: { scheme: isDark ? "darkblue" : "blues" } },
    text: { color: colour("--ink") }, rule: { color: colour("--soft") },
  };
  root.theme = before;
  return made;
}

/** Return how wide a page is, and whether that is little. */
function pageWidth() {
  return document.getElementById("main").clientWidth;
}

function isNarrow() {
  return pageWidth() < 640;
}

/** Return the room for the names beside a chart: of a narrow page no more than a part. */
function labelRoom(most) {
  return Math.min(most, 0.36 * pageWidth());
}

let waiting = []; // charts of the open view that are not yet drawn
let isDrawing = false;

/** Draw the charts that wait, those that are seen first; between two of them the page listens. */
async function drawCharts() {
  if (isDrawing) return;
  isDrawing = true;
  await drawingLibrary();
  while (waiting.length) {
    const seen = waiting.findIndex(({ node }) => {
      const { top, bottom } = node.getBoundingClientRect();
      return bottom >= 0 && top <= innerHeight;
    });
    const [next] = waiting.splice(Math.max(seen, 0), 1);
    // A chart that fills its container wants it to be on the page.
    if (next.node.isConnected) await next.drawIt().catch((error) => console.error(error));
    await new Promise((heard) => setTimeout(heard));
  }
  isDrawing = false;
}

/** Return about how high a chart will be, so that what stands below it does not jump. */
function roomFor({ height, data, encoding, vconcat }) {
  if (vconcat) return vconcat.map(roomFor).reduce((sum, each) => sum + each, 0);
  if (typeof height === "number") return height + 60;
  const rows = new Set((data?.values ?? []).map((row) => row[encoding?.y?.field]));
  return height?.step ? rows.size * height.step + 60 : 0;
}

/**
 * Return a node in which a chart is drawn.
 *
 * @param {string} about - What it shows, for those who do not see it.
 * @param {object} spec - A specification of Vega-Lite, or of Vega with its `$schema`.
 * @param {function} chosen - Called with the datum of a mark that is clicked.
 * @param {function} moved - Called with the view, a mark, and how far keys move it.
 */
function chart(about, spec, chosen = null, moved = null) {
  const node = el("div", { class: "chart", role: "group", "aria-roledescription": t("chart"), "aria-label": `${about}. ${[chosen ? t("Arrow keys walk through it, Enter opens.") : t("Arrow keys walk through it."), moved ? t("With Shift they move a node.") : ""].join(" ").trim()}` });
  const isFilling = spec.width === undefined && !spec.vconcat;
  if (isFilling) node.classList.add("container");
  const parts = [spec, ...(spec.layer ?? []), ...(spec.vconcat ?? [])];
  if (parts.some(({ encoding }) => encoding?.color?.type === "quantitative")) node.classList.add("ramped");
  const whole = { $schema: "https://vega.github.io/schema/vega-lite/v6.json", ...(isFilling ? { width: "container", autosize: { type: "fit-x", contains: "padding" } } : {}), description: about, ...spec };
  const tools = el("div", { class: "tools" });
  const said = el("output", { class: "note", "aria-live": "polite" });
  const wrapped = el("div", {}, node, tools);
  node.style.minHeight = `${roomFor(spec)}px`;
  waiting.push({ node, drawIt: async () => {
    const { view, finalize } = await vegaEmbed(node, whole, {
      ...embedding(), config: chartStyle(),
    });
    node.style.minHeight = "";
    drawn.add(finalize);
    let pressed = null;
    node.addEventListener("pointerdown", (event) => { pressed = event; });
    const isDragged = (event) => pressed && Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > 4;
    if (chosen) view.addEventListener("click", (event, item) => { if (item?.datum && !isDragged(event)) chosen(item.datum); });
    walkByKeys(node, said, chosen, moved && ((item, x, y) => moved(view, item, x, y)));
    tools.append(el("button", { type: "button", click: async () =>
      download(`${plain(about).replace(/\W+/g, "-")}.svg`, await onPaper(node, whole, view), "image/svg+xml") }, t("Save picture")), said);
  } });
  queueMicrotask(drawCharts);
  return wrapped;
}

/** Return the picture as SVG, black on white, as wide as it is on the page. */
async function onPaper(node, spec, view) {
  if (document.documentElement.dataset.theme !== "dark") return view.toSVG();
  const place = el("div", { style: `position:absolute;left:-99rem;width:${node.clientWidth}px` });
  document.body.append(place);
  const { view: light, finalize } = await vegaEmbed(place, spec, {
    ...embedding(), config: chartStyle(true),
  });
  const written = await light.toSVG();
  finalize();
  place.remove();
  return written;
}

/** Return the years from the first to the last, as a scale wants them: a year without documents is seen. */
function everyYear(rows) {
  const years = rows.map((row) => row.year).filter(Boolean);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return { domain: last - first > 120 ? [...new Set(years)].sort() : Array.from({ length: last - first + 1 }, (_, at) => first + at) };
}

/** Return an axis of days: years, months or days, as long as the time between them is. */
function timeAxis(days) {
  const times = days.map((day) => Date.parse(day));
  const span = (Math.max(...times) - Math.min(...times)) / 864e5;
  const isLocal = document.documentElement.lang === "vi";
  const format = span > 3 * 366 ? "%Y" : span > 92 ? (isLocal ? "%m/%Y" : "%Y-%m") : isLocal ? "%d/%m/%Y" : "%Y-%m-%d";
  return { format, tickCount: span > 3 * 366 ? "year" : 8, labelOverlap: true };
}

/** Return the width of bars of years: as wide as there is room, but few bars are no walls. */
function widthOfYears(years) {
  return years.length < 8 ? { width: { step: 60 } } : {};
}

/** Forget the charts of the view that was open. */
function clearCharts() {
  for (const finalize of drawn) finalize();
  drawn.clear();
  waiting = [];
}

/** Return bars of `{name, value}` rows, the longest first. */
function bars(about, rows, title, chosen = null, colour = palette[0]) {
  return chart(about, {
    data: { values: rows }, height: { step: 20 },
    mark: { type: "bar", color: colour, cursor: chosen ? "pointer" : "default" },
    encoding: {
      y: { field: "name", type: "nominal", sort: null, title: null },
      x: { field: "value", type: "quantitative", title, axis: { tickCount: 6, tickMinStep: rows.every((row) => Number.isInteger(row.value)) ? 1 : 0 } },
      tooltip: [{ field: "name", title: " " }, { field: "value", title }],
    },
  }, chosen);
}

// Few large counts leave the small ones apart, and none is told from few.
const rooted = { scale: { type: "sqrt" }, condition: { test: "datum.value === 0", value: "#8881" } };

/** Return a heat map of `{row, column, value}` cells; rows and columns keep their order. */
function heatmap(about, cells, options, chosen = null) {
  return chart(about, heatmapSpec(cells, { ...options, isClicked: Boolean(chosen) }), chosen);
}

function heatmapSpec(cells, { rowTitle = null, columnTitle = null, valueTitle, step = 20, digits = ".2f", isClicked = false, isCount = false, columns = null }) {
  return {
    data: { values: cells }, width: { step: Math.max(step, 14) }, height: { step },
    mark: { type: "rect", cursor: isClicked ? "pointer" : "default" },
    encoding: {
      y: { field: "row", type: "nominal", sort: null, title: rowTitle },
      x: { field: "column", type: "nominal", sort: null, title: columnTitle, ...(columns ? { scale: { domain: columns } } : {}), axis: { labelAngle: step < 18 ? -90 : -40, labelLimit: 160 } },
      color: { field: "value", type: "quantitative", title: valueTitle, ...(isCount ? rooted : {}) },
      tooltip: [{ field: "row", title: " " }, { field: "column", title: " " }, { field: "value", title: valueTitle, format: digits }],
    },
  };
}
