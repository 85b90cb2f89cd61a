// Package actor finds the actors in a text: names from the dictionary, states
// and their forces, generic nouns that the words beside them make specific, and
// the offices that sources speak in.
//
// It reads noun groups and says for each which actors it names. Whom a pronoun
// or a bare description refers to is left to package entity. It never looks at
// verbs: what an actor does is not known here.
package actor
