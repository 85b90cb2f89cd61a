package golden

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// CheckSentence compares the events of a sentence with what the rule id must
// make of it. It returns "" if one of them is as it must be, else what is wrong.
func CheckSentence(s *rules.Sentence, id string, events []record.Record) string {
	var fired []string
	wrong := ""
	for i := range events {
		e := &events[i]
		if e.Rule != id {
			if !slices.Contains(fired, e.Rule) {
				fired = append(fired, e.Rule)
			}
			continue
		}
		w := differs(s, e)
		if w == "" {
			return ""
		}
		if wrong == "" {
			wrong = w
		}
	}
	switch {
	case wrong != "":
		return wrong
	case len(fired) > 0:
		return strings.Join(fired, ", ") + " fired"
	}
	return "no rule fired"
}

// differs names the first slot of the event that is not as the sentence says.
func differs(s *rules.Sentence, e *record.Record) string {
	for _, slot := range []struct{ name, want, got string }{
		{"actor", s.Actor, texts(e.Actors)},
		{"target", s.Target, texts(e.Targets)},
		{"type", s.Type, e.SubEventType},
	} {
		if slot.want != "" && slot.want != slot.got {
			return fmt.Sprintf("%s is %s, want %s", slot.name, slot.got, slot.want)
		}
	}
	return ""
}

// texts returns the words of the parties with "; " between them, or none.
func texts(ps []record.Party) string {
	if len(ps) == 0 {
		return rules.None
	}
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return strings.Join(out, "; ")
}

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

// Right says of every record of one document whether it is right as far as
// its confidence speaks of it: paired with a gold event, of its type, and
// without an actor or target that gold hasn't got.
func Right(gold []Event, rs []record.Record) []bool {
	found, wanted := make([]event, len(rs)), make([]event, len(gold))
	for i, r := range rs {
		found[i] = fromRecord(r)
	}
	for i, e := range gold {
		wanted[i] = fromGold(e)
	}
	out := make([]bool, len(rs))
	for _, pr := range pairs(found, wanted) {
		p, g := found[pr.found], wanted[pr.gold]
		out[pr.found] = p.kind == g.kind && matched(p.actors, g.actors) == len(p.actors) && matched(p.targets, g.targets) == len(p.targets)
	}
	return out
}

// Pairs returns for every record the index of the gold event that it tells, or
// -1.
func Pairs(gold []Event, rs []record.Record) []int {
	found, wanted := make([]event, len(rs)), make([]event, len(gold))
	out := make([]int, len(rs))
	for i, r := range rs {
		found[i], out[i] = fromRecord(r), -1
	}
	for i, e := range gold {
		wanted[i] = fromGold(e)
	}
	for _, pr := range pairs(found, wanted) {
		out[pr.found] = pr.gold
	}
	return out
}

// Fills reports whether what is called by the names is one of the fillers.
func Fills(names []string, fillers [][]string) bool {
	return slices.ContainsFunc(fillers, func(accepted []string) bool { return same(names, accepted) })
}
