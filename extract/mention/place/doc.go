// Package place finds the places that a text names and resolves each to a
// point on the globe.
//
// It looks up gazetteer names in the raw text (scan.go), weighs the words
// around each name for and against a place (context.go), chooses one place for
// each name in the whole article by what else the article names (resolve.go),
// and keeps the names that are places (decide.go). The choices that lost stay
// in mention.Place.Alternatives.
//
// It knows nothing of events. Names of persons, organisations and ordinary
// words must not become places.
package place
