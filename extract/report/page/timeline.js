// The timeline: how many incidents fall into each stretch of days. A bar can
// be chosen, by mouse and by key, and filters to its days.
import { el, isoDay } from "./format.js";

const MOST_BARS = 60;

/** bins returns stretches of equal length that hold all dated incidents. */
export function bins(incidents, most = MOST_BARS) {
  let first = Infinity;
  let last = -Infinity;
  for (const n of incidents) {
    if (Number.isNaN(n.day)) continue;
    first = Math.min(first, n.day);
    last = Math.max(last, n.day);
  }
  if (first === Infinity) return [];
  const span = last - first + 1;
  const step = [1, 2, 7, 14, 30, 91, 182, 365, 1826, 3652].find((s) => span / s <= most) || Math.ceil(span / most);
  const out = [];
  for (let from = first; from <= last; from += step) out.push({ from, to: from + step - 1, count: 0, deaths: 0 });
  for (const n of incidents) {
    if (Number.isNaN(n.day)) continue;
    const bin = out[Math.floor((n.day - first) / step)];
    bin.count += 1;
    bin.deaths += n.deaths || 0;
  }
  return out;
}

/** createTimeline draws bars into a list; choose is called with two ISO days. */
export function createTimeline(list, choose) {
  return {
    show(incidents) {
      const all = bins(incidents);
      const most = Math.max(1, ...all.map((b) => b.count));
      list.replaceChildren(...all.map((b) => bar(b, most, choose)));
    },
  };
}

function bar(b, most, choose) {
  const days = b.from === b.to ? isoDay(b.from) : `${isoDay(b.from)} to ${isoDay(b.to)}`;
  const label = `${days}: ${b.count} ${b.count === 1 ? "incident" : "incidents"}, ${b.deaths} dead`;
  const fill = el("span", { class: "fill" });
  fill.style.height = `${b.count === 0 ? 0 : Math.max(4, (100 * b.count) / most)}%`;
  const button = el("button", { type: "button", title: label, "aria-label": label, tabindex: b.count ? "0" : "-1", onclick: () => choose(isoDay(b.from), isoDay(b.to)) }, fill);
  return el("li", {}, button);
}
