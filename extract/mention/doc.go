// Package mention holds what can be found in a text: places, actors, quantities
// and dates as plain structs with byte spans. Each is found by a package of its
// own below this one (place, actor, quantity, date), none of which knows of
// events. Weapons are found by package event, whose rules have their words.
package mention
