package frame

import (
	"slices"

	"sitrep/extract/lang"
	"sitrep/extract/telling"
)

// tellsOfTeller reports whether a telling only says where those have gone who tell the
// rest, which happened where they came from: a farmer [who had fled to Goma] said that
// gunmen burned his house.
func (f *finder) tellsOfTeller(t *telling.Telling) bool {
	c := t.Event.Clause
	if t.Event.Rule.Act != "displace" || c.Link != lang.Relative || !slices.ContainsFunc(c.Args, func(x lang.Arg) bool { return x.Prep == "to" || x.Prep == "into" }) {
		return false
	}
	for _, a := range f.AttributionIndex().In(t.Event.Sentence.Index) {
		g := a.Source.Group
		if g != nil && slices.ContainsFunc(c.Args, func(x lang.Arg) bool { return x.Shared && x.Group == g }) {
			return true
		}
	}
	return false
}
