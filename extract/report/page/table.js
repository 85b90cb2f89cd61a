// The table: as many rows as fit are in the page, the others are space. A row
// that scrolls out on one side comes in on the other. Every row can be reached
// by key.
import { el, when } from "./format.js";

const ROW = 36; // pixels, as the style sheet has it
const SPARE = 6; // rows beyond either edge of what is seen
const MOST_PRINTED = 2000;

const COLUMNS = [
  ["date", "Date", (n) => when(n.from, n.to)],
  ["type", "Type", (n) => n.sub],
  ["actors", "Actors", (n) => n.actorNames],
  ["targets", "Targets", (n) => n.targetNames],
  ["place", "Place", (n) => n.place],
  ["country", "Country", (n) => n.country],
  ["deaths", "Dead", (n) => (n.deaths === undefined ? "" : String(n.deaths))],
  ["tellers", "Articles", (n) => String(n.tellers)],
  ["status", "Status", (n) => n.status],
  ["confidence", "Sure", (n) => n.confidence.toFixed(2)],
];

/** createTable shows incidents; choose opens one, sort is called with a column. */
export function createTable(scroller, { choose, sort }) {
  const head = el("tr", { "aria-rowindex": "1" });
  const body = el("tbody");
  const table = el("table", { "aria-label": "Incidents" }, el("thead", {}, head), body);
  const above = el("tr", { class: "space", "aria-hidden": "true" }, el("td"));
  const below = above.cloneNode(true);
  const headers = new Map();
  for (const [name, title] of COLUMNS) {
    const th = el("th", { scope: "col", class: name }, el("button", { type: "button", onclick: () => sort(name) }, title));
    headers.set(name, th);
    head.append(th);
  }
  scroller.replaceChildren(table);
  let rows = [];
  let first = 0;
  let active = 0;
  let selected = "";
  let height = 0; // asking the page for them would make it lay itself out
  let top = 0;
  const pool = []; // the rows that are in the page, in order

  function render(force) {
    const size = Math.min(rows.length, Math.ceil(height / ROW) + 1 + 2 * SPARE);
    const from = Math.max(0, Math.min(Math.floor(top / ROW) - SPARE, rows.length - size));
    const moved = from - first;
    if (!force && moved === 0) return;
    const focused = body.contains(document.activeElement);
    first = from;
    above.firstChild.style.height = `${from * ROW}px`;
    below.firstChild.style.height = `${(rows.length - from - size) * ROW}px`;
    if (force || Math.abs(moved) >= size) {
      while (pool.length < size) pool.push(emptyRow());
      pool.length = size;
      pool.forEach((tr, i) => fill(tr, from + i));
      body.replaceChildren(above, ...pool, below);
    } else if (moved > 0) {
      const gone = pool.splice(0, moved);
      gone.forEach((tr, i) => fill(tr, from + size - moved + i));
      below.before(...gone);
      pool.push(...gone);
    } else {
      const gone = pool.splice(size + moved);
      gone.forEach((tr, i) => fill(tr, from + i));
      above.after(...gone);
      pool.unshift(...gone);
    }
    if (focused) body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** fill makes a row that of the incident at an index. */
  function fill(tr, index) {
    const n = rows[index];
    change(tr, "aria-rowindex", String(index + 2));
    change(tr, "tabindex", index === active ? "0" : "-1");
    change(tr, "data-id", n.id);
    change(tr, "aria-selected", n.id === selected ? "true" : "false");
    COLUMNS.forEach(([name, , value], i) => {
      const cell = tr.children[i];
      const text = value(n) || "";
      if (cell.firstChild.data !== text) cell.firstChild.data = text;
      if (name === "status") change(cell, "class", `status status-${n.status}`);
    });
    return tr;
  }

  function moveTo(index) {
    active = Math.max(0, Math.min(rows.length - 1, index));
    const at = active * ROW;
    const room = height - 2 * ROW;
    if (at < top) top = at;
    else if (at > top + room) top = at - room;
    render(true);
    scroller.scrollTop = top;
    body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
  }

  scroller.addEventListener("scroll", () => {
    top = scroller.scrollTop;
    render(false);
  });
  new ResizeObserver(() => {
    height = scroller.clientHeight;
    render(true);
  }).observe(scroller);
  body.addEventListener("click", (e) => {
    const tr = e.target.closest("tr[data-id]");
    if (!tr) return;
    active = Number(tr.getAttribute("aria-rowindex")) - 2;
    choose(tr.dataset.id);
  });
  body.addEventListener("keydown", (e) => {
    const page = Math.max(1, Math.floor(height / ROW) - 2);
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length - 1 }[e.key];
    if (to !== undefined) {
      e.preventDefault();
      moveTo(to);
    } else if ((e.key === "Enter" || e.key === " ") && rows[active]) {
      e.preventDefault();
      choose(rows[active].id);
    }
  });

  return {
    show(incidents, order, open) {
      rows = incidents;
      selected = open;
      active = Math.max(0, open ? rows.findIndex((n) => n.id === open) : 0);
      if (top) scroller.scrollTop = 0;
      top = 0;
      table.setAttribute("aria-rowcount", rows.length + 1);
      for (const [name, th] of headers) th.setAttribute("aria-sort", name !== order.column ? "none" : order.descending ? "descending" : "ascending");
      render(true);
    },
    select(id) {
      selected = id;
      const index = rows.findIndex((n) => n.id === id);
      if (index >= 0) active = index;
      render(true);
    },
    focus() {
      moveTo(active);
    },
    print() {
      body.replaceChildren(...rows.slice(0, MOST_PRINTED).map((_, i) => fill(emptyRow(), i)));
    },
  };
}

function emptyRow() {
  return el("tr", {}, COLUMNS.map(([name]) => {
    const cell = el("td", { class: name });
    cell.append(document.createTextNode(""));
    return cell;
  }));
}

/** change sets an attribute that is not so yet: what stays need not be laid out again. */
function change(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** exported are the rows of a CSV file of incidents. */
export function exported(incidents) {
  const head = ["incident_id", "date_from", "date_to", "event_type", "sub_event_type", "actors", "targets", "location", "country", "latitude", "longitude", "fatalities", "lowest", "highest", "articles", "status", "modality", "confidence", "evidence"];
  return [head, ...incidents.map((n) => [n.id, n.from, n.to, n.type, n.sub, n.actorNames, n.targetNames, n.place, n.country, n.lat, n.lon, n.deaths, n.lowest, n.highest, n.tellers, n.status, n.modality, n.confidence, n.tellings[0].evidence])];
}
