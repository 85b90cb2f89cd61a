// Package actor finds actors in a text: names from the dictionary, states and
// their forces, generic nouns made specific by what stands beside them, and
// the offices that sources speak in. It reads noun groups and answers for
// each who it is; whom a pronoun or a bare description stands for is left to
// package entity. It must never look at verbs: what an actor does is not known
// here.
package actor
