"use strict";
// Places: provinces of the day one chooses, units below them, and what became of each.

views.places = () => {
  if (state.id !== null) return unitPage(Number(state.id));
  const documents = shown();
  const counts = new Map();
  for (const document of documents) for (const [unit, times] of document.units) {
    const row = counts.get(unit) ?? { unit: data.places.units[unit], times: 0, documents: 0 };
    row.times += times;
    row.documents += 1;
    counts.set(unit, row);
  }
  const rows = [...counts.values()].sort((a, b) => b.times - a.times);
  const day = state.day ?? "after";
  const provinces = provinceCounts(rows, day);
  const open = new Map(data.places.open);
  const unlinked = documents.reduce((sum, document) => sum + (open.get(document.number) ?? 0), 0);
  return [
    section(t("Provinces"),
      el("div", { class: "tools" }, choice(t("Units of"), [["before", t("30 June 2025 (63 provinces)")], ["after", t("1 July 2025 (34 provinces)")]], day, (value) => change({ day: value }))),
      columns(map(rows, provinces, day), bars(t("Mentions by province"), provinces.slice(0, 30).map(({ name, value }) => ({ name, value })), t("mentions"),
        (datum) => change({ place: datum.name }))),
      note(t("Mentions of lower units count for their province; a unit that was parted counts in parts. Dots are units below the province, larger where they are named more often.")),
      unlinked ? note(t("{n} mentions are not linked to a unit, because the texts do not decide.", { n: written(unlinked) })) : null),
    section(t("Before and after July 2025"), beforeAfter(rows)),
    section(t("Units"), table("units", [
      { title: t("Unit"), value: (row) => unitName(row.unit), show: (row) => unitLink(row.unit.number) },
      { title: t("Level"), value: (row) => named(row.unit.level) },
      { title: t("Province"), value: (row) => row.unit.then },
      { title: t("Code"), value: (row) => row.unit.code },
      { title: t("From"), value: (row) => row.unit.from }, { title: t("To"), value: (row) => dayBefore(row.unit.to) },
      { title: t("Mentions"), number: true, value: (row) => row.times },
      { title: t("Documents"), number: true, value: (row) => row.documents },
    ], rows, { search: "q" })),
  ];
};

function provinceCounts(rows, day) {
  const sums = new Map();
  for (const row of rows) for (const [province, share] of row.unit[day]) {
    sums.set(province, (sums.get(province) ?? 0) + share * row.times);
  }
  return [...sums].map(([at, value]) => ({ ...data.places.provinces[day][at], value: Math.round(value * 100) / 100 }))
    .sort((a, b) => b.value - a.value);
}

function map(rows, provinces, day) {
  const outlines = data.places.outlines?.[day];
  if (!outlines) return null;
  const values = new Map(provinces.map((province) => [province.id, province.value]));
  const features = outlines.features.map((feature) => ({
    ...feature, geometry: rewound(feature.geometry), properties: { ...feature.properties, value: values.get(feature.properties.unit_id) ?? null },
  }));
  const dots = rows.filter(({ unit }) => unit.level !== "province" && unit.lat !== null && unit.lon !== null)
    .map(({ unit, times }) => ({ name: unitName(unit), number: unit.number, lat: unit.lat, lon: unit.lon, times }));
  const isDense = dots.length > 400;
  const islands = data.places.outlines.islands.features.map(({ geometry, properties }) =>
    ({ name: properties.name, lon: geometry.coordinates[0], lat: geometry.coordinates[1] }));
  const width = Math.min(480, pageWidth() - 120);
  return chart(t("Map of the places named"), {
    width, height: width * 17 / 12, projection: { type: "mercator" },
    layer: [
      { data: { values: features }, mark: { type: "geoshape", fill: "#9993", stroke: "#8889", strokeWidth: 0.4 } },
      { data: { values: features.filter((feature) => feature.properties.value) }, mark: { type: "geoshape", stroke: "#888", strokeWidth: 0.4, cursor: "pointer" },
        encoding: { color: { field: "properties.value", type: "quantitative", title: t("mentions"), scale: { type: "sqrt" }, legend: { orient: "top-right" } },
          tooltip: [{ field: "properties.name", title: t("Province") }, { field: "properties.value", title: t("mentions") }] } },
      { data: { values: data.places.outlines.islands.features }, mark: { type: "geoshape", filled: true, color: "#888", opacity: 0.8 },
        encoding: { tooltip: { field: "properties.name" } } },
      { data: { values: islands }, mark: { type: "text", align: "left", dx: 6, fontSize: 9, color: "#888" },
        encoding: { longitude: { field: "lon", type: "quantitative" }, latitude: { field: "lat", type: "quantitative" }, text: { field: "name" } } },
      { data: { values: dots }, mark: { type: "circle", color: palette[4], opacity: isDense ? 0.4 : 0.75, cursor: "pointer" },
        encoding: { longitude: { field: "lon", type: "quantitative" }, latitude: { field: "lat", type: "quantitative" },
          size: { field: "times", type: "quantitative", title: t("mentions"), legend: null, scale: { range: isDense ? [4, 200] : [15, 260] } },
          tooltip: [{ field: "name", title: t("Unit") }, { field: "times", title: t("mentions") }] } },
    ],
  }, (datum) => datum.number !== undefined ? go("places", datum.number) : datum.properties && change({ place: datum.properties.name }));
}

