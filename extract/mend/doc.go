// Package mend repairs what happened to a text on its way here: characters that
// were decoded twice, entities that were escaped twice, invisible characters
// inside words, ligatures, look-alike digits, words parted at the end of a line,
// tags and links of markup, accents for apostrophes, and capitals that are all or
// none.
// It knows characters and names and no grammar, and must never drop a word.
//
// What is analysed, quoted and counted in offsets is the mended text; a clean
// text comes out as it went in, and most costs one look at its bytes.
package mend
