package corpus

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"

	"sitrep/extract/article"
)

// element is a piece of XML, as far as articles need it. The spaces of names are
// left out: feeds are careless with them.
type element struct {
	name     string
	attrs    map[string]string
	children []*element
	text     strings.Builder
}

// first returns the first element below e with one of the names, looking at the
// children first and at theirs next; nil: there is none.
func (e *element) first(names ...string) *element {
	if e == nil {
		return nil
	}
	for _, name := range names {
		for level := e.children; len(level) > 0; {
			var next []*element
			for _, c := range level {
				if c.name == name {
					return c
				}
				next = append(next, c.children...)
			}
			level = next
		}
	}
	return nil
}

// all returns the text of an element and those within it, with a blank line
// between paragraphs.
func (e *element) all() string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	e.write(&b)
	return strings.TrimSpace(b.String())
}

func (e *element) write(b *strings.Builder) {
	if slices.Contains([]string{"p", "para", "h1", "h2", "h3", "li", "tr", "hl2", "div"}, e.name) && b.Len() > 0 {
		b.WriteString("\n\n")
	}
	b.WriteString(e.text.String())
	for _, c := range e.children {
		if c.name == "#text" {
			b.WriteString(c.text.String())
			continue
		}
		c.write(b)
	}
}

// line returns an element's text as one line.
func (e *element) line() string { return strings.Join(strings.Fields(e.all()), " ") }

// attr returns an attribute of an element, or "".
func (e *element) attr(name string) string {
	if e == nil {
		return ""
	}
	return e.attrs[name]
}

// articleElements are the elements that are one article each, in the forms of XML
// that are read: RSS, Atom, news sitemaps, NITF, NewsML.
var articleElements = map[string]func(*element) article.Input{
	"item": rssItem, "entry": atomEntry, "url": sitemapEntry, "nitf": nitf, "newsItem": newsML, "NewsItem": newsML,
}

// rootElements are the roots of these forms.
var rootElements = []string{"rss", "RDF", "feed", "urlset", "nitf", "newsItem", "newsMessage", "NewsML", "NewsItem"}

// mostDepth bounds how deep elements may lie in each other.
const mostDepth = 200

// feed reads a feed or another file of articles in XML.
func (r *reader) feed(at place, s *scanner) bool {
	limit := newBudget(s, r.options.Limits.Article+bufferSize)
	d := xml.NewDecoder(limit)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(name string, in io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, in) }
	publisher, depth, n := "", 0, 0
	for {
		token, err := d.Token()
		if err == io.EOF && n > 0 {
			return true
		}
		if err != nil {
			return r.fail(at.path, n, xmlError(err))
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			if _, end := token.(xml.EndElement); end {
				depth--
			}
			continue
		}
		name := start.Name.Local
		depth++
		if depth == 1 && !slices.Contains(rootElements, name) {
			return r.fail(at.path, 0, fmt.Errorf("XML of another kind (<%s>): RSS, Atom, news sitemaps, NITF and NewsML are read", name))
		}
		make := articleElements[name]
		if make == nil && (name != "title" || publisher != "") {
			continue
		}
		e, err := subtree(d, start, 0)
		depth--
		if err != nil {
			return r.fail(at.path, n+1, xmlError(err))
		}
		if make == nil {
			publisher = e.line()
			continue
		}
		n++
		limit.renew()
		in := make(e)
		in.Publisher = cmp.Or(in.Publisher, publisher)
		if !r.item(at, n, in) {
			return false
		}
	}
}

// item hands on one article of a feed.
func (r *reader) item(at place, n int, in article.Input) bool {
	in.ID = cmp.Or(in.ID, where(at.id, n))
	if strings.TrimSpace(in.Text) == "" && in.Title == "" {
		return r.fail(at.path, n, errEmpty)
	}
	return r.emit(Document{Input: in, Path: at.path, Record: n})
}

func xmlError(err error) error {
	var long *tooLong
	if errors.As(err, &long) {
		return long
	}
	if errors.Is(err, io.EOF) {
		return errors.New("no article in this XML")
	}
	return errors.New("broken XML: " + strings.TrimPrefix(err.Error(), "XML syntax error "))
}

var errDeep = errors.New("elements within each other without end")

