"use strict";
// Networks: nodes push one another away and can be dragged.

const mostNodes = () => (isNarrow() ? 30 : 70);
const strokes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [1, 3], [12, 4]];
const ties = { // kinds of ties differ by their strokes, too; there is one stroke more, so that no pair comes again soon
  light: ["#0072b2", "#d55e00", "#009e73", "#a0408a", "#5a4a1a", "#000000"],
  dark: ["#56b4e9", "#ee8a4a", "#2fc79a", "#e3a0c8", "#d9c27a", "#ffffff"],
};

/**
 * Return a network of `{id, name, kind, view, number, more}` nodes and `{source, target, weight,
 * kind}` edges, whose ends are the ids of nodes. The edges between the best connected nodes are
 * drawn; a name that would cover another one is left out, and stands where the pointer rests.
 */
function network(about, nodes, edges, { directed = false } = {}) {
  const degree = new Map();
  for (const edge of edges) for (const end of [edge.source, edge.target]) {
    degree.set(end, (degree.get(end) ?? 0) + edge.weight);
  }
  const inside = bestConnected(edges);
  const kept = nodes.filter((node) => inside.has(node.id)).sort((a, b) => degree.get(b.id) - degree.get(a.id));
  if (!kept.length) return note(t("Nothing found."));
  const place = new Map(kept.map((node, at) => [node.id, at]));
  const values = kept.map((node, at) => ({ ...node, at, size: 60 + 30 * Math.min(degree.get(node.id), 30) }));
  const links = edges.filter((edge) => place.has(edge.source) && place.has(edge.target))
    .map((edge) => ({ ...edge, source: place.get(edge.source), target: place.get(edge.target) }));
  const drawing = chart(about, forces(values, links, directed), (datum) => {
    if (datum.view) go(datum.view, datum.number, datum.more);
  }, moveNode);
  const left = nodes.filter((node) => degree.has(node.id)).length - kept.length;
  return el("div", {}, drawing, note(t("Drag a node to move it, or use Shift and the arrow keys; click to open it. Where the pointer rests, the name stands.")
    + (left > 0 ? ` ${t("The {n} best connected are drawn.", { n: kept.length })}` : "")));
}

/** Return the ends of the edges whose ends both have the most neighbours, as many as are drawn. */
function bestConnected(edges) {
  const neighbours = new Map();
  for (const { source, target } of edges) for (const [one, other] of [[source, target], [target, source]]) {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  }
  const rank = ({ source, target }) => Math.min(neighbours.get(source).size, neighbours.get(target).size);
  const inside = new Set();
  const most = mostNodes();
  for (const { source, target } of [...edges].sort((a, b) => rank(b) - rank(a) || b.weight - a.weight)) {
    const more = [source, target].filter((end) => !inside.has(end)).length;
    if (inside.size + more <= most) inside.add(source).add(target);
  }
  return inside;
}

/** Move a node as the pointer does, and let go of it. */
async function moveNode(view, item, x, y) {
  const at = [item.x + x, item.y + y].map((place, side) => Math.max(0, Math.min(place, side ? view.height() : view.width())));
  await view.signal("node", item).signal("fix", at).runAsync();
  await view.signal("fix", false).runAsync();
}

