"use strict";
// Themes: how much is said of what, what sets groups apart, what is alike and what is shared.

views.themes = () => {
  const documents = shown();
  if (!data.themes.themes.length) return data.themes.notes.map(note);
  return [
    ...data.themes.notes.map(note),
    section(t("Profile"), profile(documents)),
    section(t("Trends"), trends(documents)),
    section(t("Typical words"), keyness(documents)),
    section(t("Similarity"), similarity(documents)),
    section(t("Shared passages"), passages(documents)),
    section(t("A term in context"), context(documents)),
  ];
};

const groupings = () => [["year", t("year")], ["source", t("source")], ["genre", t("genre")], ["province", t("province")], ["group", t("groups compared")]];

function profile(documents) {
  const by = state.by ?? "year";
  return el("div", {}, el("div", { class: "tools" }, choice(t("Groups"), groupings(), by, (value) => change({ by: value }))),
    themesByGroup(documents, by, 44));
}

/** Return a heat map of themes and groups of documents. */
function themesByGroup(documents, by, most) {
  const words = new Map();
  const hits = new Map();
  const totals = new Map();
  for (const document of documents) {
    const group = document[by];
    if (group === null || group === undefined || group === "") continue;
    words.set(group, (words.get(group) ?? 0) + document.words);
    for (const [theme, times] of document.themes) {
      const key = `${theme}\n${group}`;
      hits.set(key, (hits.get(key) ?? 0) + times);
      totals.set(theme, (totals.get(theme) ?? 0) + times);
    }
  }
  const groups = [...words.keys()].sort(order).slice(0, 60);
  const themes = [...totals].sort((a, b) => b[1] - a[1]).slice(0, most).map(([theme]) => theme);
  if (!groups.length || !themes.length) return note(t("Nothing found."));
  const name = (group) => by === "genre" || by === "group" ? groupName(group) : String(group);
  const columns = (by === "year" && !isNarrow() ? everyYear(groups.map((year) => ({ year }))).domain : groups).map(name);
  const cells = themes.flatMap((theme) => groups.map((group) => ({
    row: themeName(theme), theme, column: name(group),
    value: words.get(group) ? 1000 * (hits.get(`${theme}\n${group}`) ?? 0) / words.get(group) : 0,
  })));
  return el("div", {}, heatmap(t("Themes by {group}", { group: Object.fromEntries(groupings())[by] }), cells, { valueTitle: t("per 1,000 words"), step: 20, digits: ".1f", isCount: true, columns },
    (datum) => datum.theme !== undefined && change({ theme: datum.theme })),
    note(t("Terms of each theme for 1,000 words; grey: none; empty: no documents. A click filters by the theme.")));
}

/** Return the exact Poisson interval of a count by Wilson and Hilferty's approximation. */
function poisson(count) {
  const low = count ? count * (1 - 1 / (9 * count) - 1.96 / (3 * Math.sqrt(count))) ** 3 : 0;
  const more = count + 1;
  return [Math.max(low, 0), more * (1 - 1 / (9 * more) + 1.96 / (3 * Math.sqrt(more))) ** 3];
}