// subtree reads an element to its end.
func subtree(d *xml.Decoder, start xml.StartElement, depth int) (*element, error) {
	if depth > mostDepth {
		return nil, errDeep
	}
	e := &element{name: start.Name.Local, attrs: map[string]string{}}
	for _, a := range start.Attr {
		e.attrs[a.Name.Local] = a.Value
	}
	for {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return e, nil
		case xml.CharData:
			if len(e.children) == 0 {
				e.text.Write(t)
				continue
			}
			c := &element{name: "#text"}
			c.text.Write(t)
			e.children = append(e.children, c)
		case xml.StartElement:
			c, err := subtree(d, t, depth+1)
			if err != nil {
				return nil, err
			}
			e.children = append(e.children, c)
		}
	}
}

// body returns the text of a field that holds markup or not.
func body(e *element) string {
	text := e.all()
	if e.attr("type") == "xhtml" || !strings.Contains(text, "<") {
		return text
	}
	return unmarked(text)
}

// moment returns the day of a time that a feed has written.
func moment(e *element) string {
	d, _ := day(e.line())
	return d
}

func rssItem(e *element) article.Input {
	in := article.Input{Title: unmarked(e.first("title").line()), URL: e.first("link").line(), ID: e.first("guid").line(),
		Published: moment(e.first("pubDate", "date")), Publisher: e.first("source").line()}
	for _, name := range []string{"encoded", "fulltext", "body", "description", "summary"} {
		if in.Text == "" {
			in.Text = body(e.first(name))
		}
	}
	return in
}

func atomEntry(e *element) article.Input {
	in := article.Input{Title: unmarked(e.first("title").line()), ID: e.first("id").line(),
		Published: moment(e.first("published", "issued", "updated")), Text: body(e.first("content"))}
	in.Text = cmp.Or(in.Text, body(e.first("summary")))
	if s := e.first("source"); s != nil {
		in.Publisher = s.first("title").line()
	}
	for _, c := range e.children {
		if c.name == "link" && (in.URL == "" || c.attr("rel") == "alternate") {
			in.URL = c.attr("href")
		}
	}
	return in
}

func sitemapEntry(e *element) article.Input {
	return article.Input{URL: e.first("loc").line(), Title: e.first("title").line(),
		Publisher: e.first("publication").first("name").line(), Published: moment(e.first("publication_date", "lastmod"))}
}

func nitf(e *element) article.Input {
	in := article.Input{ID: e.first("doc-id").attr("id-string"), Title: e.first("hl1", "headline", "title").line(),
		Publisher: e.first("pubdata").attr("name"), Text: e.first("body.content").all()}
	in.Title = cmp.Or(in.Title, e.first("hedline").line())
	if place := e.first("dateline").line(); place != "" {
		in.Text = place + " — " + in.Text
	}
	for _, date := range []string{e.first("date.issue").attr("norm"), e.first("story.date").attr("norm"), e.first("pubdata").attr("date.publication")} {
		if in.Published == "" && date != "" {
			in.Published, _ = day(date)
		}
	}
	return in
}

// within returns an article with what it does not say of itself from the envelope
// that it came in.
func within(in, envelope article.Input) article.Input {
	for _, f := range []struct{ own, other *string }{
		{&in.ID, &envelope.ID}, {&in.Title, &envelope.Title}, {&in.Published, &envelope.Published}, {&in.Publisher, &envelope.Publisher},
	} {
		*f.own = cmp.Or(*f.own, *f.other)
	}
	return in
}

func newsML(e *element) article.Input {
	in := article.Input{ID: e.attr("guid"), Title: e.first("headline", "HeadLine").line(),
		Published: moment(e.first("contentCreated", "versionCreated", "DateAndTime", "FirstCreated", "ThisRevisionCreated")),
		Publisher: e.first("provider").line(), Text: e.first("inlineXML", "DataContent", "ContentItem").first("body").all()}
	in.Text = cmp.Or(in.Text, e.first("inlineXML", "DataContent", "body").all())
	in.ID = cmp.Or(in.ID, e.first("PublicIdentifier", "NewsItemId").line())
	in.Publisher = cmp.Or(in.Publisher, e.first("provider").attr("literal"), e.first("Provider").first("Party").attr("FormalName"))
	if n := e.first("nitf"); n != nil {
		return within(nitf(n), in)
	}
	return in
}
