package event

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// Options are the options of Find.
type Options struct {
	Trace   bool         // note which candidates lost, and why
	Floor   float64      // the least probability of an event that is returned
	Weights *weigh.Model // of a candidate's evidence in its document; nil: the built-in weights
	First   *weigh.Model // of its evidence alone; nil where Weights is
}

// Find returns the events of the sentences that the gate lets through, in text
// order, and, where they are asked for, the candidates that lost.
func Find(r *reading.Reading, gate *Gate, o Options) ([]*Event, []Rejection) {
	d := r.Document
	f := &finder{set: r.Rules, reading: r, doc: d, gate: gate, trace: o.Trace}
	f.floor, f.model, f.first = o.Floor, o.Weights, o.First
	if f.model == nil {
		f.model, f.first = model(), firstModel()
	}
	f.findSubjects()
	bySentence := make([][]*candidate, len(d.Sentences))
	var open []*lang.Sentence
	for _, s := range d.Sentences {
		if f.mayTell(s) {
			open = append(open, s)
		}
	}
	d.AnalyseAll(open)
	f.withArms = map[int]bool{}
	for _, s := range open {
		f.withArms[s.Index] = slices.ContainsFunc(Weapons(f.set, s), isOfWar)
	}
	for _, s := range open {
		if f.isHeading(s) {
			continue
		}
		bySentence[s.Index] = f.candidates(s)
		f.lookAlone(bySentence[s.Index])
	}
	f.context = f.contextOf(bySentence)
	if !f.trace && f.tellsNothing(bySentence) {
		return nil, nil
	}
	if f.namesArmedGroup() {
		f.addArmedGroup(bySentence)
	}
	for i, ks := range bySentence {
		if len(ks) > 0 {
			f.findInSentence(d.Sentences[i], ks)
		}
	}
	f.typeOpenings()
	return f.foldResults(f.events), f.rejected
}

// mayTell reports whether a sentence is searched for events. Where the reasons
// of all decisions are asked for, a word that begins as a trigger does is enough.
func (f *finder) mayTell(s *lang.Sentence) bool {
	if f.trace {
		return f.gate.hints(s.Text)
	}
	return f.gate.opens(s.Text)
}

// findInSentence merges and weighs the candidates of a sentence and adds the
// events among them.
func (f *finder) findInSentence(s *lang.Sentence, ks []*candidate) {
	ks = f.leaveOutImprobable(ks)
	f.merge(ks)
	var kept []*candidate
	for _, k := range ks {
		if k.merged {
			f.reject(s, k.Rule, k.Clause, "tells the same happening as "+k.into.Word+" ("+k.into.Rule.ID+")")
			continue
		}
		k.Actors = withoutInstruments(k.Actors)
		k.Targets = f.realTargets(k)
		k.Modality = f.modality(k)
		f.findWeapons(k)
		f.weighMerged(k)
		if k.Probability < f.floor {
			f.leaveOut(k)
			continue
		}
		kept = append(kept, k)
	}
	sort.SliceStable(kept, func(i, j int) bool { return kept[i].Trigger.Start < kept[j].Trigger.Start })
	f.decideTypes(kept)
	f.completeRetold(kept)
	for _, k := range kept {
		k.Actors = f.namedActors(k)
		if k.Rule.Aggregate {
			k.Scope = record.Aggregate
		}
		if k.inheritable != nil && f.isOpening(s) {
			f.untyped = append(f.untyped, k)
		}
		f.events = append(f.events, k.Event)
	}
}

// tellsNothing reports whether all candidates are hardly events, whether or not the
// text names an armed group: then that need not be known, which takes the reading
// of many more sentences.
func (f *finder) tellsNothing(bySentence [][]*candidate) bool {
	var around weigh.Evidence
	for _, ks := range bySentence {
		for _, k := range ks {
			if max(k.alone, f.first.Add(k.first, armed).Probability()) >= likelyFrom {
				return false
			}
			around = around[:0]
			f.contextEvidence(k, &around)
			with, without := f.model.Add(f.model.Add(k.sum, armed), around), f.model.Add(k.sum, around)
			if max(with.Probability(), without.Probability()) >= min(f.floor, mergeFloor) {
				return false
			}
		}
	}
	return true
}