function trends(documents) {
  const dated = documents.filter((document) => document.year);
  const themes = counted(dated, (document) => [...document.themes.keys()]).map(([theme]) => theme);
  const chosen = state.theme !== null ? [state.theme] : (state.series ?? themes.slice(0, 2).join(",")).split(",").filter(Boolean).map(Number);
  const years = [...new Set(dated.map((document) => document.year))].sort();
  const values = chosen.flatMap((theme) => years.map((year) => {
    const here = dated.filter((document) => document.year === year);
    const size = here.reduce((sum, document) => sum + document.words, 0) / 1000;
    const count = here.reduce((sum, document) => sum + (document.themes.get(theme) ?? 0), 0);
    const [low, high] = poisson(count);
    return { theme: themeName(theme), year, documents: here.length, rate: count / size, low: low / size, high: high / size };
  }).filter((row) => Number.isFinite(row.rate)));
  if (!values.length) return note(t("No document has a date."));
  const pick = (at) => choice(at ? t("and") : t("Theme"), [["", "–"], ...themes.map((theme) => [theme, themeName(theme)])], chosen[at] ?? "", (theme) => {
    const next = [...chosen];
    next[at] = theme;
    change({ series: next.filter((each) => each !== "" && each !== undefined).join(",") });
  });
  return el("div", {}, state.theme === null ? el("div", { class: "tools" }, pick(0), pick(1), pick(2)) : null,
    chart(t("Trends"), {
      data: { values }, height: 260,
      encoding: { x: { field: "year", type: "quantitative", title: null, axis: { format: "d", tickMinStep: 1, tickCount: 12 }, scale: { zero: false } }, color: { field: "theme", title: null, legend: { orient: "bottom", symbolOpacity: 1 } } },
      layer: [
        { mark: { type: "rule", opacity: 0.45, strokeWidth: 5 }, encoding: { y: { field: "low", type: "quantitative", title: t("per 1,000 words") }, y2: { field: "high" } } },
        { mark: { type: "line", strokeWidth: 1.2, strokeDash: [4, 3] }, encoding: { y: { field: "rate", type: "quantitative" } } },
        { mark: { type: "point", filled: true, size: 50, opacity: 1 }, encoding: { shape: { field: "theme", title: null }, y: { field: "rate", type: "quantitative" }, tooltip: [{ field: "theme", title: t("Theme") }, { field: "year", title: t("year") }, { field: "rate", title: t("per 1,000 words"), format: ".2f" }, { field: "documents", title: t("documents") }] } },
      ],
    }), note(t("Bands are 95% Poisson intervals (Wilson and Hilferty), only in years with documents.")));
}

/** Return the words that set groups of `documents` apart: log-odds with an informative Dirichlet
 * prior (Monroe, Colaresi and Quinn 2008), as the library works them out, of the terms it ships. */
function typical(documents) {
  const { terms = [], sizes = [], counts = [] } = data.themes.counted ?? {};
  if (documents.length === data.documents.length || !terms.length) return data.themes.terms;
  const groupOf = new Map(documents.map((document) => [document.number, document.group]));
  const groups = [...new Set(groupOf.values())].sort(order);
  const size = new Map(groups.map((group) => [group, 0]));
  for (const [at, group] of groupOf) size.set(group, size.get(group) + sizes[at]);
  const whole = [...size.values()].reduce((sum, each) => sum + each, 0);
  const times = new Map(groups.map((group) => [group, new Array(terms.length).fill(0)]));
  const spread = new Map(groups.map((group) => [group, new Array(terms.length).fill(0)]));
  const all = new Array(terms.length).fill(0);
  for (const [at, term, count] of counts) {
    const group = groupOf.get(at);
    if (group === undefined) continue;
    times.get(group)[term] += count;
    spread.get(group)[term] += 1;
    all[term] += count;
  }
  const logOdds = (count, words, prior) => Math.log((count + prior) / (words + PRIOR - count - prior));
  return groups.length < 2 ? [] : groups.flatMap((group) => terms.map((term, at) => {
    const [here, elsewhere] = [times.get(group)[at], all[at] - times.get(group)[at]];
    const prior = Math.max(all[at], 1) / whole * PRIOR;
    const odds = logOdds(here, size.get(group), prior) - logOdds(elsewhere, whole - size.get(group), prior);
    const z = Math.round(1000 * odds / Math.sqrt(1 / (here + prior) + 1 / (elsewhere + prior))) / 1000;
    return { group, term, z, here, elsewhere, documents: spread.get(group)[at] };
  }).filter((row) => row.z > 0 && row.here + row.elsewhere >= LEAST).sort((a, b) => b.z - a.z).slice(0, 25));
}

const PRIOR = 500;
const LEAST = 3;

/** Return what a group is called: a document by its title, a genre by its name. */
function groupName(group) {
  const own = data.documents.find((document) => document.id === group);
  return own ? shortTitle(own) : genreName(String(group));
}

