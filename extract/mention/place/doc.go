// Package place finds the places that a text names and says where on the
// globe they are: names from the gazetteer over the raw text, vetoes for
// persons, organisations and ordinary words, then one sense a name for the
// whole article by what else the article names. It knows no events, and must
// never move a mention that it is not sure of: the losers stay in
// Alternatives.
package place