function forces(nodes, links, directed) {
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
  const soft = getComputedStyle(document.documentElement).getPropertyValue("--soft").trim();
  const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  const width = Math.max(280, Math.min(1120, pageWidth() - (isNarrow() ? 80 : 90)));
  const height = Math.min(900, 300 + 8 * nodes.length);
  const room = Math.sqrt(width * height / nodes.length); // of one node
  const abreast = isNarrow() ? 1 : 2; // names of a legend
  const kinds = [...new Set(nodes.map((node) => node.kind))];
  const linkKinds = counted(links, (link) => link.kind || null).map(([kind]) => kind);
  const reach = (end) => `(sqrt(datum.${end}.size / PI) + 2)`;
  const length = "max(1, sqrt(pow(datum.target.x - datum.source.x, 2) + pow(datum.target.y - datum.source.y, 2)))";
  const beforeTarget = (axis) => ({ signal: `force && datum.target.${axis} - (datum.target.${axis} - datum.source.${axis}) / ${length} * ${reach("target")}` });
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    width, height, padding: { left: 10, right: 10, top: 10, bottom: 26 + 18 * Math.max(...[kinds, linkKinds].map((each) => each.length > 1 ? Math.ceil(each.length / abreast) : 0)) }, autosize: "none",
    signals: [
      { name: "cx", update: "width / 2" }, { name: "cy", update: "height / 2" },
      { name: "fix", value: false, on: [
        { events: "symbol:pointerout[!event.buttons], window:pointerup", update: "false" },
        { events: "symbol:pointerover", update: "fix || true" },
        { events: "[symbol:pointerdown, window:pointerup] > window:pointermove!", update: "xy()", force: true }] },
      { name: "node", value: null, on: [
        { events: "symbol:pointerover", update: "fix === true ? item() : node" }] },
      { name: "room", init: "[width, height]", on: [ // names are placed anew when it is set, as nodes are moved
        { events: { signal: "fix" }, update: "fix === true ? room : [width, height]" }] },
      { name: "restart", value: false, on: [{ events: { signal: "fix" }, update: "fix && fix.length" }] },
    ],
    data: [{ name: "node-data", values: nodes }, { name: "link-data", values: links }],
    scales: [
      { name: "colour", type: "ordinal", domain: kinds, range: palette },
      { name: "line", type: "ordinal", domain: linkKinds, range: ties[document.documentElement.dataset.theme] ?? ties.light },
      { name: "stroke", type: "ordinal", domain: linkKinds, range: strokes },
    ],
    legends: [
      ...(kinds.length > 1 ? [{ fill: "colour", symbolType: "circle", orient: "bottom", columns: abreast }] : []),
      ...(linkKinds.length > 1 ? [{ stroke: "line", strokeDash: "stroke", symbolType: "stroke", symbolSize: 400, symbolStrokeWidth: 2, orient: "bottom", columns: abreast }] : []),
    ],
    marks: [
      { name: "nodes", type: "symbol", zindex: 1, from: { data: "node-data" },
        on: [
          { trigger: "fix", modify: "node", values: "fix === true ? {fx: node.x, fy: node.y} : {fx: fix[0], fy: fix[1]}" },
          { trigger: "!fix", modify: "node", values: "{fx: null, fy: null}" }],
        encode: {
          enter: { fill: { scale: "colour", field: "kind" }, stroke: { value: paper }, tooltip: { field: "name" }, xfocus: { signal: "cx" }, yfocus: { signal: "cy" } },
          update: { size: { field: "size" }, cursor: { value: "pointer" } } },
        transform: [{ type: "force", iterations: 300, static: true, restart: { signal: "restart" }, signal: "force",
          forces: [
            { force: "center", x: { signal: "cx" }, y: { signal: "cy" } },
            { force: "collide", radius: room / 3 },
            { force: "nbody", strength: -3.2 * room, distanceMax: 6 * room },
            { force: "x", x: "xfocus", strength: 0.08 * Math.max(1, height / width) }, { force: "y", y: "yfocus", strength: 0.08 * width / height },
            { force: "link", links: "link-data", distance: 0.75 * room }] },
          ...["x", "y"].map((axis) => ({ type: "formula", as: axis, expr: `clamp(datum.${axis}, 12, ${axis === "x" ? "width" : "height"} - 12)` }))] },
      { type: "path", from: { data: "link-data" }, interactive: false,
        encode: { update: {
          stroke: linkKinds.length > 1 ? { scale: "line", field: "kind" } : { value: soft },
          strokeDash: linkKinds.length > 1 ? { scale: "stroke", field: "kind" } : { value: [] },
          strokeOpacity: { value: 0.75 }, strokeWidth: { signal: "min(1 + datum.weight / 2, 6)" } } },
        transform: [{ type: "linkpath", require: { signal: "force" }, shape: "line",
          sourceX: "datum.source.x", sourceY: "datum.source.y", targetX: "datum.target.x", targetY: "datum.target.y" }] },
      ...(directed ? [{ type: "symbol", from: { data: "link-data" }, interactive: false,
        encode: { update: {
          shape: { value: "M0,0L-7,3.2L-7,-3.2Z" }, size: { value: 1 * 4 }, x: beforeTarget("x"), y: beforeTarget("y"),
          angle: { signal: "force && atan2(datum.target.y - datum.source.y, datum.target.x - datum.source.x) * 180 / PI" },
          fill: linkKinds.length > 1 ? { scale: "line", field: "kind" } : { value: soft } } } }] : []),
      { name: "names", type: "text", from: { data: "nodes" }, interactive: false, zindex: 3,
        encode: { enter: { fill: { value: ink }, fontSize: { value: 11 }, limit: { value: 190 }, text: { field: "datum.name" } } },
        transform: [{ type: "label", size: { signal: "room" },
          sort: { field: "datum.datum.at" },
          anchor: ["right", "left", "bottom", "top", "bottom-right", "top-right", "bottom-left", "top-left"], offset: [4, 8], padding: 0, avoidBaseMark: true }] },
      { name: "halos", type: "text", from: { data: "names" }, interactive: false, zindex: 2,
        encode: { update: { ...Object.fromEntries(["x", "y", "text", "align", "baseline", "opacity", "limit", "fontSize"].map((field) => [field, { field }])),
          stroke: { value: paper }, strokeWidth: { value: 3 }, strokeJoin: { value: "round" } } } },
    ],
  };
}

/** Return the pairs of people whom the same documents name, weighted by their number. */
function together(documents, people) {
  const allowed = new Set(people);
  const counts = new Map();
  for (const document of documents) {
    const here = document.people.filter((number) => allowed.has(number)).slice(0, 60);
    for (const [at, one] of here.entries()) for (const other of here.slice(at + 1)) {
      const key = `${one} ${other}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, weight]) => {
    const [source, target] = key.split(" ").map(Number);
    return { source, target, weight };
  });
}

/** Return the pairs of people who held offices of one body in the same days. */
function servedTogether(people) {
  const bodies = new Map();
  for (const { number, offices } of people) for (const office of offices) {
    if (!office.body || !office.start || !office.end) continue;
    const key = office.body.toLowerCase();
    bodies.set(key, [...(bodies.get(key) ?? []), { number, ...office }]);
  }
  const counts = new Map();
  for (const members of bodies.values()) for (const [at, one] of members.entries()) {
    for (const other of members.slice(at + 1)) {
      if (one.number === other.number || one.start > other.end || other.start > one.end) continue;
      const key = [one.number, other.number].sort((a, b) => a - b).join(" ");
      counts.set(key, (counts.get(key) ?? new Set()).add(one.body));
    }
  }
  return [...counts].map(([key, common]) => {
    const [source, target] = key.split(" ").map(Number);
    return { source, target, weight: common.size, bodies: [...common] };
  });
}
