"use strict";
// Tables that are searched, sorted and saved.

const rowsAtOnce = 100;

/** Return a cell as a spreadsheet takes it for text, never for a formula. */
function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(columns, rows) {
  const lines = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))];
  return `\ufeff${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function order(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined || a === "") return 1;
  if (b === null || b === undefined || b === "") return -1;
  return typeof a === "number" && typeof b === "number" ? a - b : alphabet.compare(String(a), String(b));
}

/**
 * Return a table.
 *
 * A column has `title`, `value` (what is sorted, searched and saved), and perhaps `show` (what is
 * seen) and `number`. The words searched for are kept in the address when `search` names them.
 */
function table(name, columns, rows, { search = null, descending = null } = {}) {
  if (!rows.length) return note(t("Nothing found."));
  let sorted = descending === null ? null : { column: columns[descending], down: true };
  let limit = rowsAtOnce;
  let words = search ? state[search] ?? "" : "";
  const searched = new Map();
  const body = el("tbody");
  const count = el("span", { class: "note", role: "status" });
  const more = el("button", { type: "button", click: () => { limit += 5 * rowsAtOnce; draw(); } }, t("Show more"));

  function matching() {
    const wanted = plain(words).split(/\s+/).filter(Boolean);
    if (!wanted.length) return rows;
    return rows.filter((row) => {
      if (!searched.has(row)) searched.set(row, plain(columns.map((column) => column.value(row) ?? "").join(" ")));
      return wanted.every((word) => searched.get(row).includes(word));
    });
  }

  function draw() {
    const found = [...matching()];
    if (sorted) found.sort((a, b) => (sorted.down ? -1 : 1) * order(sorted.column.value(a), sorted.column.value(b)));
    body.replaceChildren(...found.slice(0, limit).map((row) =>
      el("tr", {}, ...columns.map((column) =>
        el("td", { class: kindOf(column, row) }, cell(column, row))))));
    count.textContent = t("{shown} of {all}", { shown: written(Math.min(limit, found.length)), all: written(rows.length) });
    more.hidden = found.length <= limit;
    for (const [at, head] of heads.entries()) {
      const direction = sorted?.column === columns[at] ? (sorted.down ? "descending" : "ascending") : "none";
      head.setAttribute("aria-sort", direction);
      head.firstChild.textContent = columns[at].title + ({ descending: " ▾", ascending: " ▴" }[direction] ?? "");
    }
  }

  function kindOf(column, row) {
    return column.number ? "number" : /^\d{4}(-\d\d){0,2}$/.test(column.value(row) ?? "") ? "date" : null;
  }

  function cell(column, row) {
    const value = column.show ? column.show(row) : column.value(row);
    return typeof value === "number" ? written(value, 2) : typeof value === "string" ? dated(value) : value ?? "";
  }

  const heads = columns.map((column) => el("th", { class: column.number ? "number" : null, scope: "col" },
    el("button", { type: "button", click: () => {
      sorted = { column, down: sorted?.column === column ? !sorted.down : Boolean(column.number) };
      draw();
    } }, column.title)));
  const field = el("input", { type: "search", value: words, placeholder: t("Search"), "aria-label": t("Search in this table"),
    input: (event) => { words = event.target.value; draw(); },
    change: () => { if (search) history.replaceState(null, "", address(state.view, state.id, { [search]: words })); } });
  const save = el("button", { type: "button", click: () => download(`${name}.csv`, csv(columns, matching()), "text/csv") }, "CSV");
  const tools = el("div", { class: "tools" }, rows.length > 8 ? field : null, count, save);
  draw();
  return el("div", {}, tools, el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": columns.map((column) => column.title).join(", ") }, el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body)), more);
}