// addArmedGroup adds to the evidence of all candidates that the text names an armed
// group.
func (f *finder) addArmedGroup(bySentence [][]*candidate) {
	for _, ks := range bySentence {
		for _, k := range ks {
			k.first, k.sum = f.first.Add(k.first, armed), f.model.Add(k.sum, armed)
			k.alone = k.first.Probability()
			f.keep(k, armed...)
		}
	}
	f.context = f.contextOf(bySentence)
}

// armed is the evidence that addArmedGroup adds.
var armed = weigh.Evidence{{Name: armedGroup, Value: 1}}

// mergeFloor is the least probability with which a candidate is merged with
// others.
const mergeFloor = 0.1

// lookAlone weighs the candidates of a sentence without the rest of the document.
func (f *finder) lookAlone(ks []*candidate) {
	for _, k := range ks {
		f.weighAlone(k)
	}
}

// weighAlone weighs a candidate without the rest of the document, unless that has
// been done.
func (f *finder) weighAlone(k *candidate) {
	if k.weighed {
		return
	}
	k.weighed = true
	k.Modality = f.modality(k)
	e := f.weighUp(k)
	k.first, k.sum = f.first.Sum(e), f.model.Sum(e)
	k.alone = k.first.Probability()
	f.keep(k, e...)
}

// keep keeps evidence of a candidate, where somebody will ask for it.
func (f *finder) keep(k *candidate, e ...weigh.Feature) {
	if f.trace {
		k.Evidence = append(k.Evidence, e...)
	}
}

// leaveOutImprobable returns the candidates without those that are hardly events:
// these must not take over others.
func (f *finder) leaveOutImprobable(ks []*candidate) []*candidate {
	var out []*candidate
	for _, k := range ks {
		around := f.evidence[:0]
		f.contextEvidence(k, &around)
		f.evidence = around
		f.keep(k, around...)
		k.Probability = f.model.Add(k.sum, around).Probability()
		if k.Probability >= min(f.floor, mergeFloor) {
			out = append(out, k)
		} else {
			f.leaveOut(k)
		}
	}
	return out
}

func (f *finder) weighMerged(k *candidate) {
	e := f.weighUp(k)
	f.contextEvidence(k, &e)
	f.evidence = e
	k.Evidence = nil
	f.keep(k, e...)
	k.Probability = f.model.Probability(e)
}

// MayBe is how likely a candidate must be for it to be counted among those that
// are left out.
const MayBe = 0.25

// CountLeftOut counts the candidates that may be events and probably are none.
func CountLeftOut(rejected []Rejection) int {
	n := 0
	for i := range rejected {
		if rejected[i].Probability >= MayBe {
			n++
		}
	}
	return n
}

// leaveOut notes a candidate that is probably no event: one that may be one, and
// any where all are asked for.
func (f *finder) leaveOut(k *candidate) {
	if f.trace || k.Probability >= MayBe {
		f.rejected = append(f.rejected, Rejection{Span: k.Trigger, Sentence: k.Sentence.Index, Rule: k.Rule.ID, Word: k.Word,
			Reason: "probably no event", Probability: k.Probability, Evidence: k.Evidence})
	}
}

// longestHeading is the largest number of words in the heading of a section.
const longestHeading = 6

// isHeading reports whether a sentence is the heading of a section, which tells of no event but
// says what the section is about: a few words without a verb, a number or a full stop, in a
// paragraph of their own above one of sentences. The massacre; == Siege of Gao ==; but not
// Explosions in Gao, which may be news, nor the first line of a text.
func (f *finder) isHeading(s *lang.Sentence) bool {
	n := s.Index
	if s.Part != article.Body || n == 0 || n+1 == len(f.doc.Sentences) || strings.ContainsFunc(s.Text, unicode.IsDigit) {
		return false
	}
	before, after := f.doc.Sentences[n-1], f.doc.Sentences[n+1]
	if before.Part != article.Body || before.Paragraph == s.Paragraph || after.Paragraph == s.Paragraph || !endsInStop(after.Text) {
		return false
	}
	if words := strings.Fields(s.Text); endsInStop(s.Text) || len(words) > longestHeading || s.Text[0] != '=' && slices.ContainsFunc(words[1:], article.IsCapital) {
		return false
	}
	return !slices.ContainsFunc(s.Clauses, func(c *lang.Clause) bool { return c.Verb != nil })
}

// endsInStop reports whether a text ends with a mark that ends a sentence or a part of one.
func endsInStop(text string) bool {
	text = strings.TrimRight(text, "\"”’')* ")
	return text != "" && strings.ContainsAny(text[len(text)-1:], ".!?:;,")
}
