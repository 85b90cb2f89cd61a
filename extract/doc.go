// Package extract reads news articles about armed conflict and returns what
// they report as records: who did what to whom, where, when, with which
// claimed casualties, and who says so.
//
// Make one Extractor with New and use it for all articles; it is safe for
// concurrent use. An article.Input goes into Extract, and a Result with its
// record.Record values comes out: plain structs, which encoding/json writes as
// sitrep extract --format jsonl does. Package table writes them as tables and
// reads them again, package corpus reads files and folders; this package needs
// neither.
//
// An Extractor runs the stages below this package over an article, in the
// order that Extract names; everything that sitrep prints comes from its one
// Result. The package decides nothing itself. It reads no files but the rules
// and dictionaries it is given, and writes none.
package extract
