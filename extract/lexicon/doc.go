// Package lexicon holds the word lists that several stages share: the calendar,
// numbers, people, prepositions and modal verbs, one table each under data/. It
// must hold nothing that only one stage reads, and no word whose meaning
// depends on what the text is about.
package lexicon
