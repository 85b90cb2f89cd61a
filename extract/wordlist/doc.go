// Package wordlist reads the tables of words that the stages carry with them:
// CSV files under a header. It is strict, so that a slip in a list is an error
// with file and line and not a word that is silently never found. It must
// never know what a word means: that is for the stage whose list it is.
package wordlist
