// Package attribution finds who is said to have said something: source, cue
// and content of every attribution in a text, the quotations that run on over
// sentences, and the words that tell how sure a text is of what it says. It
// must never take the article's own voice for a source, nor decide whether a
// claim is true.
package attribution
