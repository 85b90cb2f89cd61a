package source

import (
	"slices"
	"strings"

	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
)

// carriedOver returns the attribution of an event that stands in no content of
// its own: one from a sentence before that reaches over it. It is nil where the
// article itself speaks.
func carriedOver(r *reading.Reading, e *event.Event) *attribution.Attribution {
	for _, find := range []func(*reading.Reading, *event.Event) *attribution.Attribution{byAddition, byHearsay, bySpeakerAround, byPointing} {
		if a := find(r, e); a != nil {
			return a
		}
	}
	return nil
}

// byAddition returns the attribution that a sentence in the article's own
// voice goes on from: an adverb beside its verb says that it does, and the
// sentence before is a report ("guards also fired") or, where it speaks of a
// pronoun, anybody's claim ("they also fired").
func byAddition(r *reading.Reading, e *event.Event) *attribution.Attribution {
	s := e.Sentence
	if s.Index == 0 || !hasAdditive(r.Rules.Grammar.Additive, e) {
		return nil
	}
	in := r.AttributionIndex().In(s.Index - 1)
	for i := len(in) - 1; i >= 0; i-- {
		a := &in[i]
		if len(a.Content) == 0 {
			continue
		}
		if a.Kind == attribution.Reported || s.Tokens[0].Tag == "PRP" {
			return a
		}
		return nil
	}
	return nil
}

// hasAdditive reports whether a finite verb over the event has an adverb
// beside it that adds to what was told before, as in "also fired".
func hasAdditive(additive []string, e *event.Event) bool {
	t := e.Sentence.Tokens
	return e.AnyAbove(func(c *lang.Clause) bool {
		return c.Verb != nil && lang.AnyIn(c.Verb.First-1, c.Verb.Main, func(k int) bool { return t.Is(k, additive...) })
	})
}

// hearsayReach is how many sentences back a sentence with "reportedly" looks
// for who reported.
const hearsayReach = 2

// byHearsay returns the attribution of an event in the article's own voice
// whose clause says "reportedly" or "allegedly": the last one before it, over
// sentences that say so, too.
func byHearsay(r *reading.Reading, e *event.Event) *attribution.Attribution {
	if !isHearsay(r, e) {
		return nil
	}
	from := e.Sentence.Index
	all := r.AttributionIndex().Before(from + 1)
	for i := len(all) - 1; i >= 0; i-- {
		a := &all[i]
		if len(a.Content) == 0 || a.Cue.Start >= e.Sentence.Start || a.Kind == attribution.Asked {
			continue
		}
		for from-1 > a.Sentence && hasHearsay(r, from-1) {
			from--
		}
		if from-a.Sentence > hearsayReach {
			return nil
		}
		return a
	}
	return nil
}

// isHearsay reports whether a clause of the event says that somebody said so.
func isHearsay(r *reading.Reading, e *event.Event) bool {
	return slices.ContainsFunc(r.CertaintyIn(e.Sentence.Index), func(v attribution.Verification) bool {
		return v.Kind == attribution.Hearsay && isOver(v.Span, e)
	})
}

// hasHearsay reports whether sentence n says that somebody said so.
func hasHearsay(r *reading.Reading, n int) bool {
	return slices.ContainsFunc(r.CertaintyIn(n), func(v attribution.Verification) bool { return v.Kind == attribution.Hearsay })
}

// speakerReach is how many sentences apart two sayings of one speaker may be
// for what stands between them to be his, too.
const speakerReach = 3

// bySpeakerAround returns the attribution of a sentence in the article's own
// voice that stands between two of the same speaker: …, an officer said. The
// men were on patrol. The dead were two brothers, the officer added.
func bySpeakerAround(r *reading.Reading, e *event.Event) *attribution.Attribution {
	n := e.Sentence.Index
	all, earlier := r.Attributions(), len(r.AttributionIndex().Before(n))
	var before, after *attribution.Attribution
	for i := earlier - 1; i >= 0 && before == nil && all[i].Sentence > n-speakerReach; i-- {
		if isAccount(&all[i]) {
			before = &all[i]
		}
	}
	for i := earlier; i < len(all) && after == nil && all[i].Sentence < n+speakerReach; i++ {
		if isAccount(&all[i]) {
			after = &all[i]
		}
	}
	if before == nil || after == nil || after.Sentence == n || after.Sentence-before.Sentence > speakerReach || !sameSpeaker(r, before, after) {
		return nil
	}
	return before
}

// byPointing returns the attribution of a sentence in the article's own voice to which
// the next one points back: rebels burned the mine. This is according to the mayor.
func byPointing(r *reading.Reading, e *event.Event) *attribution.Attribution {
	next := e.Sentence.Index + 1
	in := r.AttributionIndex().In(next)
	if len(in) != 1 || !isAccount(&in[0]) || r.Document.Sentences[next].Paragraph != e.Sentence.Paragraph {
		return nil
	}
	s := r.Document.Analyse(next)
	at := s.TokensIn(in[0].Content[0])
	if at.Empty() || !slices.Contains(r.Rules.Grammar.Pointing, s.Tokens[at.From].Lower) {
		return nil
	}
	for k := at.From + 1; k < at.To; k++ {
		if s.Tokens[k].Lemma != "be" {
			return nil
		}
	}
	return &in[0]
}

// isAccount reports whether an attribution is somebody's account of what
// happened, and not what he wants, fears or is to blame for.
func isAccount(a *attribution.Attribution) bool {
	if len(a.Content) == 0 {
		return false
	}
	switch a.Kind {
	case attribution.Said, attribution.Reported, attribution.Confirmed, attribution.Admitted, attribution.Described, attribution.Estimated:
		return true
	}
	return false
}

// sameSpeaker reports whether two attributions are of one source, by what it
// resolved to or by its words.
func sameSpeaker(r *reading.Reading, a, b *attribution.Attribution) bool {
	x, y := r.Speaker(a.Source), r.Speaker(b.Source)
	for _, v := range []string{x.Name, x.Text} {
		for _, w := range []string{y.Name, y.Text} {
			if v != "" && strings.EqualFold(withoutArticle(v), withoutArticle(w)) {
				return true
			}
		}
	}
	return false
}

// withoutArticle returns a source's words without the article before them.
func withoutArticle(s string) string {
	first, rest, ok := strings.Cut(s, " ")
	if l := strings.ToLower(first); ok && (l == "the" || l == "a" || l == "an") {
		return rest
	}
	return s
}
