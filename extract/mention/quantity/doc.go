// Package quantity reads how many: numbers in digits and words, round words
// (dozens, a handful), their qualifiers (at least, up to) and ranges, as
// bounds with the stretch of text that says so, and what a noun group counts
// without a number (a soldier, civilians). It must not know what is counted
// or what happened to it; that is for the stages after it.
package quantity
