package corpus

import (
	"errors"
	"strings"

	"sitrep/extract/article"
)

var errEmpty = errors.New("no text in it")

// text reads a whole input as the text of one article.
func (r *reader) text(at place, s *scanner) bool {
	text, err := decodeAll(s, r.options.Limits.Article)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	if handled, more := r.several(at, text); handled {
		return more
	}
	if posts := postsOf(text); posts != nil {
		return r.posts(at, text, posts)
	}
	if read := readBars(text); read != text {
		in := article.Input{ID: at.id, Text: read}
		return r.emit(Document{Input: in, Path: at.path, Warnings: []string{"a table of incidents is read row by row, as sentences: offsets count in these"}})
	}
	return r.whole(at, article.Input{Text: text})
}

// whole hands on an article that is a whole file.
func (r *reader) whole(at place, in article.Input) bool {
	return r.wholeDocument(at, Document{Input: in, Path: at.path})
}

func (r *reader) wholeDocument(at place, d Document) bool {
	if strings.TrimSpace(d.Text) == "" && d.Title == "" {
		return r.fail(at.path, 0, errEmpty)
	}
	if d.ID == "" {
		d.ID = at.id
	}
	return r.emit(d)
}
