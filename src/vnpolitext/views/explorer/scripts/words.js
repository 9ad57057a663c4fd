"use strict";
// Words for readers, in the language of the page.

const messages = new Map();

/** Return `text` in the language of the page, with {names} filled in. */
function t(text, values = {}) {
  const said = messages.get(text) ?? text;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

const numerals = new Map();

/** Return a number as the language writes it. */
function written(number, digits = 0) {
  if (!numerals.has(digits)) numerals.set(digits, new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }));
  return numerals.get(digits).format(number);
}

/** Return a day, month, quarter or year of ISO 8601 as the language writes it; other words unchanged. */
function dated(day) {
  const parts = /^(\d{4})-(?:(\d\d)(?:-(\d\d))?|Q(\d))$/.exec(day ?? "");
  if (!parts) return day ?? "";
  const [, year, month, date, quarter] = parts;
  if (quarter) return `${t("quarter {n}", { n: quarter })}/${year}`;
  return document.documentElement.lang === "vi" ? [date, month, year].filter(Boolean).map((part) => String(Number(part))).join("/") : day;
}

/** Return the last day before one. */
function dayBefore(day) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "")) return day;
  return new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10);
}

const alphabet = new Intl.Collator("vi");

/** Return a text without marks and capitals, to search in. */
function plain(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Names of what the records call relations, kinds of events, roles and the like. */
function named(code) {
  const names = {
    basis: t("basis"), implements: t("implements"), guides: t("guides"), amends: t("amends"),
    replaces: t("replaces"), repeals: t("repeals"), issues: t("issues"), reviews: t("reviews"),
    "reports to": t("reports to"), attaches: t("attaches"), mentions: t("mentions it"),
    appointed: t("appointed"), elected: t("elected"), transferred: t("transferred"),
    promoted: t("promoted"), dismissed: t("dismissed"), disciplined: t("disciplined"),
    retired: t("retired"), died: t("died"), awarded: t("awarded"),
    task: t("task"), goal: t("goal"), finding: t("finding"), result: t("result"),
    lesson: t("lesson"), definition: t("definition"), topic: t("topic"),
    party: t("Party"), government: t("government"), assembly: t("assembly"), front: t("Front"),
    "mass organisation": t("mass organisation"), army: t("army"), police: t("police"),
    court: t("court"), procuracy: t("procuracy"), enterprise: t("enterprise"), other: t("other"),
    central: t("central"), province: t("province"), district: t("district"), commune: t("commune"),
    same: t("same"), reworded: t("reworded"), dropped: t("dropped"), new: t("new"),
    person: t("person"), position: t("office"), citation: t("cited document"), place: t("place"),
    directive: t("directive item"), male: t("male"), female: t("female"),
    statement: t("statement"), body: t("body"), document: t("document"), unknown: t("others"),
    asserts: t("asserts"), asks: t("asks"), orders: t("orders"), promises: t("promises"),
    criticises: t("criticises"), praises: t("praises"),
    direct: t("word for word"), indirect: t("reported"), mixed: t("partly quoted"),
    current: t("current"), former: t("former"), late: t("late"), acting: t("acting"),
  };
  return names[code] ?? code ?? "";
}
