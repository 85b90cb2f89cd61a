// Package code translates a record into the other codebooks of the field:
// CAMEO's numbers (codebook 1.1b3, Schrodt 2012), PLOVER's event types and modes
// (manual, Open Event Data Alliance). It is a pure function over tables of the
// sub-event type, act, trigger, weapons and targets, and must never look at text.
package code
