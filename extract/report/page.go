package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

//go:embed page
var page embed.FS

// modules are the scripts of the page in the order in which they need each
// other. Together they are one script, so that the page's policy can name it by
// its hash; apart they are modules that can be tested alone.
var modules = []string{"format.js", "world.js", "data.js", "filter.js", "marks.js", "map.js", "timeline.js", "table.js", "detail.js", "main.js"}

var (
	imports = regexp.MustCompile(`(?m)^import \{[^}]*\} from "[^"]*";\n`)
	exports = regexp.MustCompile(`(?m)^export (function|const) `)
)

// script returns the modules as one script.
func script() string {
	var b strings.Builder
	b.WriteString("(() => {\n\"use strict\";\n")
	for _, name := range modules {
		b.WriteString(exports.ReplaceAllString(imports.ReplaceAllString(file(name), ""), "$1 "))
	}
	b.WriteString("})();\n")
	return b.String()
}

func file(name string) string {
	b, err := page.ReadFile("page/" + name)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// hash returns the name by which a content security policy lets an inline
// script or style pass.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Write writes the page.
func (d *Data) Write(w io.Writer, title string) error {
	data, err := inScript(d)
	if err != nil {
		return err
	}
	script, style := script(), file("page.css")
	policy := fmt.Sprintf("default-src 'none'; script-src %s; style-src %s; base-uri 'none'; form-action 'none'", hash(script), hash(style))
	parts := map[string]string{
		"{{.Policy}}": policy, "{{.Title}}": html.EscapeString(title), "{{.Style}}": style, "{{.Script}}": script,
		"{{.World}}": file("world.json"), "{{.Data}}": data,
		"{{.Footer}}": "Made by sitrep. What articles claim, not what is known. Outlines: Natural Earth.",
	}
	// One pass over the template: nothing in the data can be taken for a part of it.
	rest := file("page.html")
	for {
		at := strings.Index(rest, "{{.")
		if at < 0 {
			_, err := io.WriteString(w, rest)
			return err
		}
		end := at + strings.Index(rest[at:], "}}") + 2
		for _, s := range []string{rest[:at], parts[rest[at:end]]} {
			if _, err := io.WriteString(w, s); err != nil {
				return err
			}
		}
		rest = rest[end:]
	}
}

// inScript returns v as JSON that can stand in a script element: no < can end
// the element or begin a comment.
func inScript(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(true) // <, > and & become \u003c, \u003e and \u0026
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSpace(b.String()), nil
}

// printer writes a summary as Markdown or as plain text. Words of articles can
// be neither markup nor orders to a terminal.
type printer struct {
	b        strings.Builder
	markdown bool
}

func (p *printer) head(level int, title string) {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	if p.markdown {
		fmt.Fprintf(&p.b, "%s %s\n\n", strings.Repeat("#", level), title)
		return
	}
	fmt.Fprintf(&p.b, "%s\n", strings.ToUpper(title))
}

func (p *printer) text(s string) { fmt.Fprintf(&p.b, "%s\n", p.plain(s)) }

func (p *printer) item(number int, s string) { fmt.Fprintf(&p.b, "%d. %s\n", number, p.plain(s)) }

// table writes totals, the deadliest first.
func (p *printer) table(title, name, dead string, t totals) {
	if len(t) == 0 {
		return
	}
	names := make([]string, 0, len(t))
	for n := range t {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(t[b].dead-t[a].dead, t[b].incidents-t[a].incidents, cmp.Compare(a, b))
	})
	p.head(2, title)
	if p.markdown {
		fmt.Fprintf(&p.b, "| %s | Incidents | %s |\n|---|---:|---:|\n", name, dead)
	}
	for _, n := range names {
		if p.markdown {
			fmt.Fprintf(&p.b, "| %s | %d | %d |\n", p.plain(n), t[n].incidents, t[n].dead)
		} else {
			fmt.Fprintf(&p.b, "  %-42s %5d incidents %6d dead\n", p.plain(n), t[n].incidents, t[n].dead)
		}
	}
}

// plain makes words of one line that mean nothing to Markdown or a terminal.
func (p *printer) plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsControl(r):
			b.WriteRune('\uFFFD')
		case p.markdown && strings.ContainsRune("\\`*_[]<>#|!", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
