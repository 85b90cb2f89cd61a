package gazetteer

import (
	"fmt"
	"strings"
)

// contradictions lists what cannot be true of the dictionary's rows, in the
// order of their ids: an alias of two actors with nothing to choose by, a
// group that acts before it was founded or outlives its end, a kind that the
// parent's rules out, a relation to nobody.
func contradictions(x *ActorIndex) []string {
	var bad []string
	say := func(a *Actor, format string, args ...any) {
		bad = append(bad, fmt.Sprintf("%s:%d: %s: %s", a.Line.File, a.Line.Line, a.ID, fmt.Sprintf(format, args...)))
	}
	plain := map[string]string{} // alias → the id that it means without more
	for _, a := range x.All() {
		if !actorKinds[a.Kind] {
			say(a, "kind %q", a.Kind)
		}
		if !sourceKinds[a.SourceKind] {
			say(a, "source kind %q", a.SourceKind)
		}
		if a.From != 0 && a.To != 0 && a.To < a.From {
			say(a, "ends in %d before it begins in %d", a.To, a.From)
		}
		for _, c := range a.Countries() {
			if _, ok := x.stateOf[c]; !ok {
				say(a, "country %q is no state", c)
			}
		}
		x.relatives(a, say)
		for _, alias := range a.Aliases() {
			tokens := actorTokens(alias.Text, nil, 0)
			if len(tokens) == 0 || len(tokens) > maxAliasTokens {
				say(a, "alias %q has no words or too many", alias.Text)
				continue
			}
			if alias.Ambiguous {
				continue
			}
			key := aliasKey(alias.Text, tokens)
			if other, ok := plain[key]; ok && other != a.ID {
				say(a, "alias %q is %s's too, and neither gives way", alias.Text, other)
			}
			plain[key] = a.ID
		}
	}
	return bad
}

// aliasKey tells names apart as matching does: by their folded words, and for
// short abbreviations by their capitals.
func aliasKey(text string, tokens []actorToken) string {
	var b strings.Builder
	for i := range tokens {
		fmt.Fprintf(&b, "%x", tokens[i].hash)
		if tokens[i].flags&tokenCaps != 0 && tokens[i].letters <= 3 && tokens[i].flags&tokenUpper != 0 {
			b.WriteByte('!')
		}
		b.WriteByte(' ')
	}
	return b.String()
}
