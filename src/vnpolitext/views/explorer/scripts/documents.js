"use strict";
// Documents: those of the corpus, those they cite, and how one is carried out by others.

views.documents = () => {
  const documents = shown();
  return [
    section(t("Documents"), documentTable(documents)),
    section(t("Cited documents"), citedTable(documents)),
    section(t("Citation network"), citationNetwork(documents)),
    section(t("Chains of implementation"), chains(documents)),
  ];
};

function documentTable(documents, more = {}) {
  return table("documents", [
    { title: t("Title"), value: (document) => document.title, show: (document) => documentLink(document.number, more) },
    { title: t("Date"), value: (document) => document.date },
    { title: t("Source"), value: (document) => document.source },
    { title: t("Genre"), value: (document) => genreName(document.genre) },
    { title: t("Officials"), number: true, value: (document) => document.officials },
    { title: t("Citations"), number: true, value: (document) => document.cites.length },
    { title: t("Tasks and goals"), number: true, value: (document) => document.orders },
  ], documents, { search: "q" });
}

function citedTable(documents) {
  const found = new Map();
  for (const document of documents) for (const { cited, relation, times } of document.cites) {
    const row = found.get(cited) ?? { cited: data.citations.cited[cited], documents: new Set(), times: 0, relations: new Map() };
    row.documents.add(document.number);
    row.times += times;
    row.relations.set(relation, (row.relations.get(relation) ?? 0) + times);
    found.set(cited, row);
  }
  const rows = [...found.values()].sort((a, b) => b.documents.size - a.documents.size);
  return table("cited", [
    { title: t("Document"), value: (row) => row.cited.label, show: (row) => citedLink(row.cited.number) },
    { title: t("About"), value: (row) => row.cited.title },
    { title: t("Issuer"), value: (row) => row.cited.issuer },
    { title: t("Issued"), value: (row) => row.cited.issued },
    { title: t("What is done with it"), value: (row) => relations(row.relations) },
    { title: t("Times"), number: true, value: (row) => row.times },
    { title: t("Documents"), number: true, value: (row) => row.documents.size },
  ], rows, { search: "c" });
}

function relations(counts) {
  const told = [...counts].filter(([relation]) => relation !== "mentions");
  return (told.length ? told : [...counts]).sort((a, b) => b[1] - a[1]).map(([relation, n]) => `${named(relation)} (${n})`).join(", ");
}

function citationNetwork(documents) {
  const kind = state.relation ?? "";
  const all = counted(documents, (document) => document.cites.map((each) => each.relation));
  const nodes = new Map();
  const edges = [];
  for (const document of documents) for (const { cited, relation, times } of document.cites) {
    if (kind && relation !== kind) continue;
    const target = data.citations.cited[cited];
    const own = target.own !== null ? `d${target.own}` : `c${cited}`;
    nodes.set(`d${document.number}`, { id: `d${document.number}`, name: shortTitle(document), kind: t("of the corpus"), view: "texts", number: document.number });
    if (!nodes.has(own)) nodes.set(own, target.own !== null
      ? { id: own, name: shortTitle(data.documents[target.own]), kind: t("of the corpus"), view: "texts", number: target.own }
      : { id: own, name: target.label, kind: t("only cited"), view: "cited", number: cited });
    edges.push({ source: `d${document.number}`, target: own, weight: times, kind: named(relation) });
  }
  const chosen = choice(t("Relation"), [["", t("all")], ...all.map(([relation, n]) => [relation, `${named(relation)} (${n})`])], kind, (relation) => change({ relation }));
  return el("div", {}, el("div", { class: "tools" }, chosen), network(t("Citation network"), [...nodes.values()], edges, { directed: true }));
}

function shortTitle(document) {
  const own = data.citations.own[document.id];
  const title = own !== undefined ? data.citations.cited[own].label : document.title;
  return title.length > 34 ? `${title.slice(0, 33)}…` : title;
}

