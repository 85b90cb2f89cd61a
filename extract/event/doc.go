// Package event finds acts in clauses by rule: what happened, told by which
// word, done by whom to whom, and whether it did happen. It sees clauses and
// what their noun groups stand for, never tags or token positions, and knows
// nothing of sources, tolls or dates.
package event
