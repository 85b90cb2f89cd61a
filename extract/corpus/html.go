package corpus

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"net/url"
	"strings"
	"sync"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"github.com/goccy/go-yaml"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"sitrep/extract/article"
)

//go:embed metadata.yaml
var metadataYAML []byte

var metadataNames = sync.OnceValue(func() map[string][]string {
	var all map[string][]string
	if err := yaml.UnmarshalWithOptions(metadataYAML, &all, yaml.Strict()); err != nil {
		panic("metadata.yaml: " + err.Error()) // embedded: a test reads it
	}
	return all
})

// mostNodes is how many nodes of a page are looked at: its article is found
// by walking them several times.
const mostNodes = 200_000

var errNoArticle = errors.New("no article in this page")

// page reads an HTML page: the main text, and what the page says of itself.
func (r *reader) page(at place, s *scanner) bool {
	data, err := readAll(s, r.options.Limits.Article)
	if err == nil && binary(data) && wide(data) == nil {
		err = errNotText
	}
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	if bundlePage().Match(data) {
		if handled, more := r.several(at, unmarked(string(data))); handled {
			return more
		}
	}
	if posts := livePage(data); posts != nil {
		var text strings.Builder
		for i := range posts {
			posts[i].from = text.Len()
			text.WriteString(posts[i].text + "\n\n")
		}
		return r.posts(at, strings.TrimSpace(text.String()), posts)
	}
	in, err := pageArticle(data, "", "")
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	return r.whole(at, in)
}

// pageArticle finds the article of a page. address is where it was fetched
// from and contentType what the server said, if that is known.
func pageArticle(data []byte, contentType, address string) (article.Input, error) {
	in, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err == io.EOF {
		return article.Input{}, errEmpty
	}
	if err != nil {
		return article.Input{}, err
	}
	doc, err := html.Parse(unicode.UTF8.NewDecoder().Reader(in)) // invalid bytes of UTF-8 become U+FFFD
	if err != nil {
		return article.Input{}, errors.New(strings.TrimPrefix(err.Error(), "html: "))
	}
	readTables(doc)
	said := metadata(doc)
	out := article.Input{URL: address}
	for _, u := range []string{said["canonical"], first(said, "url")} {
		if out.URL == "" && (strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")) {
			out.URL = u
		}
	}
	base, err := url.Parse(out.URL)
	if err != nil {
		base = &url.URL{}
	}
	p := readability.NewParser()
	p.MaxElemsToParse = mostNodes
	found, err := p.ParseDocument(doc, base)
	var text strings.Builder
	if err == nil && found.Node != nil {
		err = found.RenderText(&text)
	}
	out.Text = paragraphs(text.String())
	if err != nil || out.Text == "" {
		if out.Text = paragraphs(render.InnerText(bodyOf(doc))); out.Text == "" {
			return out, errNoArticle
		}
	}
	out.Title = oneLine(found.Title(), first(said, "title"), said["<title>"])
	out.Publisher = strings.TrimPrefix(oneLine(found.SiteName(), first(said, "publisher")), "@")
	out.Published = published(found, said)
	return out, nil
}

func published(found readability.Article, said map[string]string) string {
	// The day where it was published, not the day in Greenwich: the time's
	// own zone.
	if t, err := found.PublishedTime(); err == nil && t.Year() > 1 {
		return t.Format(time.DateOnly)
	}
	for _, s := range []string{first(said, "published"), said["time"]} {
		if s == "" {
			continue
		}
		if d, ok := day(s); ok {
			return d
		}
	}
	return ""
}

func oneLine(candidates ...string) string {
	for _, c := range candidates {
		if c = strings.Join(strings.Fields(c), " "); c != "" {
			return c
		}
	}
	return ""
}

// metadata returns the contents of a page's meta elements by name, its canonical
// address and its first time.
func metadata(doc *html.Node) map[string]string {
	said := map[string]string{}
	keep := func(key, value string) {
		if value = strings.TrimSpace(value); said[key] == "" {
			said[key] = value
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := attribute(n, key); name != "" {
					keep(strings.ToLower(name), attribute(n, "content"))
				}
			}
		case "link":
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				keep("canonical", attribute(n, "href"))
			}
		case "time":
			keep("time", attribute(n, "datetime"))
		case "title":
			if n.FirstChild != nil {
				keep("<title>", n.FirstChild.Data)
			}
		}
	}
	return said
}

func first(said map[string]string, field string) string {
	for _, name := range metadataNames()[field] {
		if v := said[strings.ToLower(name)]; v != "" {
			return v
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func bodyOf(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "body" {
			return n
		}
	}
	return doc
}

// paragraphs leaves one blank line between what a page shows apart.
func paragraphs(text string) string {
	var b strings.Builder
	blank := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			blank = b.Len() > 0
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if blank {
				b.WriteByte('\n')
			}
		}
		b.WriteString(line)
		blank = false
	}
	return b.String()
}

// markup reports whether the text of a record is a piece of HTML, as the fields
// of feeds are.
func markup(text string) bool {
	start := strings.TrimSpace(text)
	return strings.HasPrefix(start, "<") && (strings.Contains(start, "</p>") || strings.Contains(start, "<br") || strings.Contains(start, "</div>"))
}

func unmarked(text string) string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return text
	}
	return paragraphs(render.InnerText(bodyOf(doc)))
}
