// Package attribution finds who is said to have said something: source, cue
// and content of every attribution in a text, the quotations that run on over
// sentences, and the words that say how sure a text is of what it tells. It
// must never take the article's own voice for a source, nor decide what a
// claim is worth.
package attribution
