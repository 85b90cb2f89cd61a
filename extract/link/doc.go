// Package link groups what many articles tell into linked incidents: one
// happening each, with all its tellings. Accounts come in the order of
// publication; candidates are found by day, place and party, each pair is
// scored by a logistic model whose weights are a table, and an account joins
// an incident only where it fits the tellings there together and contradicts
// none of them. It must never look at the text of an article beyond the
// sentences that the records quote.
package link
