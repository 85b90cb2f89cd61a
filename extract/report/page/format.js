// Text and elements. Everything that comes from an article is set as text,
// never as markup.

/** el makes an element: el("td", {class: "n"}, "text", child). */
export function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== ""));
  return node;
}

/** days returns an ISO day as days since 1970, or NaN. */
export function days(iso) {
  return iso ? Date.parse(iso.slice(0, 10) + "T00:00:00Z") / 864e5 : NaN;
}

/** isoDay returns days since 1970 as an ISO day. */
export function isoDay(n) {
  return new Date(n * 864e5).toISOString().slice(0, 10);
}

/** when shows a time in the fewest words: a day, a month, a year, or from – to without what the two share. */
export function when(from, to) {
  if (!from || !to || to === from) return from || "";
  const [year, month] = from.split("-");
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from.endsWith("-01") && to === isoDay(Date.UTC(Number(year), Number(month), 0) / 864e5)) return `${year}-${month}`;
  const shared = to.startsWith(`${year}-${month}-`) ? 8 : to.startsWith(`${year}-`) ? 5 : 0;
  return `${from} – ${to.slice(shared)}`;
}

/** bounds shows a figure: 12, 5–9, 10+, up to 30. */
export function bounds(min, max) {
  if (min === undefined && max === undefined) return "";
  if (min === undefined) return `up to ${max}`;
  if (max === undefined) return `${min}+`;
  return min === max ? String(min) : `${min}–${max}`;
}

/** csv writes rows as RFC 4180 has them; a cell that a spreadsheet would run gets a mark. */
export function csv(rows) {
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value) {
  if (typeof value === "number") return String(value);
  let s = value === undefined || value === null ? "" : String(value).replace(/\s+/g, " ");
  if (/^[=+\-@]/.test(s)) s = "'" + s;
  return /[",]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s;
}

/** fold makes words that can be compared: lower case, no accents. */
export function fold(s) {
  return (s || "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
