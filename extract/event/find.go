package event

import (
	"sort"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
)

// Find reads the sentences that the gate lets through and returns their
// events in text order, with the rules that lost where trace is set.
func Find(r *reading.Reading, gate *Gate, trace bool) ([]*Event, []Rejection) {
	d := r.Document
	f := &finder{set: r.Rules, reading: r, doc: d, classes: map[*lang.NounGroup]rules.Class{}, gate: gate.open(d), trace: trace}
	about := f.subjectOf(d.Article.Text)
	f.conflict = about.conflict >= conflictFloor && about.conflict >= about.other
	f.warlike = about.conflict >= 4*conflictFloor && about.conflict >= 2*about.other
	f.elsewhere = about.other >= foreignFloor && 2*about.conflict < about.other
	for i := range d.Sentences {
		if !f.gate[i] {
			continue
		}
		s := d.Sentences[i]
		if why := f.foreign(s); why != "" { // asks for words only
			if trace {
				f.rejected = append(f.rejected, Rejection{Span: s.Span, Sentence: s.Index, Reason: why})
			}
			continue
		}
		f.sentence(d.Analyse(i))
	}
	f.retitle()
	return f.foldResults(f.events), f.rejected
}

// sentence finds the events of one sentence.
func (f *finder) sentence(s *lang.Sentence) {
	ks := f.candidates(s)
	f.merge(ks)
	var kept []*candidate
	for _, k := range ks {
		if k.merged {
			f.reject(s, k.Rule, k.Clause, "tells the same happening as "+k.into.Word+" ("+k.into.Rule.ID+")")
			continue
		}
		k.Actors = doers(k.Actors)
		k.Targets = k.hit(f.set.Grammar.Into)
		k.Modality = f.modality(k)
		f.weapons(k)
		if why := f.doubtful(k); why != "" {
			f.reject(s, k.Rule, k.Clause, why)
			continue
		}
		kept = append(kept, k)
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].Trigger.Start < kept[j].Trigger.Start })
	f.settle(kept)
	f.retell(kept)
	for _, k := range kept {
		k.Actors = f.named(k)
		if k.Rule.Aggregate {
			k.Scope = record.Aggregate
		}
		if k.open != nil && f.opens(s) {
			f.untyped = append(f.untyped, k)
		}
		f.events = append(f.events, k.Event)
	}
}

// named leaves out, once they have decided the type, the actors that name no
// doer: the strike that hit is a happening, a terrorist attack a sort of attack.
func (f *finder) named(k *candidate) []Filler {
	var out []Filler
	for _, x := range k.Actors {
		acts := x.Class.Is(rules.Force|rules.State|rules.Rebel|rules.Government|rules.Person|rules.Crowd|rules.Group) || x.Class.Is(rules.Carrier) && ownedBy(x.Group)
		if !acts && (x.Class.Is(rules.Weapon|rules.Happening) || f.set.Triggers(x.Group.Lemma, "n") != nil) {
			continue
		}
		if contains(f.set.Grammar.Manner, x.Group.Lemma) && k.Clause.Group != nil && k.Clause.Group.Contains(x.Group.Span) {
			continue
		}
		out = append(out, x)
	}
	return out
}

// ownedBy says whether the words before the head of a group name somebody: an
// American drone, the air force's jets.
func ownedBy(g *lang.NounGroup) bool {
	if g.Possessor != nil {
		return true
	}
	for k := g.First; k < g.Head; k++ {
		if t := g.Sentence.Tokens[k]; t.Tag == "NNP" || t.Tag == "JJ" && t.Text != t.Lower {
			return k > 0 || t.Tag == "NNP"
		}
	}
	return false
}

// doers leaves out the weapons and vehicles whose owner nobody names.
func doers(fs []Filler) []Filler {
	var out []Filler
	for _, f := range fs {
		if f.Class.Is(rules.Weapon|rules.Vehicle) && !f.Class.Is(rules.Force|rules.Government|rules.Crowd|rules.Person|rules.Carrier) {
			continue
		}
		out = append(out, f)
	}
	return out
}

// nameless says whether a group is of several places that no name tells apart,
// so that it can only stand beside what else was taken: a string of villages, an
// airport and grain silos.
func nameless(g *lang.NounGroup) bool {
	return !g.Proper && g.Number == lang.Plural && g.Det != "the"
}

// hit leaves out the targets that only say where or with what: a place is a
// location unless it stands for its government, a weapon is one only where the
// act is on weapons.
func (k *candidate) hit(into []string) []Filler {
	var out []Filler
	for _, f := range k.Targets {
		c := f.Class
		if c.Is(rules.Place) && !c.Is(rules.Force|rules.Person|rules.Government|rules.Crowd) && !(len(k.Targets) > 1 && nameless(f.Group)) {
			continue
		}
		if c.Is(rules.Place) && !c.Is(rules.Force|rules.Person|rules.Crowd) && contains(into, f.Via) {
			continue // rockets into southern Israel
		}
		if c == rules.Weapon && k.Rule.Type != "Disrupted weapons use" {
			continue
		}
		if strings.HasSuffix(f.Group.Lemma, "selves") || strings.HasSuffix(f.Group.Lemma, "self") {
			continue
		}
		out = append(out, f)
	}
	return out
}
