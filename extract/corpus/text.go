package corpus

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

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

// ReadLines yields the articles of a stream of JSON lines, as Read does for a
// file of them, and takes it for nothing else, whatever it looks like. name
// stands for the stream in errors and in the ids of articles that have none.
// Of the options, Include, Exclude and NotInputs don't apply.
func ReadLines(ctx context.Context, name string, in io.Reader, o Options) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		names, err := namesOf(o.Map)
		if err != nil {
			yield(Document{}, err)
			return
		}
		o.Limits = o.Limits.orDefault()
		r := &reader{ctx: ctx, options: o, yield: yield, ids: newIDs(), seen: newSeen(), near: newNear(), names: names}
		r.lines(place{path: name, id: name}, newScanner(in))
	}
}

// markdown reads a Markdown file: its paragraphs as a reader sees them, the
// first heading as title, and what its front matter says.
func (r *reader) markdown(at place, s *scanner) bool {
	source, err := decodeAll(s, r.options.Limits.Article)
	if err != nil {
		return r.fail(at.path, 0, reason(err))
	}
	in, err := r.markdownArticle(source)
	if err != nil {
		return r.fail(at.path, 0, err)
	}
	return r.whole(at, in)
}

func (r *reader) markdownArticle(source string) (article.Input, error) {
	matter, body := frontMatter(source)
	title, text := plainMarkdown([]byte(body))
	o := map[string]any{}
	if err := yaml.Unmarshal([]byte(matter), &o); err != nil || o == nil { // no front matter, or none after all
		o = map[string]any{}
	}
	for _, key := range r.names.usual["text"] {
		delete(o, key) // the description of a page is not its text
	}
	text = strings.TrimSpace(readBars(text))
	o["text"] = text
	if _, named := r.names.field("title", o, normalsOf(o)); named == nil && title != "" {
		o["title"] = title
	} else if title != "" && named != title {
		o["text"] = title + "\n\n" + text
	}
	return r.names.article(o)
}

func normalsOf(o map[string]any) map[string]string {
	n := make(map[string]string, len(o))
	for key := range o {
		n[normal(key)] = key
	}
	return n
}

// frontMatter splits a file that begins with a block of YAML between lines of
// three dashes.
func frontMatter(source string) (matter, body string) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(source, "\r\n"), "---")
	if !ok || strings.TrimSpace(strings.SplitN(rest, "\n", 2)[0]) != "" {
		return "", source
	}
	at := 0
	for line := range strings.Lines(rest) {
		if at > 0 && (strings.TrimSpace(line) == "---" || strings.TrimSpace(line) == "...") {
			return rest[:at], rest[at+len(line):]
		}
		at += len(line)
	}
	return "", source
}

// plainMarkdown returns what a reader sees: no marks, no addresses, no code. The
// first heading is the title.
func plainMarkdown(source []byte) (title, body string) {
	var out []string
	doc := goldmark.DefaultParser().Parse(text.NewReader(source))
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindHeading, ast.KindParagraph, ast.KindTextBlock:
			var b strings.Builder
			inline(&b, n, source)
			words := strings.TrimSpace(b.String())
			switch {
			case words == "":
			case n.Kind() == ast.KindHeading && title == "" && len(out) == 0:
				title = strings.Join(strings.Fields(words), " ")
			default:
				out = append(out, words)
			}
			return ast.WalkSkipChildren, nil
		case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return title, strings.Join(out, "\n\n")
}

func inline(b *strings.Builder, n ast.Node, source []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Value(source))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.RawHTML:
		case *ast.AutoLink:
			b.Write(c.Label(source))
		default:
			inline(b, c, source)
		}
	}
}
