package document

import (
	"encoding/xml"
	"errors"
	"net/url"
	"path"
	"strings"

	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
)

// mostChapters bounds how many chapters of a book are read.
const mostChapters = 5000

// epub reads the chapters of a book in their order. container is the part that
// says where its list of parts is.
func (p *archive) epub(container []byte) ([]Text, error) {
	list := ""
	walk(container, func(e xml.StartElement) {
		if e.Name.Local == "rootfile" && list == "" {
			list = attr(e, "full-path")
		}
	}, func(string) {}, func(string) {})
	b, err := p.part(list)
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, errors.New("a broken EPUB: its list of parts is missing")
	}
	var book Text
	hrefs, nav := map[string]string{}, map[string]bool{}
	var spine []string
	field := ""
	walk(b, func(e xml.StartElement) {
		switch field = e.Name.Local; field {
		case "item":
			hrefs[attr(e, "id")] = attr(e, "href")
			nav[attr(e, "id")] = strings.Contains(attr(e, "properties"), "nav")
		case "itemref":
			if attr(e, "linear") != "no" && len(spine) < mostChapters {
				spine = append(spine, attr(e, "idref"))
			}
		}
	}, func(string) { field = "" }, func(s string) {
		switch field {
		case "publisher":
			book.Publisher += s
		case "date":
			if book.Published == "" {
				book.Published = strings.TrimSpace(s)
			}
		}
	})
	book.Published, _, _ = strings.Cut(book.Published, "T")
	var out []Text
	for _, id := range spine {
		if nav[id] {
			continue
		}
		name, err := url.PathUnescape(hrefs[id])
		if err != nil {
			name = hrefs[id]
		}
		b, err := p.part(path.Join(path.Dir(list), name))
		if err != nil {
			return nil, err
		}
		if t, ok := chapter(b); ok {
			t.Published, t.Publisher = book.Published, book.Publisher
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("no text in it")
	}
	return out, nil
}

// chapter reads a page of a book. It returns false for one without text, such as
// a cover.
func chapter(page []byte) (Text, bool) {
	doc, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		return Text{}, false
	}
	var t Text
	body := doc
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "body":
			body = n
		case "h1", "h2":
			if t.Title == "" {
				t.Title = strings.Join(strings.Fields(render.InnerText(n)), " ")
			}
		}
	}
	t.Text = tidy(render.InnerText(body))
	return t, strings.TrimSpace(t.Text) != "" && t.Text != t.Title
}
