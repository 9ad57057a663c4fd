"use strict";
// What is shown stands in the address: the view, what is open in it, and the filters.

const filterNames = ["from", "to", "source", "place", "person", "theme"];
let state = {};

function readState() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [view, id] = path.split("/").map(decodeURIComponent);
  state = { view: view || "overview", id: id ?? null, ...Object.fromEntries(new URLSearchParams(query)) };
  for (const name of ["from", "to", "person", "theme"]) {
    state[name] = state[name] === undefined || state[name] === "" ? null : Number(state[name]);
  }
}

/** Return the address of a view; filters stay, what belongs to one view alone goes. */
function address(view, id = null, more = {}) {
  const query = new URLSearchParams();
  const kept = Object.fromEntries(filterNames.map((name) => [name, state[name]]));
  for (const [name, value] of Object.entries({ ...kept, ...more })) {
    if (value !== null && value !== undefined && value !== "") query.set(name, value);
  }
  const path = id === null ? view : `${view}/${encodeURIComponent(id)}`;
  return `#/${path}${query.size ? `?${query}` : ""}`;
}

function go(view, id = null, more = {}) {
  location.hash = address(view, id, more);
}

/** Change parts of the state of the view that is open. */
function change(parts) {
  const own = Object.fromEntries(
    Object.entries(state).filter(([name]) => !["view", "id"].includes(name)),
  );
  go(state.view, state.id, { ...own, ...parts });
}

/** Return the numbers of the documents that pass every filter. */
function kept() {
  return new Set(shown().map((document) => document.number));
}

/** Return a note on what the filters leave of all documents of one page; none where it is all. */
function leftNote(left, all) {
  return left < all ? note(t("The filters leave {n} of the {all} documents.", { n: written(left), all: written(all) })) : null;
}

/** Return the documents that pass every filter. */
function shown() {
  return data.documents.filter((document) =>
    (state.from === null || (document.year !== null && document.year >= state.from)) &&
    (state.to === null || (document.year !== null && document.year <= state.to)) &&
    (!state.source || document.source === state.source) &&
    (!state.place || document.provinces.has(state.place)) &&
    (state.person === null || document.people.includes(state.person)) &&
    (state.theme === null || document.themes.has(state.theme)));
}
