package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

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
