// Package document reads the text out of documents: DOCX, ODT, RTF, EPUB and
// PDF. It knows their forms and nothing of what they say, and must never unpack
// more than its limit.
//
// PDF is read with github.com/ledongthuc/pdf (BSD, 1.5 MB of program, a
// millisecond a page), which gives the letters with their places. pdfium compiled
// to WebAssembly gives the same text of pages in one and two columns, and was not
// taken: 13 MB of program, and five seconds of work before the first page.
package document
