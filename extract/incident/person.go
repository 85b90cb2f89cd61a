package incident

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// samePerson reports whether two accounts tell that the same person died, who does so
// once: the death of the bomber Omar Diallo; Diallo was killed in a blast. One of them
// must give the name in full, or both the name alone.
func samePerson(a, b *account) bool {
	if a.Evidence.Sentence == b.Evidence.Sentence || len(a.dead) != 1 || len(b.dead) != 1 {
		return false
	}
	x, y := a.person, b.person
	return x.surname != "" && x.surname == y.surname && (x.full || y.full || isName(*a) && isName(*b))
}

// person is somebody whom an account names: the bomber [Omar Diallo], 62-year-old [Diallo].
type person struct {
	surname string // "" where it names nobody
	full    bool   // it gives the name in full
}

// personOf returns the only dead of an account, where it names him.
func personOf(a account) person {
	if len(a.dead) != 1 || !isOne(a.dead[0]) || a.dead[0].Victims == nil {
		return person{}
	}
	words := strings.Fields(naming(a.Record, a.dead[0].Victims))
	k := len(words)
	for k > 0 && article.IsCapital(words[k-1]) {
		k--
	}
	name := words[k:]
	if len(name) == 0 || len(name[len(name)-1]) < shortestName || k > 0 && len(name) < 2 && !endsInAge(words[:k]) {
		return person{}
	}
	return person{name[len(name)-1], len(name) > 1}
}

// naming returns the words that name the victim of a record: its own, those that a
// pronoun stands for, or those before the comma that it follows: Omar Diallo, a
// volunteer.
func naming(r *record.Record, v *record.Mention) string {
	for _, p := range r.Targets {
		if p.Start == v.Start && p.Antecedent != nil {
			return p.Antecedent.Text
		}
	}
	text := []rune(r.Evidence.Text)
	at := v.Start - r.Evidence.Start
	if !strings.HasPrefix(v.Text, "a ") && !strings.HasPrefix(v.Text, "an ") || at < 2 || at > len(text) || string(text[at-2:at]) != ", " {
		return v.Text
	}
	words := strings.Fields(string(text[:at-2]))
	k := len(words)
	for k > 0 && article.IsCapital(words[k-1]) {
		k--
	}
	if len(words)-k < 2 {
		return v.Text
	}
	return strings.Join(words[k:], " ")
}

// isName reports whether an account names its dead by a name alone, or with an age.
func isName(a account) bool {
	words := strings.Fields(naming(a.Record, a.dead[0].Victims))
	return article.IsCapital(words[0]) || endsInAge(words[:1])
}

// endsInAge reports whether the last of some words tells how old somebody is:
// 62-year-old.
func endsInAge(words []string) bool { return strings.HasSuffix(words[len(words)-1], "-old") }

// diesOfOne reports whether what two accounts tell can be one death: both happened.
func diesOfOne(a, b *account) bool {
	return a.Modality == record.Actual && b.Modality == record.Actual && samePerson(a, b) && !namesOtherDay(a.Record, b.Record)
}

// isOneOfTheDead reports whether a record only tells who was among dead who were told
// of: a girl was among those killed.
func isOneOfTheDead(r *record.Record) bool {
	if !tellsOne(r) || r.Modality != record.Actual || hasOwnTime(r) {
		return false
	}
	text := []rune(r.Evidence.Text)
	at := r.Trigger.Start - r.Evidence.Start
	return at > 0 && at < len(text) && isAmong(strings.Fields(strings.ToLower(string(text[:at]))))
}

// isAmong reports whether some words end in those before the dead whom somebody is one
// of: among those, among the.
func isAmong(words []string) bool {
	n := len(words)
	return n > 1 && words[n-2] == "among" && (words[n-1] == "the" || isToldOf(words[n-1]))
}

// lastDeadly returns the incident with several dead that was told last before an account,
// near by, or nil.
func (g *grouping) lastDeadly(b account) *happening {
	var out *happening
	for _, h := range g.all {
		last := h.members[len(h.members)-1]
		if last.Modality != record.Actual || last.Scope != b.Scope || b.Evidence.Sentence-last.Evidence.Sentence > deadReach || b.Evidence.Sentence == last.Evidence.Sentence {
			continue
		}
		if d := h.dead(); len(d) > 0 && *d[0].Min > 1 && (out == nil || h.lastTold() > out.lastTold()) {
			out = h
		}
	}
	return out
}
