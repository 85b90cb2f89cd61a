// Package mention holds what can be found in a text: places, actors, weapons,
// quantities and dates as plain structs with byte spans. Each is found by a
// package of its own below this one (place, actor, weapon, quantity, date);
// none of them knows of events.
package mention
