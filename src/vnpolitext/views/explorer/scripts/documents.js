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
    { title: t("Genre"), value: (document) => document.genre },
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
  return el("div", {}, el("div", { class: "tools" }, chosen), network(t("Citation network"), [...nodes.values()], edges));
}

function shortTitle(document) {
  const own = data.citations.own[document.id];
  const title = own !== undefined ? data.citations.cited[own].label : document.title;
  return title.length > 34 ? `${title.slice(0, 33)}…` : title;
}

function chains(documents) {
  const kept = new Set(documents.map((document) => document.number));
  const found = data.citations.chains.filter((links) => links.some((each) => each.document === null || kept.has(each.document)));
  if (!found.length) return note(t("No document is said to carry out another."));
  const at = Math.min(Number(state.chain ?? 0), found.length - 1);
  const chosen = choice(t("First document"), found.map((links, number) => [number, `${chainName(links[0])} (${links.length - 1})`]), at, (chain) => change({ chain }));
  return el("div", {}, el("div", { class: "tools" }, chosen), chain(found[at]));
}

function chainName(each) {
  if (each.cited !== null && each.cited !== undefined) return data.citations.cited[each.cited].label;
  return each.document !== null ? data.documents[each.document].title : each.key;
}

function chainLink(each) {
  if (each.document !== null) return documentLink(each.document);
  return each.cited !== null && each.cited !== undefined ? citedLink(each.cited) : each.key;
}

function chain(links) {
  const rows = links.filter((each) => each.issued?.length === 10);
  const place = new Map(rows.map((each, number) => [each.key, number]));
  const points = rows.map((each, number) => ({ number, name: chainName(each), issued: each.issued, depth: each.depth, total: each.total, view: each.document === null ? "cited" : "texts", at: each.document ?? each.cited }));
  const lines = rows.filter((each) => place.has(each.parent)).flatMap((each, pair) =>
    [rows[place.get(each.parent)], each].map((end) => ({ pair, issued: end.issued, number: place.get(end.key) })));
  const days = rows.map((each) => Date.parse(each.issued));
  const middle = rows.length ? new Date((Math.min(...days) + Math.max(...days)) / 2).toISOString().slice(0, 10) : "";
  const drawing = rows.length > 1 ? chart(t("Chain of implementation"), {
    height: { step: 24 },
    encoding: {
      y: { field: "number", type: "ordinal", axis: null },
      x: { field: "issued", type: "temporal", title: null, scale: { nice: true }, axis: { format: "%m/%Y" } },
    },
    layer: [
      { data: { values: lines }, mark: { type: "line", color: "#999999", strokeWidth: 1.2 }, encoding: { detail: { field: "pair" }, x: { field: "issued", type: "temporal" } } },
      { data: { values: points }, mark: { type: "point", filled: true, size: 90, cursor: "pointer", opacity: 1 },
        encoding: { color: { field: "depth", type: "ordinal", title: t("steps"), scale: { range: palette }, legend: { orient: "bottom" } },
          tooltip: [{ field: "name", title: " " }, { field: "issued", title: t("Issued") }, { field: "total", title: t("Days since the first") }] } },
      ...["left", "right"].map((align) => ({
        data: { values: points.filter((point) => (point.issued > middle) === (align === "right")) },
        mark: { type: "text", align, dx: align === "left" ? 9 : -9, limit: 340 }, encoding: { text: { field: "name" } } })),
    ],
  }, (datum) => datum.view && datum.at !== undefined && go(datum.view, datum.at)) : null;
  return el("div", {}, drawing, table("chain", [
    { title: t("Document"), value: (each) => chainName(each), show: (each) => el("span", { style: `padding-left:${each.depth}rem` }, chainLink(each)) },
    { title: t("About"), value: (each) => each.title },
    { title: t("Issuer"), value: (each) => each.issuer },
    { title: t("Issued"), value: (each) => each.issued },
    { title: t("Days since the one above"), number: true, value: (each) => each.lag },
    { title: t("Days since the first"), number: true, value: (each) => each.total },
  ], links));
}

views.cited = () => {
  const cited = data.citations.cited[Number(state.id)];
  if (!cited) return [note(t("Nothing found."))];
  const rows = data.documents.flatMap((document) => document.cites
    .filter((each) => each.cited === cited.number).map((each) => ({ document, ...each })));
  const links = data.citations.chains.find((each) => each[0].cited === cited.number);
  const doers = data.citations.doers.filter(([source, target]) => source === cited.number || target === cited.number);
  return [
    el("p", {}, link(`← ${t("Documents")}`, "documents")),
    section(cited.label, facts([[t("About"), cited.title], [t("Kind"), cited.kind], [t("Issuer"), cited.issuer], [t("Issued"), cited.issued], [t("Term"), cited.term],
      [t("In the corpus"), cited.own !== null ? documentLink(cited.own) : ""],
      [t("Uncertain"), cited.open ? t("the texts do not decide which document is meant") : ""]])),
    section(t("Who cites it"),
      rows.some((row) => row.document.year) ? chart(t("Citations over time"), {
        data: { values: rows.filter((row) => row.document.year).map((row) => ({ year: row.document.year, relation: named(row.relation), times: row.times })) },
        height: 160, mark: "bar", encoding: { x: { field: "year", type: "ordinal", title: null }, y: { aggregate: "sum", field: "times", title: t("times") }, color: { field: "relation", title: null } },
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
    links ? section(t("How it is carried out"), chain(links)) : null,
  ];
};
