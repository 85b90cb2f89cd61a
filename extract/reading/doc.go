// Package reading is all that is known of a text before and beside its
// events: which places, actors, dates and casualties it names, what its noun
// groups stand for, who says what in it and how sure it is. The stages from
// event on ask it; it looks for an answer when it is first asked and keeps it.
// It never learns anything from the stages that ask: what it answers depends
// on the text and the dictionaries alone, and not on the order of questions.
package reading
