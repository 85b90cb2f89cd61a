package corpus

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/bundle"
	"sitrep/extract/document"
)

// largestDocument is how many bytes a document may have for each byte that its
// text may have: pictures and fonts come with it.
const largestDocument = 8

// document reads a document of an office program, a book or a PDF.
func (r *reader) document(at place, k kind, s *scanner) bool {
	limit := r.options.Limits.Article
	data, err := readAll(s, limit*largestDocument)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	var texts []document.Text
	var one document.Text
	switch k {
	case portable:
		one, err = document.PDF(data, limit)
	case richText:
		one, err = document.RTF(data)
	default:
		if texts, err = document.Office(data, limit); err == nil && texts == nil {
			return r.workbook(at, data)
		}
	}
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	if texts == nil {
		texts = []document.Text{one}
	}
	if len(texts) == 1 {
		if handled, more := r.several(at, texts[0].Text); handled {
			return more
		}
		in := documentArticle(texts[0])
		d := Document{Input: in, Path: at.path}
		if in.Text == texts[0].Text {
			d.Pages = texts[0].Pages
		}
		return r.wholeDocument(at, d)
	}
	var articles []article.Input
	for _, t := range texts {
		articles = append(articles, documentArticle(t))
	}
	return r.each(at, articles)
}

func documentArticle(t document.Text) article.Input {
	in := article.Input{Title: t.Title, Text: strings.TrimSpace(readBars(t.Text)), Published: t.Published, Publisher: strings.TrimSpace(t.Publisher)}
	return in
}

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