function keyness(documents) {
  const terms = typical(documents);
  const groups = [...new Set(terms.map((row) => row.group))];
  if (!groups.length) return note(data.themes.terms.length ? t("The filters leave only one group.")
    : t("Nothing parts the documents into groups that could be compared, such as their genre, source or year."));
  const largest = counted(documents, (document) => document.group).map(([each]) => each).find((each) => groups.includes(each));
  const group = groups.includes(state.group) ? state.group : largest ?? groups[0];
  const rows = terms.filter((row) => row.group === group);
  return el("div", {}, el("div", { class: "tools" }, choice(t("Group"), groups.map((each) => [each, groupName(each)]), group, (value) => change({ group: value }))),
    columns(bars(t("Words typical of {group}", { group: groupName(group) }), rows.slice(0, 20).map((row) => ({ name: row.term, value: row.z })), t("{group}, beside all others (z)", { group: groupName(group) }), (datum) => change({ term: datum.name })),
      table("keyness", [
        { title: t("Term"), value: (row) => row.term, show: (row) => link(row.term, "themes", null, { term: row.term, group }) },
        { title: "z", number: true, value: (row) => row.z }, { title: t("Here"), number: true, value: (row) => row.here },
        { title: t("Elsewhere"), number: true, value: (row) => row.elsewhere }, { title: t("Documents"), number: true, value: (row) => row.documents },
      ], rows)), note(t("The documents that the filters leave are compared, by the words that are typical of a group among all.")));
}

function similarity(documents) {
  const kept = new Set(documents.map((document) => document.number));
  const name = (number) => data.documents[number].id;
  const { order: places = [], square = [], tree = null, alike = [] } = data.themes;
  const cells = places.flatMap((one, row) => places.map((other, column) => ({ row: name(one), column: name(other), one, other, value: square[row][column] })))
    .filter((cell) => kept.has(cell.one) && kept.has(cell.other));
  const known = new Set(alike.map(([one, other]) => `${one} ${other}`));
  const pairs = alike.filter(([one, other]) => kept.has(one) && kept.has(other) && (one < other || !known.has(`${other} ${one}`)))
    .sort((a, b) => b[2] - a[2]);
  const told = cells.length ? t("Cosine of the documents' word weights. Documents stand in the order of their clusters; the tree above joins them, the sooner the more alike they are.")
    : t("Cosine of the documents' word weights, of each document with those most like it.");
  return el("div", {}, cells.length ? chart(t("Similarity"), {
      vconcat: [dendrogram(pruned(tree, kept), 15), heatmapSpec(cells, { valueTitle: t("cosine"), step: 15, isClicked: true })], spacing: 2,
    }, (datum) => datum.one !== undefined && go("texts", datum.one)) : null,
    note(told),
    table("alike", [
      { title: t("Document"), value: ([one]) => data.documents[one].title, show: ([one]) => documentLink(one) },
      { title: t("Document"), value: ([, other]) => data.documents[other].title, show: ([, other]) => documentLink(other) },
      { title: t("Cosine"), number: true, value: ([, , value]) => value },
    ], pairs));
}

/** Return the tree of the documents that are left: each a number, or a height and two trees. */
function pruned(tree, kept) {
  if (!Array.isArray(tree)) return kept.has(tree) ? tree : null;
  const [left, right] = [pruned(tree[1], kept), pruned(tree[2], kept)];
  return left === null ? right : right === null ? left : [tree[0], left, right];
}

/** Return how the clusters of a tree are joined, over the columns of its leaves. */
function dendrogram(tree, step) {
  const corners = [];
  let leaves = 0;
  let joins = 0;
  const stand = (node) => {
    if (!Array.isArray(node)) return [leaves++ + 0.5, 0];
    const [[left, low], [right, lower]] = [stand(node[1]), stand(node[2])];
    const join = joins++;
    for (const [at, [x, y]] of [[left, low], [left, node[0]], [right, node[0]], [right, lower]].entries()) corners.push({ join, at, x, y });
    return [(left + right) / 2, node[0]];
  };
  const [, highest] = stand(tree);
  const lowest = Math.min(...corners.map(({ y }) => y).filter(Boolean), highest);
  const foot = Math.max(0, lowest - 0.15 * (highest - lowest) - 0.01); // below it nothing is joined
  return {
    data: { values: corners }, width: leaves * step, height: 90, mark: { type: "line", clip: true, color: palette[0], strokeWidth: 1.2, strokeJoin: "miter" },
    encoding: {
      x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, leaves], nice: false } },
      y: { field: "y", type: "quantitative", title: t("1 - cosine"), axis: { tickCount: 3, grid: false }, scale: { domain: [foot, highest], nice: false } },
      detail: { field: "join" }, order: { field: "at" },
    },
  };
}

