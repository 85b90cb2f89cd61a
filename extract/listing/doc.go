// Package listing lists every mention of an article, whether or not an event
// rests on it: places, actors, weapons, casualties, dates and attributions, with
// what they resolved to. It must never find mentions that the stages would not
// find, except that it asks which names of no dictionary are actors' at all.
package listing
