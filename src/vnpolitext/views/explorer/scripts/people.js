"use strict";
// People: a table to search, a page for each, and the networks they form.

views.people = () => {
  if (state.id !== null) return personPage(Number(state.id));
  const documents = shown();
  const counts = new Map(counted(documents, (document) => document.people));
  const left = kept();
  const all = data.people.filter((person) => counts.has(person.number)).map((person) => leftOf(person, left));
  const branches = counted(all, (person) => [...new Set(person.offices.map((office) => office.branch))]);
  const people = all.filter((person) => !state.branch || person.offices.some((office) => office.branch === state.branch));
  return [
    section(t("People"),
      el("div", { class: "tools" }, choice(t("Branch"), [["", t("all")], ...branches.map(([branch, n]) => [branch, `${named(branch)} (${n})`])],
        state.branch, (branch) => change({ branch }))),
      peopleTable(people, counts)),
    section(t("Networks"), peopleNetwork(documents, people)),
  ];
};

/** Return what the documents that the filters leave tell of a person. */
function leftOf(person, left) {
  const documents = person.documents.filter((at) => left.has(at));
  if (documents.length === person.documents.length) return person;
  const offices = person.offices.map((office) => ({ ...office, documents: office.documents.filter((at) => left.has(at)) }));
  return {
    ...person, documents, offices: offices.filter((office) => office.documents.length),
    events: person.events.filter((event) => left.has(event.document)),
    mentions: documents.reduce((sum, at) => sum + person.times.get(at), 0),
  };
}

function peopleTable(people, counts) {
  return table("people", [
    { title: t("Name"), value: (person) => person.name, show: (person) => personLink(person.number) },
    { title: t("Offices"), value: (person) => offices(person) },
    { title: t("First seen"), value: (person) => dates(person)[0] ?? null },
    { title: t("Last seen"), value: (person) => dates(person).at(-1) ?? null },
    { title: t("Mentions"), number: true, value: (person) => person.mentions },
    { title: t("Documents"), number: true, value: (person) => counts.get(person.number) },
  ], people, { search: "q" });
}

function offices(person) {
  return [...new Set(person.offices.map((office) => office.office))].slice(-6).join("; ");
}

function dates(person) {
  return person.documents.map((at) => data.documents[at].date).filter(Boolean).sort();
}

function peopleNetwork(documents, people) {
  const kind = state.net ?? "bodies";
  const chosen = choice(t("Ties"), [["bodies", t("persons and the bodies they hold office in")],
    ["together", t("named in the same documents")], ["office", t("in office in one body at one time")]], kind, (net) => change({ net }));
  const officials = people.filter((person) => person.offices.length);
  const nodes = officials.map(({ number, name, offices }) => ({ id: number, name,
    kind: kind === "bodies" ? t("person") : named(offices.at(-1).branch), view: "people", number }));
  const edges = kind === "bodies" ? bodyEdges(officials, nodes)
    : kind === "together" ? together(documents, officials.map(({ number }) => number)) : servedTogether(officials);
  return el("div", {}, el("div", { class: "tools" }, chosen), network(t("Network of people"), nodes, edges));
}

/** Return the edges from people to bodies, and add the bodies to the nodes. */
function bodyEdges(people, nodes) {
  const counts = new Map();
  for (const { number, offices } of people) for (const office of offices) if (office.body) {
    const key = `${number} ${office.body}`;
    counts.set(key, { source: number, target: office.body, weight: (counts.get(key)?.weight ?? 0) + office.documents.length });
  }
  const edges = [...counts.values()];
  const bodies = counted(edges, (edge) => edge.target).filter(([, count]) => count > 1).map(([body]) => body);
  const kept = new Set(bodies);
  for (const body of bodies) nodes.push({ id: body, name: body, kind: t("body"), view: "people", number: null, more: { q: body } });
  return edges.filter((edge) => kept.has(edge.target));
}

