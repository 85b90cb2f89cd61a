// Package source finds who says so: the attribution that a telling stands in,
// or one of a sentence before that reaches over it, and whether the text hedges
// what it tells. It must never look for attributions itself, nor decide whether
// a source is right.
package source
