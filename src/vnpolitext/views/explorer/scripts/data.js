"use strict";
// The records, unpacked, and what follows from them for each document.

let data = null;
let unpackedTexts = null;

async function unpack(id) {
  const letters = atob(document.getElementById(id).textContent.trim());
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** Return the texts with their marks; they are unpacked when first asked for. */
async function texts() {
  unpackedTexts ??= await unpack("texts");
  return unpackedTexts;
}

async function readData() {
  data = await unpack("data");
  for (const [key, value] of Object.entries(data.messages)) messages.set(key, value);
  const documents = data.documents;
  for (const [number, document] of documents.entries()) {
    Object.assign(document, {
      number, people: [], provinces: new Set(), units: new Map(), themes: new Map(), cites: [],
      year: document.date ? Number(document.date.slice(0, 4)) : null,
      words: data.themes.words[number] ?? 0,
      group: data.themes.groups?.[number] ?? "",
    });
    if (document.province) document.provinces.add(document.province);
  }
  for (const [number, person] of data.people.entries()) {
    person.number = number;
    person.times = new Map(person.documents.map((at, place) => [at, person.times[place]]));
    for (const at of person.documents) documents[at].people.push(number);
  }
  for (const [at, unit, times] of data.places.mentions) {
    documents[at].units.set(unit, times);
    const province = data.places.units[unit].then;
    if (province) documents[at].provinces.add(province);
  }
  for (const [at, theme, times] of data.themes.hits) documents[at].themes.set(theme, times);
  for (const [at, cited, relation, times] of data.citations.edges) {
    documents[at].cites.push({ cited, relation, times });
  }
  for (const [number, cited] of data.citations.cited.entries()) cited.number = number;
  for (const [number, unit] of data.places.units.entries()) unit.number = number;
}

function themeName(number) {
  const theme = data.themes.themes[number];
  return document.documentElement.lang === "vi" ? theme.label_vi : theme.label;
}

/** Count the values that `of` gives for each of `rows`; the most frequent first. */
function counted(rows, of) {
  const counts = new Map();
  for (const row of rows) for (const value of [of(row)].flat()) {
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
