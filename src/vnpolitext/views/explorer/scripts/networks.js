"use strict";
// Networks: nodes push one another away and can be dragged.

const mostNodes = 70;
const strokes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [4, 4], [1, 3]];
const ties = { // kinds of ties differ by their strokes, too
  light: ["#0072b2", "#d55e00", "#009e73", "#a0408a", "#5a4a1a", "#000000"],
  dark: ["#56b4e9", "#ee8a4a", "#2fc79a", "#e3a0c8", "#d9c27a", "#ffffff"],
};

/**
 * Return a network of `{id, name, kind, view, number, more}` nodes and `{source, target, weight,
 * kind}` edges, whose ends are the ids of nodes. The nodes with the most edges are drawn; a name
 * that would cover another one is left out, and stands where the pointer rests.
 */
function network(about, nodes, edges, { directed = false } = {}) {
  const degree = new Map();
  for (const edge of edges) for (const end of [edge.source, edge.target]) {
    degree.set(end, (degree.get(end) ?? 0) + edge.weight);
  }
  const kept = nodes.filter((node) => degree.has(node.id))
    .sort((a, b) => degree.get(b.id) - degree.get(a.id)).slice(0, mostNodes);
  if (!kept.length) return note(t("Nothing found."));
  const place = new Map(kept.map((node, at) => [node.id, at]));
  const values = kept.map((node, at) => ({ ...node, at, size: 60 + 30 * Math.min(degree.get(node.id), 30) }));
  const links = edges.filter((edge) => place.has(edge.source) && place.has(edge.target))
    .map((edge) => ({ ...edge, source: place.get(edge.source), target: place.get(edge.target) }));
  const drawing = chart(about, forces(values, links, directed), (datum) => {
    if (datum.view) go(datum.view, datum.number, datum.more);
  });
  const left = nodes.filter((node) => degree.has(node.id)).length - kept.length;
  return el("div", {}, drawing, note(t("Drag a node to move it; click to open it. Where the pointer rests, the name stands.")
    + (left > 0 ? ` ${t("The {n} best connected are drawn.", { n: kept.length })}` : "")));
}

function forces(nodes, links, directed) {
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
  const soft = getComputedStyle(document.documentElement).getPropertyValue("--soft").trim();
  const paper = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  const width = Math.max(320, Math.min(1120, document.getElementById("main").clientWidth - 90));
  const height = Math.min(900, 300 + 8 * nodes.length);
  const room = Math.sqrt(width * height / nodes.length); // of one node
  const kinds = [...new Set(nodes.map((node) => node.kind))];
  const linkKinds = counted(links, (link) => link.kind || null).map(([kind]) => kind);
  const reach = (end) => `(sqrt(datum.${end}.size / PI) + 2)`;
  const length = "max(1, sqrt(pow(datum.target.x - datum.source.x, 2) + pow(datum.target.y - datum.source.y, 2)))";
  const beforeTarget = (axis) => ({ signal: `force && datum.target.${axis} - (datum.target.${axis} - datum.source.${axis}) / ${length} * ${reach("target")}` });
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    width, height, padding: { left: 10, right: 10, top: 10, bottom: 26 + 18 * Math.max(kinds.length > 1 ? Math.ceil(kinds.length / 2) : 0, linkKinds.length > 1 ? Math.ceil(linkKinds.length / 2) : 0) }, autosize: "none",
    signals: [
      { name: "cx", update: "width / 2" }, { name: "cy", update: "height / 2" },
      { name: "fix", value: false, on: [
        { events: "symbol:pointerout[!event.buttons], window:pointerup", update: "false" },
        { events: "symbol:pointerover", update: "fix || true" },
        { events: "[symbol:pointerdown, window:pointerup] > window:pointermove!", update: "xy()", force: true }] },
      { name: "node", value: null, on: [
        { events: "symbol:pointerover", update: "fix === true ? item() : node" }] },
      { name: "restart", value: false, on: [{ events: { signal: "fix" }, update: "fix && fix.length" }] },
    ],
    data: [{ name: "node-data", values: nodes }, { name: "link-data", values: links }],
    scales: [
      { name: "colour", type: "ordinal", domain: kinds, range: palette },
      { name: "line", type: "ordinal", domain: linkKinds, range: ties[document.documentElement.dataset.theme] ?? ties.light },
      { name: "stroke", type: "ordinal", domain: linkKinds, range: strokes },
    ],
    legends: [
      ...(kinds.length > 1 ? [{ fill: "colour", symbolType: "circle", orient: "bottom", columns: 2 }] : []),
      ...(linkKinds.length > 1 ? [{ stroke: "line", strokeDash: "stroke", symbolType: "stroke", symbolSize: 400, symbolStrokeWidth: 2, orient: "bottom", columns: 2 }] : []),
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
            { force: "nbody", strength: -3.2 * room, distanceMax: width },
            { force: "x", x: "xfocus", strength: 0.08 }, { force: "y", y: "yfocus", strength: 0.08 * width / height },
            { force: "link", links: "link-data", distance: 0.75 * room }] }] },
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
      { name: "names", type: "text", from: { data: "nodes" }, interactive: false, zindex: 2,
        encode: { enter: { fill: { value: ink }, fontSize: { value: 11 }, limit: { value: 190 }, text: { field: "datum.name" } } },
        transform: [{ type: "label", size: { signal: "[width, height]" }, sort: { field: "datum.datum.at" },
          anchor: ["right", "left", "bottom", "top", "bottom-right", "top-right", "bottom-left", "top-left"], offset: [4, 8], padding: 0, avoidBaseMark: true }] },
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
