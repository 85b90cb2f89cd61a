// Package code translates a sub-event type into the other codebooks of the
// field: CAMEO's numbers, PLOVER's events and modes. It is a pure function over
// a table, and must never look at text.
package code
