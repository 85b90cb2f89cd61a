// Package extract reads news articles about armed conflict and returns what
// they report as records: who did what to whom, where, when, with which
// claimed casualties, and who says so.
//
// An Extractor runs one pipeline of small stages over an article; everything
// that sitrep prints comes from its one Result. The package reads no files
// but the rules and dictionaries it is given, and writes none.
package extract
