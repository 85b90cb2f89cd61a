// Package lang reads sentences: tokens and tags (prose, in prose.go alone),
// noun groups, verb groups and clauses. A Document analyses a sentence when
// it is asked for and keeps the result. It knows English and nothing of
// conflict: no gazetteer, no trigger, no actor is known here, and whatever
// needs such knowledge belongs to a later stage.
package lang
