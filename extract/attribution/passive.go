package attribution

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// citedSource reads a cue whose object is the source: citing a police source,
// quoting state media. What it said is what the sentence's other source passes
// on.
func (l *parsed) citedSource(u *saying) *saying {
	g := l.groupFrom(u.lastToken + 1)
	if g == nil {
		return nil
	}
	before := l.t.Mark(g.Last+1) == ',' && l.t.Word(g.Last+2) == "that" // citing court files, that
	if !before && !g.Proper && l.sourceKind(g) == "" && !words().channels[l.t[g.Head].Lemma] {
		return nil
	}
	src, ok := l.speaker(g, u.entry)
	if !ok {
		return nil
	}
	u.source, u.hasSource, u.cited = src, true, true
	u.from, u.to = u.cueToken, l.tokenAt(src.End-1)+1
	return u
}

// relayedSource reads in a report by X, it was said that …: the author of the
// document is the source. It reports whether the sentence has that form.
func (l *parsed) relayedSource(u *saying) bool {
	it := u.verb.First - 1
	if it < 2 || l.t.Word(it) != "it" || l.t.Mark(it-1) != ',' {
		return false
	}
	for _, g := range l.s.Nouns {
		if g.First >= it || !l.isPaper(g) {
			continue
		}
		if a := l.author(g); a != nil {
			u.source, u.hasSource = l.sourceOf(a), true
			u.from, u.to = it, u.lastToken+1
			return true
		}
	}
	return false
}

// saysByChannel reports whether what looks like a passive is a past, and by tells the channel:
// the governor confirmed by telephone that …
func (l *parsed) saysByChannel(u *saying) bool {
	if u.clause == nil || u.verb.First != u.verb.Main {
		return false
	}
	g := u.clause.Arg(lang.By)
	return g != nil && g.First == u.lastToken+2 && g.Det == "" && g.Number != lang.Plural && g.Modifiers.Empty() && l.isChannel(g) && l.sourceKind(g) == ""
}

// bySource reads a passive with its by-phrase: was first reported by X, a plan
// announced by X.
func (l *parsed) bySource(u *saying) *saying {
	if u.clause == nil {
		return nil
	}
	if l.relayedSource(u) {
		return u
	}
	for _, a := range u.clause.Args {
		if a.Function != lang.By || a.Group.First < u.cueToken {
			continue
		}
		src, ok := l.speaker(a.Group, u.entry)
		if !ok || a.Group.First > u.lastToken+6 {
			return nil
		}
		u.source, u.hasSource = src, true
		u.from, u.to = u.verb.First, l.tokenAt(src.End-1)+1
		if l.t.Word(u.from-1) == "as" && u.verb.First == u.verb.Main && u.has(fThing) {
			u.from--
			u.adjunct = true // women were beaten, as reported by a nurse
			return u
		}
		u.complete = true
		if g := u.clause.Arg(lang.Subject); g != nil && g.First < u.cueToken {
			if u.has(fThat) && l.infinitiveAt(u.to) >= 0 {
				u.content = append(u.content, l.restFrom(g.First, nil)) // the drone was said by X to have crashed
			} else if u.has(fThing | fLabel | fAs) {
				u.content = append(u.content, l.span(g.First, min(l.phraseEnd(g, false)+1, u.verb.First)))
			}
		}
		if u.has(fAs | fLabel) {
			if n := u.to; l.t.Word(n) == "as" {
				u.content = append(u.content, l.restFrom(n+1, nil))
			}
		}
		if n := l.skipAdjuncts(u.to, u); l.t.Word(n) == "that" && u.has(fThat) {
			u.content = []article.Span{l.restFrom(n+1, nil)}
		}
		return u
	}
	return nil
}

// quotedSource reads X was quoted by Y as saying, and Y quoted X as saying: X
// is the source, Y passes it on.
func (l *parsed) quotedSource(u *saying) *saying {
	c := u.clause
	if c == nil {
		return nil
	}
	if u.verb.Form == "VBG" {
		return l.citedSource(u)
	}
	as := l.asSaying(u.lastToken + 1)
	if as < 0 {
		return nil
	}
	who, channel := c.Arg(lang.Subject), c.Arg(lang.By)
	if !u.isPassive() {
		who, channel = nil, who
		for k := u.lastToken + 1; k < as && who == nil; k++ {
			who = l.groupFrom(k)
		}
	}
	src, ok := l.speaker(who, u.entry)
	if !ok {
		return nil
	}
	u.source, u.hasSource = src, true
	if via, ok := l.speaker(channel, u.entry); ok {
		u.via = append(u.via, via)
	}
	said := *words().verbs[l.t.Word(as+1)]
	said.lemma = u.lemma
	said.frames |= fThat | fQuote
	u.entry = &said
	u.from, u.to, u.lastToken = u.verb.First, as+2, as+1
	if s := c.Arg(lang.Subject); s != nil && s.First < u.from {
		u.from = s.First
	}
	l.used[as+1] = true
	return u
}

// asSaying returns the token of as in the first as saying, as telling or the
// like from token k on, or -1.
func (l *parsed) asSaying(k int) int {
	for end := k + 29; k+1 < len(l.t) && k < end; k++ {
		if l.t.Word(k) == "as" && strings.HasSuffix(l.t.Word(k+1), "ing") && words().verbs[l.t.Word(k+1)] != nil {
			return k
		}
	}
	return -1
}

// isPassive reports whether the verb is passive: was reported by.
func (u *saying) isPassive() bool {
	if u.clause != nil {
		return u.clause.Predicate.Voice == lang.Passive
	}
	return u.verb.Voice == lang.Passive
}
