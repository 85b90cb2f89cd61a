package event

import (
	"slices"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/record"
)

// inheritedType returns the type that the article gives the same act elsewhere,
// where it is one of types, or "": that of the nearest candidate of the sentence
// whose own words decide it, else that of the last event before it. Only words that
// name an act over again inherit: a result, as in "died", or a noun, as in "the
// attack".
func (f *finder) inheritedType(k *candidate, ks []*candidate, types []string) string {
	if !k.Rule.Result && !k.Clause.Predicate.Noun {
		return ""
	}
	if t := f.typeBeside(k, ks, types); t != "" {
		return t
	}
	if f.isElsewhere(k) {
		return ""
	}
	for i := len(f.events) - 1; i >= 0; i-- {
		e := f.events[i]
		if k.Sentence.Index-e.Sentence.Index > inheritReach {
			break
		}
		if contains(types, e.Type) {
			return e.Type
		}
	}
	return ""
}

// isElsewhere reports whether a candidate is named by an indefinite noun that says where it was,
// so that it has not been told before: nine people were killed in [an attack on a village near
// Goma].
func (f *finder) isElsewhere(k *candidate) bool {
	g := k.Clause.Group
	if !k.Clause.Predicate.Noun || k.Clause.Predicate.Plural || g == nil || g.Det != "a" && g.Det != "an" && g.Det != "another" {
		return false
	}
	return slices.ContainsFunc(k.Clause.Args, func(a lang.Arg) bool { return f.reading.FirstPlaceIn(a.Group) != nil })
}

// typeBeside returns the type of the nearest candidate of the sentence whose own
// words decide it, where it is one of types, or "". The attack came a day after jets bombed a camp:
// these are two.
func (f *finder) typeBeside(k *candidate, ks []*candidate, types []string) string {
	best, least := "", 0
	for _, o := range ks {
		if o == k || o.Type == "" || o.Vague || !contains(types, o.Type) || k.onlyDates() || o.onlyDates() || f.isOfPart(o.Event) ||
			f.isDatedBy(k.Sentence, article.Span{Start: k.Trigger.End, End: o.Trigger.Start}) {
			continue
		}
		if d := k.Trigger.Distance(o.Trigger); best == "" || d < least {
			best, least = o.Type, d
		}
	}
	return best
}

// onlyDates reports whether an event is named only to say when another one was: two days after
// [the bombing], gunmen killed a judge.
func (e *Event) onlyDates() bool {
	return e.Clause.Predicate.Noun && e.Clause.Group != nil && e.Clause.Group.OnlyDates()
}

// isOfPart reports whether an event befell only some of those whom another counts: 2,400 were
// killed, including 350 [lynched] by mobs.
func (f *finder) isOfPart(e *Event) bool {
	g := e.Clause.Arg(lang.Subject)
	return e.Clause.Link == lang.Relative && g != nil && contains(f.set.Grammar.Naming, e.Sentence.Tokens.Word(g.First-1))
}

// inheritReach is how many sentences back an act whose own words do not decide its
// type may take it from.
const inheritReach = 6

// titleReach is how many sentences after a title or lead may decide the type that
// it leaves open.
const titleReach = 3

// isOpening reports whether the sentence is the title or the lead, whose acts the
// sentences after it tell in detail.
func (f *finder) isOpening(s *lang.Sentence) bool {
	return s.Part == article.Title || s.Index == 0 || f.doc.Sentences[s.Index-1].Part == article.Title
}

// typeOpenings gives the acts of a title or lead whose own words do not decide
// their type the type that the sentences after it give the act: "Blast hits market"
// is an air strike where the text goes on "A drone bombed the market".
func (f *finder) typeOpenings() {
	for _, o := range f.untyped {
		for _, e := range f.events {
			if e.Sentence.Index <= o.Sentence.Index || e.Sentence.Part == article.Title || e.Vague {
				continue
			}
			if e.Sentence.Index-o.Sentence.Index > titleReach {
				break
			}
			if contains(o.inheritable, e.Type) {
				o.Type, o.Vague = e.Type, true
				break
			}
		}
	}
}

// retoldReach is how many sentences back an act may be that another repeats.
const retoldReach = 3

// completeRetold gives an act that repeats another, as in "the loss of the town",
// and has no actor, the actor and type of that one: the last event before it of a
// type that its ladder gives.
func (f *finder) completeRetold(ks []*candidate) {
	for _, k := range ks {
		ladder := f.set.Ladders[k.Rule.Type]
		if !k.Rule.Retold || len(k.Actors) > 0 || ladder == nil {
			continue
		}
		for i := len(f.events) - 1; i >= 0; i-- {
			e := f.events[i]
			if k.Sentence.Index-e.Sentence.Index > retoldReach {
				break
			}
			if len(e.Actors) > 0 && e.Modality == record.Actual && ladder.Gives(e.Type) {
				k.Actors, k.Type = notIn(e.Actors, k.Targets), e.Type
				break
			}
		}
	}
}
