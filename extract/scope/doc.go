// Package scope tells one happening from many that are told as one figure, as
// in "800 people have been killed since March": by the lengths of time and the
// habits that a telling's clauses speak of. It must never change whose dead
// they are, nor when it happened.
package scope