function personPage(number) {
  const whole = data.people[number];
  if (!whole) return [note(t("Nothing found."))];
  const person = leftOf(whole, kept());
  const beside = counted(person.documents.map((at) => data.documents[at]), (document) => document.people)
    .filter(([other]) => other !== number);
  const timed = person.offices.filter((office) => office.start || office.end);
  return [
    el("p", {}, link(`← ${t("People")}`, "people")),
    section(person.name,
      facts([[t("Other names"), person.aliases.join(", ")], [t("Sex"), named(person.sex)], [t("Ethnicity"), person.ethnicity],
        [t("Mentions"), written(person.mentions)], [t("Documents"), written(person.documents.length)]]),
      leftNote(person.documents.length, whole.documents.length),
      el("div", { class: "tools" }, el("button", { type: "button", click: () => change({ person: number }) }, t("Only documents that name this person"))),
      ...person.doubts.map((doubt) => el("p", { class: "note" }, t("May be the same as "), personLink(doubt.person),
        ` (${written(doubt.score, 2)}: ${doubt.reasons.join(", ")})`))),
    section(t("Offices over time"), timed.length ? timeline(timed) : note(t("Nothing found.")),
      note(t("Full colour where a text states the day; pale where only the dates of documents tell."))),
    section(t("Offices"), table("offices", [
      { title: t("Office"), value: (office) => office.office },
      { title: t("From"), value: (office) => office.startAs ?? office.start, show: (office) => bound(office.startAs ?? office.start, office.startFrom === "since") },
      { title: t("To"), value: (office) => office.endAs ?? office.end, show: (office) => bound(office.endAs ?? office.end, office.endFrom === "until") },
      { title: t("Ended"), value: (office) => (office.open ? "" : t("yes")) },
      { title: t("Branch"), value: (office) => named(office.branch) },
      { title: t("Documents"), value: (office) => office.documents.map((at) => data.documents[at].id).join("; "),
        show: (office) => el("span", {}, ...office.documents.flatMap((at) => [documentLink(at, { at: `person-${number}` }), el("br")])) },
    ], person.offices)),
    person.events.length ? section(t("Events"), table("events", [
      { title: t("Date"), value: (event) => event.date, show: (event) => bound(event.date, event.stated) },
      { title: t("Event"), value: (event) => named(event.kind) },
      { title: t("From office"), value: (event) => event.from }, { title: t("To office"), value: (event) => event.to },
      { title: t("Decided by"), value: (event) => event.by },
      { title: t("Document"), value: (event) => data.documents[event.document].title, show: (event) => documentLink(event.document, { at: `person-${number}` }) },
    ], person.events)) : null,
    statementsOf(person),
    section(t("Documents"), documentTable(person.documents.map((at) => data.documents[at]), { at: `person-${number}` })),
    section(t("Who is named beside"), table("beside", [
        { title: t("Name"), value: ([other]) => data.people[other].name, show: ([other]) => personLink(other) },
        { title: t("Offices"), value: ([other]) => offices(data.people[other]) },
        { title: t("Documents"), number: true, value: ([, count]) => count },
      ], beside)),
  ];
}

function bound(date, stated) {
  return date ? (stated ? dated(date) : el("i", { title: t("the date of a document") }, `~ ${dated(date)}`)) : "";
}

function timeline(offices) {
  const values = offices.map((office) => ({
    office: office.office, start: office.start ?? office.end, end: later(office.end ?? office.start), from: dated(office.startAs ?? office.start), to: dated(office.endAs ?? office.end),
    branch: named(office.branch), sure: office.startFrom === "since" || office.endFrom === "until" ? 1 : 0.45,
  }));
  const years = values.flatMap((value) => [value.start, value.end]).map((day) => Number(day.slice(0, 4)));
  const domain = [`${Math.min(...years)}-01-01`, `${Math.max(...years)}-12-31`];
  return chart(t("Offices over time"), {
    data: { values }, height: { step: 26 }, mark: { type: "bar", cornerRadius: 3 },
    encoding: {
      y: { field: "office", type: "nominal", sort: null, title: null, axis: { labelLimit: labelRoom(340) } },
      x: { field: "start", type: "temporal", title: null, scale: { domain: domain.map((day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) })) }, axis: { format: "%Y", tickCount: "year", labelOverlap: true } }, x2: { field: "end" },
      color: { field: "branch", type: "nominal", title: null, legend: { orient: "bottom", columns: isNarrow() ? 1 : 4 } },
      opacity: { field: "sure", type: "quantitative", scale: null },
      tooltip: [{ field: "office", title: t("Office") }, { field: "from", title: t("From") }, { field: "to", title: t("To") }],
    },
  });
}

/** Return a day at least a month on, so that one day is seen, too. */
function later(day) {
  const end = new Date(day);
  end.setDate(end.getDate() + 30);
  return end.toISOString().slice(0, 10);
}
