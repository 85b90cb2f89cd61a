package corpus

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/bundle"
)

// several hands on the articles of a text that may be a bundle of them. It
// returns false for handled where the text is none.
func (r *reader) several(at place, text string) (handled, more bool) {
	articles, name, err := bundle.Split(text)
	switch {
	case err != nil:
		return true, r.fail(at.path, 0, err)
	case name == "":
		return false, true
	}
	return true, r.each(at, articles)
}

// each hands on the articles of one file, numbered from 1 where they have no ids
// of their own.
func (r *reader) each(at place, articles []article.Input) bool {
	for i, in := range articles {
		if in.ID == "" {
			in.ID = where(at.id, i+1)
		}
		in.Title = strings.TrimSpace(in.Title)
		if in.Title == "" && strings.TrimSpace(in.Text) == "" {
			if !r.fail(at.path, i+1, errEmpty) {
				return false
			}
			continue
		}
		if !r.emit(Document{Input: in, Path: at.path, Record: i + 1}) {
			return false
		}
	}
	return true
}
