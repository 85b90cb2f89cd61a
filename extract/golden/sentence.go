package golden

import (
	"fmt"
	"slices"
	"strings"

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
