// Package code translates an act into the codebooks of the field: ACLED's
// event types, CAMEO's numbers, PLOVER's events and modes. It is a pure
// function over tables and never looks at text.
package code
