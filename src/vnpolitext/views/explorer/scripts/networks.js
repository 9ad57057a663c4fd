"use strict";
// Networks: nodes push one another away and can be dragged.

const mostNodes = 70;
const mostLabels = 28; // more cover one another; the others have their name on hover

/**
 * Return a network of `{id, name, kind, view, number, size}` nodes and `{source, target, weight,
 * kind}` edges, whose ends are the ids of nodes. The nodes with the most edges are drawn.
 */
function network(about, nodes, edges) {
  const degree = new Map();
  for (const edge of edges) for (const end of [edge.source, edge.target]) {
    degree.set(end, (degree.get(end) ?? 0) + edge.weight);
  }
  const kept = nodes.filter((node) => degree.has(node.id))
    .sort((a, b) => degree.get(b.id) - degree.get(a.id)).slice(0, mostNodes);
  if (!kept.length) return note(t("Nothing found."));
  const place = new Map(kept.map((node, at) => [node.id, at]));
  const values = kept.map((node, at) => ({ ...node, label: at < mostLabels ? node.name : "", size: 60 + 30 * Math.min(degree.get(node.id), 30) }));
  const links = edges.filter((edge) => place.has(edge.source) && place.has(edge.target))
    .map((edge) => ({ ...edge, source: place.get(edge.source), target: place.get(edge.target) }));
  const height = Math.min(900, 340 + 8 * kept.length);
  const drawing = chart(about, forces(values, links, height), (datum) => {
    if (datum.view) go(datum.view, datum.number);
  });
  const left = nodes.filter((node) => degree.has(node.id)).length - kept.length;
  return el("div", {}, drawing, note(t("Drag a node to move it; click to open it.")
    + (left > 0 ? ` ${t("The {n} best connected are drawn.", { n: kept.length })}` : "")));
}

function forces(nodes, links, height) {
  const ink = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
  const soft = getComputedStyle(document.documentElement).getPropertyValue("--soft").trim();
  const kinds = [...new Set(nodes.map((node) => node.kind))];
  const linkKinds = [...new Set(links.map((link) => link.kind ?? ""))].filter(Boolean);
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    width: 1120, height, padding: 10, autosize: "none",
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
      { name: "line", type: "ordinal", domain: linkKinds, range: [...palette].reverse() },
    ],
    legends: [
      ...(kinds.length > 1 ? [{ fill: "colour", symbolType: "circle", orient: "top-left", direction: "vertical" }] : []),
      ...(linkKinds.length > 1 ? [{ stroke: "line", symbolType: "stroke", orient: "top-right" }] : []),
    ],
    marks: [
      { name: "nodes", type: "symbol", zindex: 1, from: { data: "node-data" },
        on: [
          { trigger: "fix", modify: "node", values: "fix === true ? {fx: node.x, fy: node.y} : {fx: fix[0], fy: fix[1]}" },
          { trigger: "!fix", modify: "node", values: "{fx: null, fy: null}" }],
        encode: {
          enter: { fill: { scale: "colour", field: "kind" }, stroke: { value: "white" }, tooltip: { field: "name" }, xfocus: { signal: "cx" }, yfocus: { signal: "cy" } },
          update: { size: { field: "size" }, cursor: { value: "pointer" } } },
        transform: [{ type: "force", iterations: 300, static: true, restart: { signal: "restart" }, signal: "force",
          forces: [
            { force: "center", x: { signal: "cx" }, y: { signal: "cy" } },
            { force: "collide", radius: 40 },
            { force: "nbody", strength: -260, distanceMax: 500 },
            { force: "x", x: "xfocus", strength: 0.05 }, { force: "y", y: "yfocus", strength: 0.12 },
            { force: "link", links: "link-data", distance: 80 }] }] },
      { type: "path", from: { data: "link-data" }, interactive: false,
        encode: { update: {
          stroke: linkKinds.length > 1 ? { scale: "line", field: "kind" } : { value: soft },
          strokeOpacity: { value: 0.45 }, strokeWidth: { signal: "min(1 + datum.weight / 2, 6)" } } },
        transform: [{ type: "linkpath", require: { signal: "force" }, shape: "line",
          sourceX: "datum.source.x", sourceY: "datum.source.y", targetX: "datum.target.x", targetY: "datum.target.y" }] },
      { type: "text", from: { data: "nodes" }, interactive: false, zindex: 2,
        encode: { enter: { fill: { value: ink }, fontSize: { value: 10 }, limit: { value: 170 }, text: { field: "datum.label" } },
          update: { x: { field: "x" }, y: { field: "y", offset: 15 }, align: { value: "center" } } } },
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
  for (const number of people) for (const office of data.people[number].offices) {
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
