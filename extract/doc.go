// Package extract reads news articles about armed conflict and returns what
// they report as records: who did what to whom, where, when, with which
// claimed casualties, and who says so.
//
// An Extractor runs the stages below this package over an article, in the
// order that Extract names; everything that sitrep prints comes from its one
// Result. The package decides nothing itself. It reads no files but the rules
// and dictionaries it is given, and writes none.
package extract
