// One incident: what its tellings agree on, the tellings side by side, and the
// evidence.
import { bounds, el, when } from "./format.js";
import { legend, marked } from "./marks.js";

/** showDetail fills a panel with an incident. */
export function showDetail(panel, incident, close) {
  const head = el("div", { class: "head" },
    el("h2", { id: "detail-title", tabindex: "-1" }, titleOf(incident)),
    el("button", { type: "button", class: "close", onclick: close, "aria-label": "Close incident" }, "×"));
  panel.replaceChildren(head, facts(incident), tellings(incident), evidence(incident));
  panel.hidden = false;
  panel.scrollTop = 0;
  for (const article of panel.querySelectorAll(".article")) {
    article.scrollTop = Math.max(0, (article.querySelector("mark")?.offsetTop || 0) - 40);
  }
  head.querySelector("h2").focus({ preventScroll: false });
}

function titleOf(n) {
  return [n.sub, n.place || n.country, when(n.from, n.to)].filter(Boolean).join(" · ");
}

function facts(n) {
  const rows = [
    ["Actors", n.actorNames],
    ["Targets", n.targetNames],
    ["Place", [n.place, n.country].filter(Boolean).join(", ") + (n.precision ? ` (${["", "exact", "near", "region"][n.precision]})` : "")],
    ["Dead", toll(n)],
    ["Status", n.status + (n.modality === "actual" ? "" : `, ${n.modality}`)],
    [n.status === "confirmed" ? "Confirmed by" : "Said by", (n.confirmed || []).join(", ")],
    ["Denied by", (n.denied || []).join(", ")],
    ["Reports", `${n.articles} ${n.articles === 1 ? "article" : "articles"}` + (n.articles > n.tellers ? `, ${n.articles - n.tellers} of them copies` : "") + (n.first ? `, ${when(n.first, n.last)}` : "")],
  ];
  return el("dl", {}, rows.filter(([, v]) => v).map(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]));
}

function toll(n) {
  if (n.lowest === undefined) return "";
  if (n.lowest === n.highest) return `${n.best} (${n.rule})`;
  return `${n.best} (${n.rule}; told ${n.lowest}–${n.highest})`;
}

const PARTS = [
  ["Published", "", (t) => t.article.published],
  ["Article", "", (t) => [t.article.publisher || t.article.id, t.article.copy ? el("span", { class: "copy" }, ` copy of ${t.article.copy}`) : null]],
  ["Source", "", (t) => t.source || "the article"],
  ["Act", "", (t) => t.action],
  ["Dead", "deaths", (t) => bounds(t.min, t.max)],
  ["Status", "", (t) => t.status + (t.modality === "actual" ? "" : `, ${t.modality}`)],
  ["Who", "", (t) => t.who],
];

/** tellings puts them side by side, without the columns that say nothing. */
function tellings(n) {
  const columns = PARTS.filter(([, , value]) => n.tellings.some(value));
  const rows = n.tellings.map((t) => el("tr", {}, columns.map(([title, kind, value]) => el("td", { class: title === "Status" ? `status-${t.status}` : kind }, value(t) || ""))));
  const head = columns.map(([title, kind]) => el("th", { scope: "col", class: kind }, title));
  return el("section", {}, el("h3", {}, "Tellings"), el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Tellings" }, el("table", { class: "tellings" }, el("thead", {}, el("tr", {}, head)), el("tbody", {}, rows))));
}

/** evidence shows each article once, or where the texts are not here each sentence. */
function evidence(n) {
  const parts = new Map();
  for (const t of n.tellings) {
    const key = t.article.text ? t.a : `${t.a} ${t.start}`;
    parts.set(key, [...(parts.get(key) || []), t]);
  }
  const shown = [...parts.values()].map((tellings) => {
    const a = tellings[0].article;
    const title = [a.publisher, a.published, a.title || a.id].filter(Boolean).join(" · ");
    return el("article", {}, el("h4", {}, link(a.url, title)), marked(tellings));
  });
  return el("section", {}, el("h3", {}, "Evidence"), legend(), shown);
}

/** link is a link where the address is one of the web, else the words. */
function link(url, words) {
  return /^https?:\/\//i.test(url || "") ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, words) : words;
}
