package golden

import (
	"io"

	"sitrep/extract/article"
)

// Told is an article and, for each happening that it tells, the stretches of its
// text that do, in code points. What lies in none (background, an editor's line)
// is of no happening.
type Told struct {
	article.Input
	Gold []struct {
		Group string
		Spans [][2]int
	}
}

// ReadTold reads articles with their happenings, one a line or in an array.
func ReadTold(r io.Reader) ([]Told, error) { return readAll[Told](r) }

// HappeningAt returns the happening that the text tells at an offset, or "".
func (a *Told) HappeningAt(offset int) string {
	for _, g := range a.Gold {
		for _, s := range g.Spans {
			if s[0] <= offset && offset < s[1] {
				return g.Group
			}
		}
	}
	return ""
}
