// Package casualty reads the tolls that a sentence gives: how many were killed,
// wounded, captured, abducted, displaced or are missing, and who they are. It
// works on single sentences and must never decide which event a toll belongs
// to.
package casualty
