"use strict";
// Statements: who says what, how, and who speaks most.

views.statements = () => {
  if (!data.inside) return [leftOut(t("Statements are left out of a page of so many documents."))];
  const all = shown().flatMap(statementsIn);
  if (!all.length) return [note(t("Nothing found."))];
  const pairs = (of) => [["", t("all")], ...counted(all, of).map(([value, n]) => [value, `${named(value)} (${n})`])];
  const rows = all.filter((row) => (!state.polarity || row.said.polarity === state.polarity) &&
    (!state.form || row.said.kind === state.form) && (!state.voice || row.said.speaker === state.voice) &&
    (!state.speaker || speakerKey(row) === state.speaker));
  return [
    section(t("Who says what"),
      el("div", { class: "tools" },
        choice(t("Speaker"), speakers(all), state.speaker, (speaker) => change({ speaker })),
        choice(t("Kind of speaker"), pairs((row) => row.said.speaker), state.voice, (voice) => change({ voice })),
        choice(t("What is done"), pairs((row) => row.said.polarity), state.polarity, (polarity) => change({ polarity })),
        choice(t("Form"), pairs((row) => row.said.kind), state.form, (form) => change({ form }))),
      statementTable(rows)),
    columns(
      section(t("Who speaks most"), mostSpoken(rows)),
      section(t("What is done with words"), byPolarity(rows)),
    ),
  ];
};

/** Return the statements of a document with where they stand. */
function statementsIn(document) {
  return inside[document.number].said.map((said, at) => ({ document, said, at }));
}

/** Return by what a speaker is told from others: the number of a person, else the name. */
function speakerKey({ said }) {
  return said.by !== null ? `#${said.by}` : said.name ?? "";
}

function speakerName(key) {
  return key.startsWith("#") ? data.people[Number(key.slice(1))].name : key;
}

function speakers(rows) {
  const most = counted(rows, (row) => speakerKey(row) || null).slice(0, 500);
  if (state.speaker && !most.some(([key]) => key === state.speaker)) most.push([state.speaker, 0]);
  const names = most.map(([key, n]) => [key, `${speakerName(key)} (${n})`]);
  return [["", t("all")], ...names.sort((a, b) => alphabet.compare(a[1], b[1]))];
}

function statementTable(rows, isOne = false) {
  const who = [
    { title: t("Speaker"), value: ({ said }) => said.by === null ? said.name : data.people[said.by].name,
      show: ({ said }) => said.by !== null ? personLink(said.by) : said.name === null ? note(t("nobody named"))
        : el("span", {}, said.name, said.speaker === "person" ? null : el("span", { class: "tag" }, named(said.speaker))) },
    { title: t("Office"), value: ({ said }) => said.office },
  ];
  return table("statements", [
    ...(isOne ? [] : who),
    { title: t("What is said"), value: ({ said }) => said.text },
    { title: t("What is done"), value: ({ said }) => named(said.polarity) },
    { title: t("Form"), value: ({ said }) => named(said.kind) },
    { title: t("Words of saying"), value: ({ said }) => said.cue },
    { title: t("Date"), value: ({ document }) => document.date },
    { title: t("Document"), value: ({ document }) => document.title, show: ({ document, at }) => documentLink(document.number, { at: `statement-${at}` }) },
  ], rows, { search: "q" });
}

/** Return bars of the people and bodies that speak most; crowds and words such as “the decree” are nobody. */
function mostSpoken(rows) {
  const known = rows.filter(({ said }) => said.by !== null || (said.speaker === "body" && said.name));
  const most = counted(known, speakerKey).slice(0, 20).map(([key, value]) => ({ key, name: speakerName(key), value }));
  return most.length ? bars(t("Who speaks most"), most, t("statements"), (datum) => datum.key !== undefined && change({ speaker: datum.key }))
    : note(t("Nothing found."));
}

function byPolarity(rows) {
  const values = counted(rows, (row) => row.said.polarity).map(([polarity, value]) => ({ polarity, name: named(polarity), value }));
  return bars(t("What is done with words"), values, t("statements"), (datum) => datum.polarity && change({ polarity: datum.polarity }));
}

/** Return what a person says, for the person's page; nothing where that is nothing. */
function statementsOf(person) {
  if (!data.inside) return null;
  return fromInside(() => {
    const rows = person.documents.flatMap((at) => statementsIn(data.documents[at])).filter(({ said }) => said.by === person.number);
    return rows.length ? section(t("Statements"), statementTable(rows, true)) : null;
  });
}