function passages(documents) {
  const kept = new Set(documents.map((document) => document.number));
  const rows = data.themes.passages.map((passage) => ({ ...passage, places: passage.places.filter(([at]) => kept.has(at)) })).filter((passage) => passage.places.length > 1);
  if (!rows.length) return note(t("Nothing found."));
  const values = rows.slice(0, 25).flatMap((passage, number) => passage.places.map(([at]) => ({ passage: `${number + 1}. ${passage.text.slice(0, 40)}…`, date: data.documents[at].date, told: dated(data.documents[at].date), document: at, title: data.documents[at].title }))).filter((row) => row.date);
  return el("div", {}, values.length ? chart(t("Shared passages over time"), {
    data: { values }, height: { step: 20 },
    encoding: { y: { field: "passage", type: "nominal", sort: null, title: null, axis: { labelLimit: labelRoom(300) } }, x: { field: "date", type: "temporal", title: null, axis: timeAxis(values.map((row) => row.date)) } },
    layer: [{ mark: { type: "line", color: "#999999" }, encoding: { detail: { field: "passage" } } },
      { mark: { type: "point", filled: true, size: 60, color: palette[0], cursor: "pointer", opacity: 1 }, encoding: { tooltip: [{ field: "title", title: t("Document") }, { field: "told", title: t("Date") }] } }],
  }, (datum) => datum.document !== undefined && go("texts", datum.document)) : null,
  table("passages", [
    { title: t("Passage, in one of its forms"), value: (passage) => passage.text },
    { title: t("Documents"), number: true, value: (passage) => passage.places.length },
    { title: t("Times"), number: true, value: (passage) => passage.places.reduce((sum, [, times]) => sum + times, 0) },
    { title: t("Where"), value: (passage) => passage.places.map(([at]) => data.documents[at].id).join("; "),
      show: (passage) => el("span", {}, ...passage.places.flatMap(([at]) => [documentLink(at), el("br")])) },
  ], rows));
}

function context(documents) {
  if (!data.whole) return leftOut(t("The texts are left out of a page of so many documents."));
  const place = el("div", { "aria-live": "polite" });
  const field = el("input", { type: "search", value: state.term ?? "", placeholder: t("Term"), "aria-label": t("Term"), change: (event) => change({ term: event.target.value }) });
  if (state.term) showContext(documents, state.term, place);
  return el("div", {}, el("div", { class: "tools" }, field), place);
}

async function showContext(documents, term, place) {
  const all = await lookInside();
  const wanted = term.normalize("NFC").toLowerCase();
  const rows = [];
  for (const document of documents) {
    const text = all[document.number].text;
    const low = text.toLowerCase();
    if (low.length !== text.length) continue;
    for (let at = low.indexOf(wanted); at >= 0 && rows.length < 2000; at = low.indexOf(wanted, at + wanted.length)) {
      rows.push({ document, at, left: text.slice(Math.max(0, at - 70), at), term: text.slice(at, at + wanted.length), right: text.slice(at + wanted.length, at + wanted.length + 70) });
    }
  }
  place.replaceChildren(table("context", [
    { title: t("Before"), number: true, value: (row) => row.left.replace(/\s+/g, " ") },
    { title: t("Term"), value: (row) => row.term },
    { title: t("After"), value: (row) => row.right.replace(/\s+/g, " ") },
    { title: t("Date"), value: (row) => row.document.date },
    { title: t("Document"), value: (row) => row.document.title, show: (row) => documentLink(row.document.number) },
  ], rows));
}
