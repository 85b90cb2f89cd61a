package attribution

import (
	"slices"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// readSentence finds the attributions of sentence i: first every cue with its
// source, then what each of them says, which depends on where the others are.
func (r *reader) readSentence(i int) {
	l := r.parse(i)
	if len(l.t) == 0 {
		return
	}
	for _, h := range r.matchesIn(l.s.Span) {
		k := l.tokenAt(h.Start)
		if k < 0 || l.used[k] {
			continue
		}
		var u *saying
		switch {
		case h.words != nil:
			u = l.phraseCue(k, h)
		case h.noun:
			u = l.nounCue(k, h)
		default:
			u = l.verbCue(k, h)
			if u == nil && l.t.Noun(k) {
				if w := words().nouns[l.t[k].Lower]; w != nil {
					h.entry = w
					u = l.nounCue(k, h)
				}
			}
		}
		if u != nil {
			l.sayings = append(l.sayings, u)
		}
	}
	l.findContents()
	for _, u := range l.sayings {
		if len(tidy(u.content)) == 0 {
			continue
		}
		kind := u.kind
		if kind == "" {
			kind = u.entry.kind
		}
		r.found = append(r.found, &Attribution{
			Source: u.source, Cue: Cue{u.cue, r.text[u.cue.Start:u.cue.End], u.lemma}, Content: u.content,
			Via: u.via, Sentence: i, Kind: kind,
		})
	}
}

// tokenAt returns the token at the offset, or -1.
func (l *parsed) tokenAt(offset int) int {
	for k := range l.t {
		if l.t[k].End > offset {
			if l.t[k].Start <= offset {
				return k
			}
			return -1
		}
	}
	return -1
}

// findContents finds the content of every saying of the sentence: first of those that have one
// of their own, then of those that refer to what others said.
func (l *parsed) findContents() {
	for k, u := range l.sayings {
		if !u.complete && !u.cited {
			l.findContent(u, l.sayings[:k], l.sayings[k+1:])
			l.keepInQuotation(u)
		}
	}
	for k, u := range l.sayings {
		if u.cited {
			l.copyContent(u, k)
		}
		if k > 0 && u.entry.kind == Denied && l.isOfSaying(u) {
			u.content = slices.Clone(l.sayings[k-1].content)
		}
	}
}

// unstoppedSpeaker returns the source right before a verb of saying that ends
// its sentence without a full stop, as in … from across the border | officials
// said The gunmen …, or nil. The verb group begins at token verb; next is the
// token after it.
func (l *parsed) unstoppedSpeaker(verb, next int) *lang.NounGroup {
	reported := next < len(l.t) && l.precedesOutlet(next)
	if !l.opensUnmarked(next) && !l.endsUnmarked(next) && !reported || verb == 0 || l.s.GroupTo(verb-1) == nil || !l.saidBefore(verb) {
		return nil
	}
	g := l.s.GroupTo(verb - 1)
	if !reported && (g.Proper || l.sourceKind(g) == "") || l.t.Mark(g.First-1) != 0 {
		return nil
	}
	return g
}

// opensUnmarked reports whether a sentence seems to begin at token k although
// no full stop ends the one before.
func (l *parsed) opensUnmarked(k int) bool {
	return k < len(l.t) && l.t.Mark(k) == 0 && article.IsCapital(l.t[k].Text) && !strings.HasPrefix(l.t.Tag(k), "NN") && !strings.HasPrefix(l.t.Tag(k), "JJ") && l.t.Word(k) != "i"
}

// endsUnmarked reports whether token k stands behind the last word of a text, or of
// a paragraph, that no full stop ends.
func (l *parsed) endsUnmarked(k int) bool {
	return k == len(l.t) && l.s.Part == article.Body && l.t.Mark(k-1) == 0
}

// endsUnstopped reports whether the saying follows what is said and ends its sentence without a
// full stop: … from the hills officials said The gunmen then.
func (l *parsed) endsUnstopped(u *saying) bool {
	if !u.hasSource || u.inverted || !u.has(fThat) || l.t.Mark(u.from-1) != 0 || !l.saidBefore(u.from) {
		return false
	}
	return l.opensUnmarked(u.to) || l.endsUnmarked(l.skipAdjuncts(u.to, u)) || u.to < len(l.t) && l.precedesOutlet(u.to)
}