function chains(documents) {
  const found = [...data.citations.chains.entries()].map(([number, links]) => [number, leftLinks(links, documents)])
    .filter(([, links]) => links.length > 1);
  if (!found.length) return note(t("No document is said to carry out another."));
  const [at, links] = found.find(([number]) => number === Number(state.chain)) ?? found[0];
  const chosen = choice(t("First document"), found.map(([number, each]) => [number, `${chainName(each[0])} (${each.length - 1})`]), at, (chain) => change({ chain }));
  return el("div", {}, el("div", { class: "tools" }, chosen), chain(links));
}

/** Return the links that the documents are or tell of, and those that these carry out. */
function leftLinks(links, documents) {
  if (documents.length === data.documents.length) return links;
  const here = new Set(documents.map((document) => document.number));
  const told = new Set(documents.flatMap((document) => document.cites.map((each) => each.cited)));
  const byKey = new Map(links.map((each) => [each.key, each]));
  const left = new Set();
  for (const each of links.slice(1)) if (each.document === null ? told.has(each.cited) : here.has(each.document)) {
    for (let at = each; at && !left.has(at); at = byKey.get(at.parent)) left.add(at);
  }
  return links.filter((each) => left.has(each));
}

function chainName(each) {
  if (each.cited !== null && each.cited !== undefined) return data.citations.cited[each.cited].label;
  return each.document !== null ? data.documents[each.document].title : each.key;
}

function chainLink(each) {
  if (each.document !== null) return link(chainName(each), "texts", each.document);
  return each.cited !== null && each.cited !== undefined ? citedLink(each.cited) : each.key;
}

/** Return the links as they hang below one another: each behind the one that it carries out. */
function hung(links, parent) {
  return links.filter((each) => (links.some(({ key }) => key === each.parent) ? each.parent : null) === parent)
    .flatMap((each) => [each, ...hung(links, each.key)]);
}

function chain(links) {
  const isDated = (each) => each.issued?.length === 10;
  const rows = hung(links, null);
  const days = new Map();
  for (const each of rows) days.set(each.key, isDated(each) ? each.issued : days.get(each.parent) ?? null);
  const drawn = rows.filter((each) => days.get(each.key));
  const place = new Map(drawn.map((each, number) => [each.key, number]));
  const points = drawn.map((each, number) => ({ number, name: chainName(each), day: days.get(each.key), known: isDated(each), issued: dated(each.issued), depth: each.depth, total: each.total, view: each.document === null ? "cited" : "texts", at: each.document ?? each.cited }));
  const lines = drawn.filter((each) => place.has(each.parent)).flatMap((each, pair) => {
    const [above, own] = [days.get(each.parent), days.get(each.key)];
    const [from, to] = [place.get(each.parent), place.get(each.key)];
    return [[above, from], [above, to], [own, to]].map(([day, number], corner) => ({ pair, corner, day, number }));
  });
  const times = points.map((point) => Date.parse(point.day));
  const first = Math.min(...times);
  const dayOf = (time) => { const day = new Date(time); return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate() }; };
  const room = Math.max(300, pageWidth() - 90); // pixels
  const share = (name) => Math.max(0.3, 1 - Math.min(6.6 * name.length + 20, 440) / room); // before a name
  const span = Math.max(...points.map(({ name }, at) => (times[at] - first) / share(name)), 60 * 864e5);
  const y = { field: "number", type: "ordinal", axis: null };
  const x = { field: "day", type: "temporal", title: null, scale: { domain: [dayOf(first - span / 60), dayOf(first + span)], nice: false }, axis: { format: span > 3 * 366 * 864e5 ? "%Y" : "%m/%Y", tickCount: isNarrow() ? 4 : 8, labelOverlap: true, labelExpr: `datum.value > ${Math.max(...times) + span / 8} ? '' : datum.label` } };
  const point = { color: { field: "depth", type: "ordinal", title: t("steps"), scale: { range: palette }, legend: { orient: "bottom" } },
    tooltip: [{ field: "name", title: " " }, { field: "issued", title: t("Issued") }, { field: "total", title: t("Days since the first") }] };
  const drawing = points.length > 1 ? chart(t("Chain of implementation"), {
    height: { step: 24 },
    encoding: { y, x },
    layer: [
      { data: { values: lines }, mark: { type: "line", color: "#999999", strokeWidth: 1.2 }, encoding: { detail: { field: "pair" }, order: { field: "corner" } } },
      ...[true, false].map((known) => ({ data: { values: points.filter((each) => each.known === known) }, mark: { type: "point", filled: known, size: 90, cursor: "pointer", opacity: 1 }, encoding: point })),
      { data: { values: points }, mark: { type: "text", align: "left", dx: 9, limit: Math.min(420, 0.7 * room - 20) }, encoding: { text: { field: "name" } } },
    ],
  }, (datum) => datum.view && datum.at !== undefined && go(datum.view, datum.at)) : null;
  const unknown = points.some((each) => !each.known) ? note(t("A ring: the day is not known.")) : null;
  return el("div", {}, drawing, unknown, table("chain", [
    { title: t("Document"), value: (each) => chainName(each), show: (each) => el("span", { style: `padding-left:${each.depth}rem` }, chainLink(each)) },
    { title: t("About"), value: (each) => each.title === chainName(each) ? null : each.title },
    { title: t("Issuer"), value: (each) => each.issuer },
    { title: t("Issued"), value: (each) => each.issued },
    { title: t("Days since the one above"), number: true, value: (each) => each.lag },
    { title: t("Days since the first"), number: true, value: (each) => each.total },
  ], rows));
}

