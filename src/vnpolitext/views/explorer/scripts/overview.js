"use strict";
// What the corpus is: how many documents, when, of whom, about what.

const views = {};

views.overview = () => {
  const documents = shown();
  const dated = documents.filter((document) => document.year);
  const people = counted(documents, (document) => document.people);
  const officials = people.filter(([number]) => data.people[number].offices.length);
  const cited = counted(documents, (document) => document.cites.map((each) => each.cited));
  const units = counted(documents, (document) => [...document.units.keys()]);
  const orders = documents.reduce((sum, document) => sum + document.orders, 0);
  return [
    cards([
      [documents.length, t("documents")], [people.length, t("persons")], [officials.length, t("office holders")],
      [cited.length, t("cited documents")], [units.length, t("places")], [orders, t("tasks and goals")],
      [documents.reduce((sum, document) => sum + document.said, 0), t("statements")],
    ]),
    section(t("The corpus"), note(aboutCorpus(documents, dated)), data.whole ? null
      : leftOut(data.inside ? t("The page has the tables, items and statements of all documents; their texts are left out, because they are too long for one page.")
        : t("The page has the tables of all documents; texts and items are left out, because they are too many for one page."))),
    columns(
      section(t("Documents over time"), dated.length ? overTime(dated) : note(t("No document has a date."))),
      section(t("Sources"), bars(t("Documents by source"), leading(counted(documents, (document) => document.source ?? t("not known"))), t("documents"),
        (datum) => documents.some((each) => each.source === datum.name) && change({ source: datum.name }))),
    ),
    section(t("Themes by year"), themesByGroup(documents, "year", 18)),
    columnsOf("four",
      topTable(t("People most named"), "people", officials, personLink),
      topTable(t("Documents most cited"), "cited", cited, citedLink),
      topTable(t("Places most named"), "places", units, (number) => el("span", {}, unitLink(number), el("span", { class: "tag" }, unitTimes(data.places.units[number])))),
      section(t("Genres"), bars(t("Documents by genre"), leading(counted(documents, (document) => genreName(document.genre) ?? t("not known"))), t("documents"))),
    ),
  ];
};

function aboutCorpus(documents, dated) {
  const years = dated.map((document) => document.year);
  const parts = [t("{n} documents with {letters} characters.", {
    n: written(documents.length), letters: written(documents.reduce((sum, document) => sum + document.size, 0)),
  })];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length) parts.push(first === last ? t("All dates are of {year}.", { year: first }) : t("From {first} to {last}.", { first, last }));
  if (dated.length < documents.length) parts.push(t("{n} have no date.", { n: written(documents.length - dated.length) }));
  return parts.join(" ");
}

function leading(pairs, count = 15) {
  return pairs.slice(0, count).map(([name, value]) => ({ name, value }));
}

function topTable(title, name, pairs, show) {
  const rows = pairs.slice(0, 12).map(([number, count]) => ({ number, count }));
  const head = el("thead", {}, el("tr", {}, el("th", { scope: "col" }, ""), el("th", { class: "number", scope: "col" }, t("documents"))));
  return section(title, rows.length ? el("table", { class: "top" }, head, el("tbody", {}, ...rows.map((row) =>
    el("tr", {}, el("td", {}, show(row.number)), el("td", { class: "number" }, written(row.count)))))) : note(t("Nothing found.")),
    el("p", {}, link(t("All"), name === "cited" ? "documents" : name)));
}

function overTime(documents) {
  const kindOf = (document) => genreName(document.genre) ?? document.source ?? t("not known");
  const kinds = counted(documents, kindOf).slice(0, 7).map(([kind]) => kind);
  const values = documents.map((document) => {
    const kind = kindOf(document);
    return { year: document.year, kind: kinds.includes(kind) ? kind : t("other") };
  });
  const years = everyYear(values);
  return chart(t("Documents over time"), {
    data: { values }, height: 260, ...widthOfYears(years.domain), mark: "bar",
    encoding: {
      x: { field: "year", type: "ordinal", title: null, scale: years, axis: { labelAngle: -45, labelOverlap: true } },
      y: { aggregate: "count", title: t("documents"), axis: { tickMinStep: 1 } },
      color: { field: "kind", title: null, legend: { orient: "bottom", columns: 2, labelLimit: 190 } },
      tooltip: [{ field: "year", title: t("year") }, { field: "kind", title: t("genre") }, { aggregate: "count", title: t("documents") }],
    },
  }, (datum) => datum.year && change({ from: datum.year, to: datum.year }));
}
