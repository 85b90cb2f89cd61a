// Wires the parts of the page together.
import { counted, EVENT_TYPES, load } from "./data.js";
import { showDetail } from "./detail.js";
import { apply, FIELDS, fromHash, sorted, toHash } from "./filter.js";
import { csv, el } from "./format.js";
import { createMap } from "./map.js";
import { createTable, exported } from "./table.js";
import { createTimeline } from "./timeline.js";

const MANY = 20000; // records

const find = (id) => document.getElementById(id);
const json = (id) => JSON.parse(find(id).textContent);

function start() {
  const data = load(json("data"));
  const form = find("filters");
  let { state, order, incident: open } = fromHash(location.hash);
  let shown = [];
  let remembering = 0;
  let inOrder = sorted(data.incidents, order.column, order.descending);

  const map = createMap(find("map"), json("world"), data.incidents, (n) => choose(n.id));
  const table = createTable(find("table"), { choose, sort: sortBy });
  const timeline = createTimeline(find("timeline"), find("period"), (from, to) => {
    form.elements.from.value = from;
    form.elements.to.value = to;
    changed();
  });

  fillForm(form, data);
  writeForm();
  showLegend();

  function changed() {
    state = {};
    for (const field of FIELDS) if (form.elements[field].value) state[field] = form.elements[field].value;
    if (state.confidence === "0") delete state.confidence;
    update();
    clearTimeout(remembering);
    remembering = setTimeout(remember, 100); // after what it stands for is painted
  }

  function update() {
    shown = apply(inOrder, state);
    table.show(shown, order, open);
    map.show(shown);
    timeline.show(shown);
    let dead = 0;
    for (const n of shown) dead += n.deaths || 0;
    find("count").textContent = `${shown.length} of ${data.incidents.length} incidents, ${dead} dead`;
    find("sure").textContent = Number(form.elements.confidence.value).toFixed(2);
    find("nothing").hidden = shown.length > 0;
  }

  function remember() {
    const hash = toHash(state, order, open);
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  }

  function sortBy(column) {
    order = { column, descending: order.column === column ? !order.descending : ["date", "deaths", "tellers", "confidence"].includes(column) };
    inOrder = sorted(data.incidents, order.column, order.descending);
    update();
    remember();
  }

  function choose(id) {
    const incident = data.byId.get(id);
    if (!incident) return;
    open = id;
    document.body.classList.add("open");
    showDetail(find("detail"), incident, close);
    map.select(incident);
    table.select(id);
    remember();
  }

  function close() {
    open = "";
    document.body.classList.remove("open");
    find("detail").hidden = true;
    map.select(null);
    remember();
    table.focus();
  }

  function writeForm() {
    for (const field of FIELDS) form.elements[field].value = state[field] || (field === "confidence" ? "0" : "");
  }

  let wait = 0;
  form.addEventListener("input", (e) => {
    clearTimeout(wait);
    wait = setTimeout(changed, e.target.name === "text" ? 120 : 0);
  });
  form.addEventListener("submit", (e) => e.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    changed();
    map.fit();
  }));
  find("export").addEventListener("click", () => save("incidents.csv", csv(exported(shown))));
  find("fit").addEventListener("click", () => map.fit());
  find("in").addEventListener("click", () => map.zoom(1.6));
  find("out").addEventListener("click", () => map.zoom(1 / 1.6));
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && open) close();
  });
  window.addEventListener("beforeprint", () => table.print());
  window.addEventListener("afterprint", update);
  window.addEventListener("hashchange", () => {
    clearTimeout(remembering);
    ({ state, order, incident: open } = fromHash(location.hash));
    inOrder = sorted(data.incidents, order.column, order.descending);
    writeForm();
    update();
    if (open) choose(open);
  });

  if (matchMedia("(max-width: 900px)").matches) find("filterbox").open = false;
  find("many").hidden = data.incidents.reduce((sum, n) => sum + n.tellings.length, 0) < MANY;
  update();
  map.fit();
  if (open) choose(open);
  document.body.dataset.ready = "true";
}

/** fillForm gives the choices of the filters. */
function fillForm(form, data) {
  const lists = {
    country: (n) => [n.country],
    actor: (n) => [...n.people],
    source: (n) => n.tellings.flatMap((t) => [t.source, t.article.publisher]),
    status: (n) => [n.status],
    modality: (n) => [n.modality],
  };
  for (const [field, valuesOf] of Object.entries(lists)) {
    const options = counted(data.incidents, valuesOf).slice(0, 400).map(([v, count]) => el("option", { value: v }, `${v} (${count})`));
    form.elements[field].append(...options);
  }
  const subs = new Map(counted(data.incidents, (n) => [n.sub]));
  const groups = new Map(data.incidents.map((n) => [n.sub, n.type]));
  for (const type of EVENT_TYPES) {
    const own = [...subs].filter(([sub]) => groups.get(sub) === type);
    if (own.length) form.elements.type.append(el("optgroup", { label: type }, el("option", { value: type }, `All ${type}`), own.map(([sub, count]) => el("option", { value: sub }, `${sub} (${count})`))));
  }
}

function showLegend() {
  find("legend").replaceChildren(...EVENT_TYPES.map((t, i) => el("li", {}, el("span", { class: `dot type-${i}` }), t)), el("li", {}, "Outline: a line is exact, dashes near, dots a region. Size: dead."));
}

/** save hands a text to the user as a file. */
function save(name, text) {
  const url = URL.createObjectURL(new Blob(["\uFEFF" + text], { type: "text/csv" }));
  const a = el("a", { href: url, download: name });
  document.body.append(a);
  a.click();
  a.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

start();
