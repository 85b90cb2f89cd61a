// Package event finds acts in clauses by rule: what happened, told by which
// word, done by whom to whom, and whether it did happen. It sees clauses and
// what their noun groups stand for, and of casualties only which verb tells
// them. It must never ask who says so, where or when it was.
package event
