package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"slices"
	"strings"

	"sitrep/extract/lazyregexp"
)

// kind is what a stream turns out to be.
type kind int

const (
	plainText kind = iota
	gzipped
	zstandard
	bzipped
	xzed
	tarred
	zipped
	warc
	page
	markdown
	jsonLines
	jsonDocument
	jsonArray
	commas
	tabs
	semicolons
	message
	mailbox
	feed
	office
	richText
	portable
	telegram
	tweets
	gdelt
	unreadable
)

// magic maps a format to the bytes that its files begin with.
var magic = []struct {
	at    int
	bytes string
	kind  kind
	what  string
}{
	{0, "\x1f\x8b", gzipped, ""},
	{0, "\x28\xb5\x2f\xfd", zstandard, ""},
	{0, "BZh", bzipped, ""},
	{0, "\xfd7zXZ\x00", xzed, ""},
	{257, "ustar", tarred, ""},
	{0, "PK\x03\x04", zipped, ""},
	{0, "PK\x05\x06", zipped, ""},
	{0, "WARC/", warc, ""},
	{0, "%PDF-", portable, ""},
	{0, "\xd0\xcf\x11\xe0", unreadable, "an old Office document"},
	{0, "{\\rtf", richText, ""},
	{0, "7z\xbc\xaf\x27\x1c", unreadable, "a 7z archive"},
	{0, "Rar!", unreadable, "a RAR archive"},
	{0, "SQLite format 3\x00", unreadable, "an SQLite database"},
	{0, "PAR1", unreadable, "Parquet"},
}

// byName are the endings of what its content can't be told from.
var byName = map[string]kind{
	".tar": tarred, ".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonDocument,
	".csv": commas, ".tsv": tabs, ".tab": tabs, ".md": markdown, ".markdown": markdown,
	".html": page, ".htm": page, ".xhtml": page,
}

// sniff tells what a stream is: by its content first, by its name second.
func (r *reader) sniff(at place, s *scanner) (kind, string) {
	head := s.head()
	ending := strings.ToLower(path.Ext(at.name))
	if len(head) < 262 && ending == ".tar" {
		head = s.longHead(262)
	}
	if k, what, ok := bySignature(head, ending); ok {
		return k, what
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteOrderMark)), " \t\r\n\v\f")
	named := byName[ending]
	if k, ok := byStart(named, ending, start); ok {
		return k, ""
	}
	if named != plainText {
		return named, ""
	}
	if k, ok := r.delimited(start); ok {
		return k, ""
	}
	if ending == "" && looksLikeMarkdown(start) {
		return markdown, ""
	}
	return plainText, ""
}

// bySignature tells what begins with bytes that nothing else begins with.
func bySignature(head []byte, ending string) (k kind, what string, ok bool) {
	for _, m := range magic {
		if len(head) >= m.at && bytes.HasPrefix(head[m.at:], []byte(m.bytes)) {
			if m.kind == zipped && isOffice(head, ending) {
				return office, "", true
			}
			return m.kind, m.what, true
		}
	}
	return tarred, "", ending == ".tar"
}

// byStart tells what a text is whose first words are those of one form only.
func byStart(named kind, ending string, start []byte) (kind, bool) {
	switch {
	case named == jsonLines:
		return jsonLines, true
	case bytes.HasPrefix(start, []byte("{")) && telegramStart().Match(start):
		return telegram, true
	case bytes.HasPrefix(start, []byte("{")):
		return jsonKind(named, start), true
	case bytes.HasPrefix(start, []byte("[")) && (named == jsonDocument || arrayStart(start)):
		return jsonArray, true
	case looksLikePage(start):
		return page, true
	case looksLikeXML(start):
		return feed, true
	case mailStart().Match(start):
		return mailbox, true
	case bytes.HasPrefix(start, []byte("window.YTD.")):
		return tweets, true
	case looksLikeMail(start) && (named == plainText || ending == ".eml"):
		return message, true
	case looksLikeGDELT(start):
		return gdelt, true
	}
	return plainText, false
}

// jsonKind tells JSON lines from a JSON document and from a text that happens to
// begin with a brace. JSON lines are told by a whole object on the first line,
// or by a second line that begins like one where the first is broken.
func jsonKind(named kind, start []byte) kind {
	first, rest, more := bytes.Cut(start, []byte("\n"))
	first = bytes.TrimSpace(first)
	next := bytes.TrimLeft(rest, "\r\n")
	switch {
	case json.Valid(first) && (named != jsonDocument || len(bytes.TrimSpace(rest)) > 0):
		return jsonLines
	case bytes.HasPrefix(next, []byte(`{"`)) && bytes.HasPrefix(first, []byte(`{"`)):
		return jsonLines
	case named == jsonDocument:
		return jsonDocument
	case !more && bytes.HasPrefix(first, []byte(`{"`)): // a first line longer than the head
		return jsonLines
	case bytes.HasPrefix(bytes.TrimLeft(first[1:], " \t"), []byte(`"`)), len(first) == 1 && bytes.HasPrefix(bytes.TrimLeft(next, " \t"), []byte(`"`)):
		return jsonDocument
	}
	return plainText
}

// arrayStart reports whether a head is that of an array of objects, not of a text
// that begins with a bracket.
func arrayStart(start []byte) bool {
	rest := bytes.TrimLeft(start[1:], " \t\r\n")
	return bytes.HasPrefix(rest, []byte("{")) || bytes.HasPrefix(rest, []byte("]"))
}

func looksLikePage(start []byte) bool {
	low := bytes.ToLower(start[:min(len(start), 1024)])
	for bytes.HasPrefix(low, []byte("<!--")) || bytes.HasPrefix(low, []byte("<?xml")) {
		_, after, found := bytes.Cut(low, []byte(">"))
		if !found {
			return false
		}
		low = bytes.TrimLeft(after, " \t\r\n")
	}
	return slices.ContainsFunc([]string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<h1"}, func(tag string) bool {
		return bytes.HasPrefix(low, []byte(tag))
	})
}

// looksLikeMarkdown looks for front matter or a heading on the first line.
func looksLikeMarkdown(start []byte) bool {
	if bytes.HasPrefix(start, []byte("# ")) {
		return true
	}
	first, rest, found := bytes.Cut(start, []byte("\n"))
	return found && strings.TrimSpace(string(first)) == "---" && bytes.Contains(rest, []byte("\n---"))
}

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
