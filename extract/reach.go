package extract

import (
	"slices"
	"strings"

	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
)

// reaching is the attribution of an event that stands in no content of its
// own: one from a sentence before that reaches over it. It is nil where the
// article itself speaks.
func (f *found) reaching(e *event.Event) *attribution.Attribution {
	for _, find := range []func(*event.Event) *attribution.Attribution{f.goesOn, f.hearsay, f.between, f.logged} {
		if a := find(e); a != nil {
			return a
		}
	}
	return nil
}

// goesOn is the attribution that a sentence of its own voice goes on from: an
// adverb beside its verb says that it does, and the sentence before is a
// report (guards also fired) or, where it speaks of a pronoun, anybody's claim
// (they also fired).
func (f *found) goesOn(e *event.Event) *attribution.Attribution {
	s := e.Sentence
	if s.Index == 0 || !f.adds(e) {
		return nil
	}
	for i := len(f.Attributions()) - 1; i >= 0; i-- {
		a := &f.Attributions()[i]
		if a.Sentence != s.Index-1 || len(a.Content) == 0 {
			continue
		}
		if a.Kind == attribution.Reported || s.Tokens[0].Tag == "PRP" {
			return a
		}
		return nil
	}
	return nil
}

// adds says whether a finite verb over the event has an adverb beside it that
// adds to what was told before.
func (f *found) adds(e *event.Event) bool {
	t := e.Sentence.Tokens
	for _, c := range e.Clauses {
		for p := c; p != nil; p = p.Parent {
			if v := p.Verb; v != nil {
				for k := max(v.First-1, 0); k < v.Main; k++ {
					if slices.Contains(f.Rules.Grammar.Additive, t[k].Lower) {
						return true
					}
				}
			}
			if p.Link == lang.Root {
				break
			}
		}
	}
	return false
}

// hearsayReach is how many sentences back a sentence that says reportedly
// looks for who reported.
const hearsayReach = 2

// hearsay is the attribution that an event of the article's own voice goes on
// from because its clause says reportedly or allegedly: the last one before
// it, over sentences that say so, too.
func (f *found) hearsay(e *event.Event) *attribution.Attribution {
	if !f.heard(e) {
		return nil
	}
	from := e.Sentence.Index
	for i := len(f.Attributions()) - 1; i >= 0; i-- {
		a := &f.Attributions()[i]
		if len(a.Content) == 0 || a.Cue.Start >= e.Sentence.Start || a.Kind == attribution.Asked {
			continue
		}
		for from-1 > a.Sentence && f.said(from-1) {
			from--
		}
		if from-a.Sentence > hearsayReach {
			return nil
		}
		return a
	}
	return nil
}

// heard says whether a clause of the event says that somebody said so.
func (f *found) heard(e *event.Event) bool {
	for _, v := range f.Certainty() {
		if v.Kind == attribution.Hearsay && v.Sentence == e.Sentence.Index && hedges(e, v.Span) {
			return true
		}
	}
	return false
}

// said says whether sentence n says that somebody said so.
func (f *found) said(n int) bool {
	return slices.ContainsFunc(f.Certainty(), func(v attribution.Verification) bool {
		return v.Kind == attribution.Hearsay && v.Sentence == n
	})
}

// betweenReach is how many sentences a speaker's two sayings are apart at
// most for what stands between them to be his, too.
const betweenReach = 3

// between is the attribution of a sentence in the article's own voice that
// stands between two of the same speaker: …, an officer said. The men were on
// patrol. The dead were two brothers, the officer added.
func (f *found) between(e *event.Event) *attribution.Attribution {
	n := e.Sentence.Index
	var before, after *attribution.Attribution
	for i := range f.Attributions() {
		a := &f.Attributions()[i]
		switch {
		case len(a.Content) == 0 || !tells(a):
		case a.Sentence < n:
			before = a
		case a.Sentence == n:
			return nil
		case after == nil:
			after = a
		}
	}
	if before == nil || after == nil || after.Sentence-before.Sentence > betweenReach || !f.sameSpeaker(before, after) {
		return nil
	}
	return before
}

// tells says whether an attribution is somebody's account of what happened,
// and not what he wants, fears or is to blame for.
func tells(a *attribution.Attribution) bool {
	switch a.Kind {
	case attribution.Said, attribution.Reported, attribution.Confirmed, attribution.Admitted, attribution.Described, attribution.Estimated:
		return true
	}
	return false
}

// seizure is the type of events in which weapons are found or taken.
const seizure = "Disrupted weapons use"

// logged is the paper that a log of one paragraph names at the end of its
// first sentence: …, reports Dawn. What the log closes with is the paper's too:
// that nobody claimed the attack, and what was seized there.
func (f *found) logged(e *event.Event) *attribution.Attribution {
	first := f.Document.Sentences[0]
	if e.Sentence.Paragraph != first.Paragraph || e.Sentence.Index == 0 || e.Type != seizure && !attribution.Silence(e.Sentence) {
		return nil
	}
	for i := range f.Attributions() {
		a := &f.Attributions()[i]
		if a.Sentence >= e.Sentence.Index {
			break
		}
		if a.Kind == attribution.Reported && len(a.Content) > 0 && a.Content[0].Start == first.Start && a.Source.Start > a.Cue.Start {
			return a
		}
	}
	return nil
}

// wants says whether an attribution is what somebody would have done.
func wants(a *attribution.Attribution) bool {
	switch a.Kind {
	case attribution.Demanded, attribution.Threatened, attribution.Pledged, attribution.Asked:
		return true
	}
	return false
}

// sameSpeaker says whether two attributions are of one source, by what it
// resolved to or by its words.
func (f *found) sameSpeaker(a, b *attribution.Attribution) bool {
	x, y := f.Speaker(a.Source), f.Speaker(b.Source)
	for _, v := range []string{x.Name, x.Text} {
		for _, w := range []string{y.Name, y.Text} {
			if v != "" && strings.EqualFold(bareName(v), bareName(w)) {
				return true
			}
		}
	}
	return false
}

// bareName is a source's words without the article before them.
func bareName(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if l := strings.ToLower(first); ok && (l == "the" || l == "a" || l == "an") {
		return rest
	}
	return s
}
