// Package document reads the text out of documents: DOCX, ODT, RTF, EPUB and
// PDF. It knows their forms and nothing of what they say, and must never unpack
// more than its limit.
package document