views.cited = () => {
  const cited = data.citations.cited[Number(state.id)];
  if (!cited) return [note(t("Nothing found."))];
  const documents = shown();
  const left = kept();
  const citing = (among) => among.flatMap((document) => document.cites
    .filter((each) => each.cited === cited.number).map((each) => ({ document, ...each })));
  const rows = citing(documents);
  const perYear = rows.filter((row) => row.document.year).map((row) => ({ year: row.document.year, relation: named(row.relation), times: row.times }));
  const links = leftLinks(data.citations.chains.find((each) => each[0].cited === cited.number) ?? [], documents);
  const doers = data.citations.doers.filter(([source, target, , said]) => left.has(said) && (source === cited.number || target === cited.number));
  return [
    el("p", {}, link(`← ${t("Documents")}`, "documents")),
    section(cited.label, facts([[t("About"), cited.title], [t("Kind"), cited.kind], [t("Issuer"), cited.issuer], [t("Issued"), cited.issued], [t("Term of office"), cited.term],
      [t("In the corpus"), cited.own !== null ? documentLink(cited.own) : ""],
      [t("Uncertain"), cited.open ? t("the texts do not decide which document is meant") : ""]])),
    section(t("Who cites it"), leftNote(rows.length, citing(data.documents).length),
      perYear.length ? chart(t("Citations over time"), {
        data: { values: perYear }, height: 160, mark: "bar", ...widthOfYears(everyYear(perYear).domain),
        encoding: { x: { field: "year", type: "ordinal", title: null, scale: everyYear(perYear), axis: { labelOverlap: true } }, y: { aggregate: "sum", field: "times", title: t("times") }, color: { field: "relation", title: null } },
      }) : null,
      table("cited-by", [
        { title: t("Document"), value: (row) => row.document.title, show: (row) => documentLink(row.document.number, { at: `citation-${cited.number}` }) },
        { title: t("Date"), value: (row) => row.document.date },
        { title: t("Source"), value: (row) => row.document.source },
        { title: t("What is done with it"), value: (row) => named(row.relation) },
        { title: t("Times"), number: true, value: (row) => row.times },
      ], rows)),
    doers.length ? section(t("What documents do with one another"), el("ul", {}, ...doers.map(([source, target, relation, said]) =>
      el("li", {}, citedLink(source), ` ${named(relation)} `, citedLink(target), " — ", documentLink(said))))) : null,
    links.length > 1 ? section(t("How it is carried out"), chain(links)) : null,
  ];
};
