// The data that the page carries: incidents, each with its tellings, and the
// articles that they are from.
import { days, fold } from "./format.js";

/** EVENT_TYPES are ACLED's event types, in the order of the legend. */
export const EVENT_TYPES = [
  "Battles",
  "Explosions/Remote violence",
  "Violence against civilians",
  "Riots",
  "Protests",
  "Strategic developments",
];

/** load reads what the page carries and adds what is asked again and again. */
export function load(raw) {
  const { incidents, articles } = raw;
  const byId = new Map();
  incidents.forEach((incident, i) => {
    incident.index = i;
    incident.day = days(incident.from);
    incident.lastDay = incident.to ? days(incident.to) : incident.day;
    incident.tellings.forEach((telling) => {
      telling.article = articles[telling.a];
      telling.day = days(telling.from);
    });
    const { actors = [], targets = [] } = incident;
    incident.actorNames = actors.join(", ");
    incident.targetNames = targets.join(", ");
    incident.people = new Set([...actors, ...targets]);
    incident.words = fold(wordsOf(incident));
    byId.set(incident.id, incident);
  });
  return { incidents, articles, byId };
}

function wordsOf(incident) {
  const parts = [incident.type, incident.sub, incident.place, incident.country, incident.actorNames, incident.targetNames];
  for (const t of incident.tellings) parts.push(t.evidence, t.source, t.article.title, t.article.publisher, t.article.id);
  return parts.filter(Boolean).join("\n");
}

/** counted returns the values of incidents with how often each stands, the most frequent first. */
export function counted(incidents, valuesOf) {
  const count = new Map();
  for (const incident of incidents) for (const v of new Set(valuesOf(incident))) if (v) count.set(v, (count.get(v) || 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
