"use strict";
// Texts: every record where it stands; a click leads to its page, and pages lead back here.

const kinds = ["person", "position", "citation", "place", "directive", "statement"];
const pageOf = { person: "people", position: "people", citation: "cited", place: "places", statement: "people" };

views.texts = () => {
  if (!data.whole) return [leftOut(t("The texts are left out of a page of so many documents.")), section(t("Documents"), documentTable(shown()))];
  const documents = shown();
  if (state.id === null) return [section(t("Texts"), documentTable(documents))];
  const document = data.documents[Number(state.id)];
  if (!document) return [note(t("Nothing found."))];
  const hidden = new Set((state.hide ?? "").split(",").filter(Boolean));
  const place = el("div", { class: "text", lang: "vi" });
  showText(document, place, hidden);
  const at = documents.indexOf(document);
  const beside = [documents[at - 1], documents[at + 1]];
  const legend = kinds.map((kind) => el("button", { type: "button", "aria-pressed": String(!hidden.has(kind)), click: () => {
    if (!hidden.delete(kind)) hidden.add(kind);
    change({ hide: [...hidden].join(",") });
  } }, el("mark", { class: kind }, named(kind))));
  return [
    el("p", {}, link(`← ${t("Texts")}`, "texts"), " · ", beside[0] ? link(t("previous"), "texts", beside[0].number) : "", " ", beside[1] ? link(t("next"), "texts", beside[1].number) : ""),
    section(document.title, facts([[t("Date"), document.date], [t("Source"), document.source], [t("Author"), document.author], [t("Genre"), genreName(document.genre)], [t("Address"), document.url]]),
      el("div", { class: "tools" }, ...legend),
      note(t("A dashed line: the text does not decide. A dotted line: part of it comes from elsewhere in the text. The reasons stand where the pointer rests.")),
      place),
    likest(document),
  ];
};

function likest(document) {
  const near = (data.themes.alike ?? []).filter(([one]) => one === document.number);
  return near.length ? section(t("Most alike"), el("ul", {}, ...near.map(([, other, value]) => el("li", {}, documentLink(other), ` (${written(value, 2)})`)))) : null;
}

async function showText(document, place, hidden) {
  const { text, marks } = (await lookInside())[document.number];
  place.replaceChildren(...marked(text, marks.filter((mark) => !hidden.has(mark.k))));
  const first = state.at && place.querySelector(`[data-at="${CSS.escape(state.at)}"]`);
  if (first) {
    for (const each of place.querySelectorAll(`[data-at="${CSS.escape(state.at)}"]`)) each.classList.add("chosen");
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
  }
}

/** Return the text in pieces, each inside the marks that cover it. */
function marked(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.s, mark.e])])].sort((a, b) => a - b);
  const nodes = [];
  let waiting = 0;
  let active = [];
  for (const [at, start] of cuts.slice(0, -1).entries()) {
    active = active.filter((mark) => mark.e > start);
    while (waiting < marks.length && marks[waiting].s <= start) active.push(marks[waiting++]);
    let node = document.createTextNode(text.slice(start, cuts[at + 1]));
    for (const mark of [...active].reverse()) node = markNode(mark, node, mark.s === start);
    nodes.push(node);
  }
  return nodes;
}

function markNode(mark, child, isFirst) {
  const to = mark.k === "statement" ? mark.by : mark.to;
  const linked = Boolean(pageOf[mark.k]) && to !== null && to !== undefined;
  const open = () => linked && go(pageOf[mark.k], to);
  return el("mark", {
    class: [mark.k, mark.doubt ? "doubt" : "", mark.filled ? "filled" : ""].filter(Boolean).join(" "),
    title: why(mark), "data-at": `${mark.k === "position" ? "person" : mark.k}-${mark.to}`,
    tabindex: linked && isFirst ? "0" : null, role: linked ? "link" : null,
    click: (event) => { event.stopPropagation(); open(); },
    keydown: (event) => { if (event.key === "Enter") { event.stopPropagation(); open(); } },
  }, child);
}

/** Return what a mark stands for: its own words, or those of the page it leads to. */
function meaning(mark) {
  if (mark.k === "statement") return mark.is ?? t("nobody named");
  if (mark.is !== undefined) return mark.k === "directive" ? named(mark.is) : mark.is;
  if (mark.k === "person") return data.people[mark.to].name;
  const known = mark.k === "citation" ? data.citations.cited[mark.to] : data.places.units[mark.to];
  const parts = mark.k === "citation" ? [known.label, known.issuer, known.issued] : [unitName(known), known.code, known.province];
  return parts.filter(Boolean).join(", ");
}

function why(mark) {
  const parts = [`${named(mark.k)}: ${meaning(mark)}`];
  if (mark.status) parts.push(named(mark.status));
  if (mark.doubt) parts.push(t("uncertain"));
  if (mark.score !== undefined && mark.score !== null) parts.push(`${t("score")} ${written(mark.score, 2)}`);
  if (mark.filled) parts.push(`${t("filled from")} ${mark.filled}`);
  if (mark.rule) parts.push(`${t("rule")} ${mark.rule}`);
  return parts.join(" · ");
}
