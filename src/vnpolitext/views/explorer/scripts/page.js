"use strict";
// Pieces of the page. What an article says only ever becomes text, never markup.

/** Return an element with attributes and children; functions among the attributes listen. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

function section(title, ...children) {
  return el("section", {}, el("h2", {}, title), ...children);
}

function note(text) {
  return el("p", { class: "note" }, text);
}

/** Return a note on what the page has not, with a way to where it stands. */
function leftOut(text) {
  if (!data.store) return note(text);
  const isAddress = /^[a-z]+:\/\//i.test(data.store);
  const way = isAddress ? encodeURI(data.store) : data.store.split("/").map(encodeURIComponent).join("/");
  return el("p", { class: "note" }, `${text} ${t("It stands in the store:")} `, el("a", { href: way }, data.store));
}

function columns(...children) {
  return columnsOf("", ...children);
}

/** Return pieces side by side; `kind` names another way than as many as have room. */
function columnsOf(kind, ...children) {
  return el("div", { class: `columns ${kind}`.trim() }, ...children);
}

function cards(pairs) {
  const each = pairs.map(([value, name]) =>
    el("div", { class: "card" }, el("b", {}, typeof value === "number" ? written(value) : value), el("span", {}, name)));
  return el("div", { class: "cards" }, ...each);
}

function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "");
  return el("dl", {}, ...known.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, typeof value === "string" ? dated(value) : value)]));
}

/** Return a choice of `[value, name]` pairs that calls `chosen` with the value. */
function choice(label, pairs, value, chosen) {
  const options = pairs.map(([key, name]) =>
    el("option", { value: key, selected: String(key) === String(value ?? "") }, name));
  return el("label", {}, `${label} `, el("select", { change: (event) => chosen(event.target.value) }, ...options));
}

function link(text, view, id = null, more = {}) {
  return el("a", { href: address(view, id, more) }, text);
}

function personLink(number) {
  return link(data.people[number].name, "people", number);
}

function documentLink(number, more = {}) {
  return link(data.documents[number].title, "texts", number, more);
}

function citedLink(number) {
  return link(data.citations.cited[number].label, "cited", number);
}

function unitName(unit) {
  return `${unit.unit} ${unit.name}`;
}

/** Return since when or until when there is a unit, where that tells it from others of its name. */
function unitTimes(unit) {
  if (unit.to) return t("until {day}", { day: dated(dayBefore(unit.to)) });
  return unit.from ? t("since {day}", { day: dated(unit.from) }) : named(unit.level);
}

function unitLink(number) {
  return link(unitName(data.places.units[number]), "places", number);
}

/** Offer a text as a file. */
function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
