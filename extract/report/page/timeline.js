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

/** createTimeline draws bars into a list and its period below; choose is called with two ISO days. */
export function createTimeline(list, period, choose) {
  const bars = [];
  return {
    show(incidents) {
      const all = bins(incidents);
      const most = Math.max(1, ...all.map((b) => b.count));
      while (bars.length < all.length) bars.push(createBar(choose));
      bars.length = all.length;
      bars.forEach((bar, i) => bar.show(all[i], most));
      const ends = all.length ? [isoDay(all[0].from), isoDay(all.at(-1).to)] : ["", ""];
      ends.forEach((day, i) => { period.children[i].textContent = day; });
      if (list.childElementCount !== bars.length) list.replaceChildren(...bars.map((bar) => bar.item));
    },
  };
}

function createBar(choose) {
  const fill = el("span", { class: "fill" });
  let from = "";
  let to = "";
  const button = el("button", { type: "button", onclick: () => choose(from, to) }, fill);
  return {
    item: el("li", {}, button),
    show(bin, most) {
      from = isoDay(bin.from);
      to = isoDay(bin.to);
      const label = `${from === to ? from : `${from} to ${to}`}: ${bin.count} ${bin.count === 1 ? "incident" : "incidents"}, ${bin.deaths} dead`;
      button.title = label;
      button.setAttribute("aria-label", label);
      button.tabIndex = bin.count ? 0 : -1;
      fill.style.transform = `scaleY(${bin.count === 0 ? 0 : Math.max(0.04, bin.count / most)})`;
    },
  };
}
