package event

import (
	"sort"
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

// Options say how candidates are judged.
type Options struct {
	Trace   bool         // note what lost, and why
	Floor   float64      // how likely a candidate must be to be told
	Weights *weigh.Model // of the evidence; nil: the built-in ones
	First   *weigh.Model // of a candidate looked at alone; nil as Weights is
}

// Find reads the sentences that the gate lets through and returns their
// events in text order, with the candidates that lost where they are asked for.
func Find(r *reading.Reading, gate *Gate, o Options) ([]*Event, []Rejection) {
	d := r.Document
	f := &finder{set: r.Rules, reading: r, doc: d, gate: gate.open(d), trace: o.Trace}
	about := f.subjectOf(d.Article.Text)
	f.about, f.floor, f.model, f.first = about, o.Floor, o.Weights, o.First
	if f.model == nil {
		f.model, f.first = model(), firstModel()
	}
	f.conflict = about.conflict >= conflictFloor && about.conflict >= about.other
	f.warlike = about.conflict >= 4*conflictFloor && about.conflict >= 2*about.other
	f.elsewhere = about.other >= foreignFloor && 2*about.conflict < about.other
	bySentence := make([][]*candidate, len(d.Sentences))
	for i := range d.Sentences {
		if f.gate[i] {
			bySentence[i] = f.candidates(d.Analyse(i))
			f.lookAlone(bySentence[i])
		}
	}
	f.context = f.survey(bySentence)
	for i, ks := range bySentence {
		if len(ks) > 0 {
			f.sentence(d.Sentences[i], ks)
		}
	}
	f.retitle()
	return f.foldResults(f.events), f.rejected
}

// sentence finds the events of one sentence.
func (f *finder) sentence(s *lang.Sentence, ks []*candidate) {
	ks = f.likely(ks)
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
		f.judge(k)
		if k.Probability < f.floor {
			f.leaveOut(k)
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

// mergeFloor is how likely a candidate must be by itself to be merged with
// others.
const mergeFloor = 0.1

// lookAlone weighs candidates without the rest of the document.
func (f *finder) lookAlone(ks []*candidate) {
	for _, k := range ks {
		f.weighAlone(k)
	}
}

func (f *finder) weighAlone(k *candidate) {
	if k.Evidence == nil {
		k.Modality = f.modality(k)
		k.Evidence = f.weighUp(k)
		k.alone = f.first.Probability(k.Evidence)
	}
}

// likely leaves out the candidates that are hardly events, so that they swallow
// no others.
func (f *finder) likely(ks []*candidate) []*candidate {
	var out []*candidate
	for _, k := range ks {
		f.contextEvidence(k, &k.Evidence)
		k.Probability = f.model.Probability(k.Evidence)
		if k.Probability >= min(f.floor, mergeFloor) {
			out = append(out, k)
		} else {
			f.leaveOut(k)
		}
	}
	return out
}

// judge weighs a candidate with all that was merged into it.
func (f *finder) judge(k *candidate) {
	k.Evidence = f.weighUp(k)
	f.contextEvidence(k, &k.Evidence)
	k.Probability = f.model.Probability(k.Evidence)
}

// leaveOut notes a candidate that is probably no event.
func (f *finder) leaveOut(k *candidate) {
	if f.trace {
		f.rejected = append(f.rejected, Rejection{Span: k.Trigger, Sentence: k.Sentence.Index, Rule: k.Rule.ID, Word: k.Word,
			Reason: "probably no event", Probability: k.Probability, Evidence: k.Evidence})
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
