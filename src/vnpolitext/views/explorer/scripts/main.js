"use strict";
// The page itself: views, filters, keys, light and dark.

const viewNames = () => [
  ["overview", t("Overview")], ["people", t("People")], ["documents", t("Documents")], ["places", t("Places")],
  ["directives", t("Directives")], ["statements", t("Statements")], ["themes", t("Themes")], ["texts", t("Texts")],
];

function drawViews() {
  const open = state.view === "cited" ? "documents" : state.view;
  const links = viewNames().map(([view, name], at) => el("a", {
    href: address(view), "aria-current": view === open ? "page" : null, title: t("Key {n}", { n: at + 1 }),
  }, name));
  const dark = document.documentElement.dataset.theme === "dark";
  const light = el("button", { type: "button", id: "light", click: () => {
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    draw();
  } }, dark ? t("Light") : t("Dark"));
  document.getElementById("views").replaceChildren(...links, light);
}

function drawFilters() {
  const years = data.documents.map((document) => document.year).filter(Boolean);
  const year = (name, title) => el("label", {}, title, el("input", {
    type: "number", name, value: state[name] ?? "", min: Math.min(...years), max: Math.max(...years),
    placeholder: name === "from" ? Math.min(...years) : Math.max(...years),
    change: (event) => change({ [name]: event.target.value }),
  }));
  const pick = (name, title, pairs) => el("label", {}, title, el("select", { name, change: (event) => change({ [name]: event.target.value }) },
    el("option", { value: "" }, t("all")), ...pairs.map(([value, text]) => el("option", { value, selected: String(value) === String(state[name] ?? "") }, text))));
  const byName = (a, b) => alphabet.compare(a[1], b[1]);
  const sources = counted(data.documents, (document) => document.source).map(([source]) => [source, source]).sort(byName);
  const provinces = counted(data.documents, (document) => [...document.provinces]).map(([name]) => [name, name]).sort(byName);
  const people = data.people.filter((person) => person.offices.length || person.number === state.person).slice(0, 500).map((person) => [person.number, person.name]).sort(byName);
  const themes = data.themes.themes.map((_, number) => [number, themeName(number)]).sort(byName);
  document.getElementById("filters").replaceChildren(
    ...(years.length ? [year("from", t("From year")), year("to", t("To year"))] : []),
    ...(sources.length > 1 ? [pick("source", t("Source"), sources)] : []),
    ...(provinces.length ? [pick("place", t("Province"), provinces)] : []),
    ...(people.length ? [pick("person", t("Person"), people)] : []),
    ...(themes.length ? [pick("theme", t("Theme"), themes)] : []),
    el("button", { type: "button", id: "clear", click: () => change(Object.fromEntries(filterNames.map((name) => [name, null]))) }, t("Clear")),
    el("output", { id: "count", "aria-live": "polite" }, t("{shown} of {all} documents", { shown: written(shown().length), all: written(data.documents.length) })),
  );
}

const madeOfInside = ["directives", "statements"];

async function draw() {
  clearCharts();
  drawViews();
  drawFilters();
  const wanted = state;
  if (data.inside && madeOfInside.includes(state.view)) await lookInside();
  if (wanted !== state) return; // another view was opened meanwhile
  const view = views[state.view] ?? views.overview;
  document.getElementById("main").replaceChildren(...view().filter(Boolean));
}

let openBefore = "";

async function follow() {
  readState();
  await draw();
  const open = `${state.view}/${state.id}`;
  if (openBefore && open !== openBefore) {
    if (!state.at) window.scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  }
  openBefore = open;
}

function listen(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  const view = viewNames()[Number(event.key) - 1];
  if (view) go(view[0]);
  else if (event.key === "/") {
    event.preventDefault();
    document.querySelector("main input[type=search]")?.focus();
  }
}

async function start() {
  await readData();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  dark.addEventListener("change", () => { document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; draw(); });
  document.getElementById("about").textContent = t("Made by vnpolitext {version}. Charts: Vega and Vega-Lite. Keys: 1 to 8 open a view, / searches.", { version: data.version });
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  addEventListener("keydown", listen);
  await follow();
  document.documentElement.dataset.ready = "true";
}

start();
