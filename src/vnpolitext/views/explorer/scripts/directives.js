"use strict";
// Directives: the outline of a document, who is to do what by when, and what became of items.

views.directives = () => {
  if (!data.inside) return [leftOut(t("Items are left out of a page of so many documents."))];
  const documents = shown().filter((document) => document.items);
  if (!documents.length) return [note(t("Nothing found."))];
  const all = documents.flatMap((document) => inside[document.number].items
    .map((item, at) => ({ document, item, at })).filter(({ item }) => item.orders));
  const orders = all.filter(({ item }) => (!state.actor || item.actors.includes(state.actor)) &&
    (!state.due || item.deadlines.some((deadline) => monthOf(deadline) === state.due)));
  return [
    section(t("Deadlines"), chosenOrders(all, orders), calendar(orders)),
    section(t("Who is to act"), actors(orders)),
    section(t("Tasks and goals"), assignments(orders)),
    section(t("Outline"), outline(documents)),
    section(t("What became of items"), alignment(documents)),
  ];
};

/** Return the month of a deadline, or its quarter or year where the text says no more; else null. From when
 * something is to be done is no deadline. */
function monthOf(deadline) {
  return /^\d{4}/.test(deadline.due ?? "") && deadline.relation !== "from" ? deadline.due.slice(0, 7) : null;
}

/** Return by when something is to be done: a day where there is one, else the words of the text. */
function byWhen(deadline) {
  return monthOf(deadline) ? dated(deadline.due) : deadline.text;
}

/** Offer the actors and the months to choose from; a click on a chart chooses them, too. */
function chosenOrders(all, orders) {
  const pairs = (values) => [["", t("all")], ...values.map(([value, n]) => [value, `${value} (${n})`])];
  const months = counted(all, ({ item }) => item.deadlines.map(monthOf)).sort((a, b) => order(a[0], b[0]));
  return el("div", { class: "tools" },
    choice(t("Who"), pairs(counted(all, ({ item }) => item.actors).slice(0, 300)), state.actor, (actor) => change({ actor })),
    choice(t("By"), pairs(months), state.due, (due) => change({ due })),
    el("span", { class: "note", role: "status" }, t("{shown} of {all}", { shown: written(orders.length), all: written(all.length) })));
}

function calendar(orders) {
  const due = orders.flatMap(({ document, item }) => item.deadlines
    .filter((deadline) => monthOf(deadline)).map((deadline) => ({ document, item, deadline })));
  if (!due.length) return note(t("No task has a date."));
  const column = (month) => month.includes("Q") ? t("quarter {n}", { n: month.at(-1) }) : month.length >= 7 ? month.slice(5, 7) : t("year");
  const cells = counted(due, ({ deadline }) => monthOf(deadline))
    .map(([month, value]) => ({ month, row: month.slice(0, 4), column: column(month), value })).sort((a, b) => a.row.localeCompare(b.row) || a.column.localeCompare(b.column));
  const others = [...new Set(cells.map((cell) => cell.column))].filter((column) => !/^\d/.test(column)).sort();
  const months = [...Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0")), ...others];
  return el("div", {}, chart(t("Deadlines"), {
    data: { values: cells }, width: { step: 34 }, height: { step: 24 },
    mark: { type: "rect", cursor: "pointer" },
    encoding: {
      y: { field: "row", type: "ordinal", title: t("year"), scale: { domain: everyYear(cells.map((cell) => ({ year: Number(cell.row) }))).domain.map(String) } },
      x: { field: "column", type: "ordinal", scale: { domain: months }, title: t("month"), axis: { labelAngle: -40 } },
      color: { field: "value", type: "quantitative", title: t("tasks"), scale: { domainMin: 0 }, legend: { tickMinStep: 1, format: "d" } },
      tooltip: [{ field: "row", title: t("year") }, { field: "column", title: t("month") }, { field: "value", title: t("tasks") }],
    },
  }, (datum) => datum.month && change({ due: datum.month })), table("deadlines", [
    { title: t("By"), value: ({ deadline }) => deadline.due },
    { title: t("As written"), value: ({ deadline }) => deadline.text },
    { title: t("Item"), value: ({ item }) => `${item.marker} ${item.text}` },
    { title: t("Document"), value: ({ document }) => document.title, show: ({ document }) => documentLink(document.number) },
  ], due.sort((a, b) => a.deadline.due.localeCompare(b.deadline.due))));
}

function actors(orders) {
  const rows = counted(orders, ({ item }) => item.actors).slice(0, 20).map(([name, value]) => ({ name, value }));
  return rows.length ? bars(t("Who is to act"), rows, t("tasks"), (datum) => datum.name && change({ actor: datum.name })) : note(t("Nothing found."));
}

function assignments(orders) {
  return table("assignments", [
    { title: t("Who"), value: ({ item }) => item.actors.join("; ") },
    { title: t("Item"), value: ({ item }) => `${item.marker} ${item.text}` },
    { title: t("Role"), value: ({ item }) => named(item.role) },
    { title: t("By"), value: ({ item }) => item.deadlines.map(byWhen).join("; ") },
    { title: t("How much"), value: ({ item }) => item.targets.join("; ") },
    { title: t("Strength"), number: true, value: ({ item }) => item.strength },
    { title: t("Document"), value: ({ document }) => document.title, show: ({ document, at }) => documentLink(document.number, { at: `directive-${at}` }) },
  ], orders, { search: "q" });
}

function outline(documents) {
  const chosen = documents.find((document) => document.number === Number(state.document)) ?? documents[0];
  const { items } = inside[chosen.number];
  return el("div", {},
    el("div", { class: "tools" }, choice(t("Document"), documents.map((document) => [document.number, document.title]), chosen.number, (document) => change({ document }))),
    el("ul", { class: "outline" }, ...items.map((item, at) => el("li", { style: `padding-left:${1.5 * item.level}rem` },
      link(item.marker, "texts", chosen.number, { at: `directive-${at}` }), ` ${item.text}`,
      item.orders ? el("span", { class: "tag" }, named(item.role)) : null,
      ...item.actors.slice(0, 3).map((actor) => el("span", { class: "tag" }, actor)),
      ...item.deadlines.slice(0, 2).map((deadline) => el("span", { class: "tag" }, byWhen(deadline)))))));
}

function alignment(documents) {
  const left = new Set(documents.map((document) => document.number));
  const pairs = [...data.alignments.entries()].filter(([, pair]) => left.has(pair.a) && left.has(pair.b));
  if (!pairs.length) return note(t("No document of the corpus is said to carry out another one."));
  const [at, { a, b, rows }] = pairs.find(([number]) => number === Number(state.pair)) ?? pairs[0];
  const text = (document, number) => number === null ? "" : `${inside[document].items[number].marker} ${inside[document].items[number].text}`;
  const ordered = [...rows].sort((one, other) => (one[0] ?? 1e6 + one[1]) - (other[0] ?? 1e6 + other[1]));
  return el("div", {},
    el("div", { class: "tools" }, choice(t("Documents"), pairs.map(([number, pair]) => [number, `${shortTitle(data.documents[pair.a])} → ${shortTitle(data.documents[pair.b])}`]), at, (pair) => change({ pair }))),
    el("p", {}, documentLink(a), " → ", documentLink(b)),
    table("alignment", [
      { title: shortTitle(data.documents[a]), value: (row) => text(a, row[0]) },
      { title: shortTitle(data.documents[b]), value: (row) => text(b, row[1]) },
      { title: t("What became of it"), value: (row) => named(row[2]) },
      { title: t("Likeness"), number: true, value: (row) => row[3] || null },
    ], ordered));
}
