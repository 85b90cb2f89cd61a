package corpus

import (
	"strings"

	"sitrep/extract/article"
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
