// Package lang reads sentences: tokens and tags (prose, in prose.go alone),
// noun groups, verb groups and clauses. A Document analyses a sentence when
// it is asked for and keeps the result. It knows English and nothing of
// conflict: no gazetteer, no trigger and no actor. The words of conflict that
// are needed to tell nouns from verbs are given to New as a Vocabulary.
package lang