/** Return outlines whose rings run clockwise, as spheres are drawn; GeoJSON has them the other way. */
function rewound({ type, coordinates }) {
  const turned = (rings) => rings.map((ring) => [...ring].reverse());
  return { type, coordinates: type === "Polygon" ? turned(coordinates) : coordinates.map(turned) };
}

function beforeAfter(rows) {
  const before = provinceCounts(rows, "before");
  const after = new Map();
  for (const row of rows) for (const [old, share] of row.unit.before) for (const [now, part] of row.unit.after) {
    const key = `${old} ${now}`;
    after.set(key, (after.get(key) ?? 0) + share * part * row.times);
  }
  const flows = [...after].map(([key, value]) => {
    const [old, now] = key.split(" ").map(Number);
    return { old: data.places.provinces.before[old].name, now: data.places.provinces.after[now].name, value: Math.round(value * 100) / 100 };
  }).sort((a, b) => b.value - a.value);
  return before.length ? table("before-after", [
    { title: t("Province until 30 June 2025"), value: (row) => row.old },
    { title: t("Province since 1 July 2025"), value: (row) => row.now },
    { title: t("Mentions"), number: true, value: (row) => row.value },
  ], flows) : note(t("Nothing found."));
}

function unitPage(number) {
  const unit = data.places.units[number];
  if (!unit) return [note(t("Nothing found."))];
  const all = data.documents.filter((document) => document.units.has(number));
  const documents = shown().filter((document) => document.units.has(number));
  const perYear = documents.filter((document) => document.year).map((document) => ({ year: document.year, times: document.units.get(number) }));
  const list = (names) => el("span", {}, names.join(", "));
  return [
    el("p", {}, link(`← ${t("Places")}`, "places")),
    section(unitName(unit), leftNote(documents.length, all.length), facts([[t("Level"), named(unit.level)], [t("Code"), unit.code], [t("Province"), unit.province], [t("From"), unit.from], [t("To"), dayBefore(unit.to)]]),
      el("h3", {}, t("History")),
      facts([[t("Made of"), unit.history.before.length ? list(unit.history.before) : t("not known, or of no other unit")],
        [t("Became"), unit.history.after.length ? list(unit.history.after) : unit.to ? t("not known") : t("it still exists")]])),
    section(t("Named over time"), !perYear.length ? note(t("No document has a date.")) : chart(t("Named over time"), {
      data: { values: perYear }, height: 140, ...widthOfYears(everyYear(perYear).domain), mark: { type: "bar", color: palette[0] },
      encoding: { x: { field: "year", type: "ordinal", title: null, scale: everyYear(perYear), axis: { labelOverlap: true } }, y: { aggregate: "sum", field: "times", title: t("mentions") } },
    })),
    section(t("Documents"), documentTable(documents, { at: `place-${number}` })),
  ];
}
