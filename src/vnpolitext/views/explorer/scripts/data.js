"use strict";
// The records, unpacked, and what follows from them for each document.

let data = null;
let inside = null; // of each document: text, marks, items, said
let unpacking = null;

async function unpack(id) {
  if (document.readyState === "loading" && !document.getElementById(id)?.nextSibling) {
    await new Promise((parsed) => document.addEventListener("DOMContentLoaded", parsed, { once: true }));
  }
  const letters = atob(document.getElementById(id).textContent.trim());
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** Unpack what is inside the documents, when it is first asked for. */
async function lookInside() {
  inside ??= await (unpacking ??= unpack("texts"));
  return inside;
}

/** Return a node that is filled with what `made` returns once the documents are looked inside. */
function fromInside(made) {
  if (inside) return made();
  const place = el("div", { class: "waiting" });
  lookInside().then(() => place.replaceWith(made() ?? ""));
  return place;
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

/** Return what a genre is called, where it is one of the usual ones; others are called as in the data. */
function genreName(genre) {
  return genre === undefined ? genre : data.genres[genre] ?? genre;
}

/** Count the values that `of` gives for each of `rows`; the most frequent first. */
function counted(rows, of) {
  const counts = new Map();
  for (const row of rows) for (const value of [of(row)].flat()) {
    if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
