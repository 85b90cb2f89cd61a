package corpus

import (
	"bytes"
	"errors"
	"sitrep/extract/lazyregexp"
	"strings"
)

// isOffice reports whether a zip archive is a document: by its ending, or by the
// part that documents begin with.
func isOffice(head []byte, ending string) bool {
	if strings.Contains(" .docx .docm .xlsx .xlsm .pptx .odt .ods .epub ", " "+ending+" ") {
		return true
	}
	first := head[min(len(head), 30):min(len(head), 90)]
	return bytes.HasPrefix(first, []byte("[Content_Types].xml")) || bytes.HasPrefix(first, []byte("mimetypeapplication/")) ||
		bytes.HasPrefix(first, []byte("_rels/.rels"))
}

// xmlStart is the beginning of XML whose root is one of those that are read, with
// or without its declaration.
var xmlStart = lazyregexp.New(`^<(?:rss|feed|urlset|nitf|NewsML|newsItem|newsMessage|(?:[a-z]+:)?RDF)[\s>]`)

func looksLikeXML(start []byte) bool {
	return bytes.HasPrefix(start, []byte("<?xml")) || xmlStart().Match(start)
}

// telegramStart is the beginning of a chat that Telegram has exported.
var telegramStart = lazyregexp.New(`^\{\s*"(?:about|name)":[\s\S]*?"type":\s*"(?:public_|private_)?(?:channel|supergroup|group)"`)

// bundlePage is a mark of the pages in which LexisNexis and Factiva hand out
// many articles.
var bundlePage = lazyregexp.New(`\d+ of \d+ DOCUMENTS|Document [A-Z]{2,10}0[0-9a-z]{12,}|End of Document`)

// gdeltRow is the first row of one of GDELT's tables, which have no header: the
// number of a record and a date.
var gdeltRow = lazyregexp.New(`^(?:\d{14}-T?\d+\t\d{14}|\d{7,}\t\d{8}\t\d{6}\t\d{4}|\d{7,}\t\d{14}\t)`)

func looksLikeGDELT(start []byte) bool {
	first, _, _ := bytes.Cut(start, []byte("\n"))
	return bytes.Count(first, []byte("\t")) >= 14 && gdeltRow().Match(first)
}

// errGDELT is the reason for not reading GDELT's tables: they hold codes and
// addresses, and no texts.
var errGDELT = errors.New("a table of GDELT (GKG, events or mentions) has codes and addresses without texts: give the articles themselves")
