// Which incidents are shown. A state is plain values, so that it can stand in
// the address of the page.
import { days, fold } from "./format.js";

/** FIELDS are the filters, in the order of the form. */
export const FIELDS = ["type", "country", "actor", "source", "status", "modality", "confidence", "from", "to", "text"];

/** apply returns the incidents that a state lets pass. */
export function apply(incidents, state) {
  const test = compile(state);
  return incidents.filter(test);
}

function compile(state) {
  const tests = [];
  if (state.type) tests.push((n) => n.type === state.type || n.sub === state.type);
  if (state.country) tests.push((n) => n.country === state.country);
  if (state.actor) tests.push((n) => n.people.has(state.actor));
  if (state.source) tests.push((n) => n.tellings.some((t) => t.source === state.source || t.article.publisher === state.source));
  if (state.status) tests.push((n) => n.status === state.status);
  if (state.modality) tests.push((n) => n.modality === state.modality);
  if (state.confidence) tests.push((n) => n.confidence >= Number(state.confidence));
  const from = days(state.from);
  const to = days(state.to);
  if (!Number.isNaN(from)) tests.push((n) => n.lastDay >= from);
  if (!Number.isNaN(to)) tests.push((n) => n.day <= to);
  for (const word of fold(state.text).split(/\s+/)) if (word) tests.push((n) => n.words.includes(word));
  return (n) => tests.every((test) => test(n));
}

/** SORTS are the columns by which incidents can be put in order. */
export const SORTS = {
  date: (n) => n.from || "",
  type: (n) => n.sub,
  actors: (n) => n.actorNames,
  targets: (n) => n.targetNames,
  place: (n) => n.place || "",
  country: (n) => n.country || "",
  deaths: (n) => (n.deaths === undefined ? -1 : n.deaths),
  tellers: (n) => n.tellers,
  status: (n) => n.status,
  confidence: (n) => n.confidence,
};

/** sorted returns incidents in order of a column; those that are equal keep theirs. */
export function sorted(incidents, column, descending) {
  const key = SORTS[column] || SORTS.date;
  const keyed = incidents.map((n) => [key(n), n]);
  const sign = descending ? -1 : 1;
  keyed.sort(([a, x], [b, y]) => (a < b ? -sign : a > b ? sign : x.index - y.index));
  return keyed.map(([, n]) => n);
}

/** toHash writes a state, an order and an open incident into the address. */
export function toHash(state, order, incident) {
  const parts = new URLSearchParams();
  for (const field of FIELDS) if (state[field]) parts.set(field, state[field]);
  if (order.column !== "date" || !order.descending) parts.set("sort", (order.descending ? "-" : "") + order.column);
  if (incident) parts.set("incident", incident);
  return parts.toString();
}

/** fromHash reads them. */
export function fromHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const state = {};
  for (const field of FIELDS) if (parts.get(field)) state[field] = parts.get(field);
  const sort = parts.get("sort") || "-date";
  const column = sort.replace(/^-/, "");
  return {
    state,
    order: { column: Object.hasOwn(SORTS, column) ? column : "date", descending: sort.startsWith("-") },
    incident: parts.get("incident") || "",
  };
}
