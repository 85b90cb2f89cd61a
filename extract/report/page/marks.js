// Texts with their slots marked. Offsets count code points, as the records do.
import { el } from "./format.js";

/** SLOTS are the kinds of marks, in the order of the legend. */
export const SLOTS = ["actor", "target", "weapon", "place", "time", "toll", "source", "trigger"];

/**
 * pieces cuts a text at the ends of its marks: each piece has its text and the
 * slots that it is in. Marks may overlap and lie outside; begin is where the
 * text begins, counted as the marks count.
 */
export function pieces(text, marks, begin = 0) {
  const points = Array.from(text);
  const cuts = new Set([0, points.length]);
  const within = marks
    .map((m) => ({ ...m, start: Math.max(0, m.start - begin), end: Math.min(points.length, m.end - begin) }))
    .filter((m) => m.start < m.end);
  for (const m of within) cuts.add(m.start).add(m.end);
  const ends = [...cuts].sort((a, b) => a - b);
  const out = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const slots = SLOTS.filter((s) => within.some((m) => m.slot === s && m.start <= ends[i] && ends[i + 1] <= m.end));
    const evidence = within.some((m) => m.slot === "evidence" && m.start <= ends[i] && ends[i + 1] <= m.end);
    out.push({ text: points.slice(ends[i], ends[i + 1]).join(""), slots, evidence });
  }
  return out;
}

/**
 * marked shows tellings of one article: the article where that is here, else
 * their sentence, which is then one.
 */
export function marked(tellings) {
  const slots = tellings.flatMap((t) => t.marks.map(([slot, start, end]) => ({ slot: SLOTS[slot], start, end })));
  const evidence = tellings.map((t) => ({ slot: "evidence", start: t.start, end: t.end }));
  const { text } = tellings[0].article;
  const all = text ? pieces(text, [...slots, ...evidence]) : pieces(tellings[0].evidence, slots, tellings[0].start);
  const nodes = all.map((p) => {
    let node = document.createTextNode(p.text);
    for (const slot of p.slots) node = el("span", { class: `slot ${slot}`, title: slot }, node);
    return p.evidence ? el("mark", {}, node) : node;
  });
  return el("div", { class: text ? "article" : "sentence", lang: "en" }, nodes);
}

/** legend names the colours of the slots. */
export function legend() {
  return el("p", { class: "legend" }, SLOTS.map((s) => [el("span", { class: `slot ${s}` }, s), " "]));
}
