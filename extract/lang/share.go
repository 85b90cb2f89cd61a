package lang

// share makes v take over the subject of the clause before it.
func (b *builder) share(v *verbClause) {
	if p := b.clauseAt(v.begin - 1); p != nil && b.kind(v.begin) == cAnd && v.Verb.First == v.Verb.Main && isPast(v.Verb.Form) && !b.passesSaid(v, p) {
		v.sharesWith, v.previous = p, p // have been killed and injured
		return
	}
	for k := v.begin - 1; k >= 0; k-- {
		p := b.clauseAt(k)
		switch {
		case p == nil, b.isAccording(k):
		case b.passesDescription(v, p):
		case b.passesNonFinite(v, p):
			if p.Kind == Infinite && v.Verb.Form == "VB" {
				v.sharesWith = p // to seize the town and hold it
				return
			}
		case b.passesRelative(v, p), b.passesSubordinate(v, p), b.passesEarlier(v, p), b.passesCarrying(v, p), b.passesAttempt(v, p), b.passesInserted(v, p), b.passesQuoted(v, p), b.passesSaid(v, p):
		default:
			v.sharesWith = p
			if v.Link == Coordinate || v.Link == Root {
				v.previous = p
			}
			return
		}
	}
}

// passesNonFinite reports whether a finite verb looks past the participle or
// infinitive p to the finite verb before it: moved to retake the town and
// shelled it.
func (b *builder) passesNonFinite(v, p *verbClause) bool {
	if !v.Verb.Finite || p.Verb.Finite || p.Kind == Finite || p.previousFinite(b) == nil {
		return false
	}
	return p.antecedent < 0 || v.Link == Coordinate && v.Verb.Form != "VB" && p.Kind == Participle
}

// passesDescription reports whether a verb looks past p, which only describes somebody.
func (b *builder) passesDescription(v, p *verbClause) bool {
	return b.passesArmed(v, p) || b.passesDescribed(v, p)
}

// passesDescribed reports whether a verb with a pronoun as its object looks past p, a participle that
// describes an object, or what hangs on one: dragged men suspected of helping rebels out | and shot them.
func (b *builder) passesDescribed(v, p *verbClause) bool {
	if v.Link != Coordinate || !b.nounAt(v.at+1) || !b.chunks[v.at+1].noun.Pronoun {
		return false
	}
	for k := p.at; k > 0; k-- {
		switch r := b.clauseAt(k); {
		case r == nil:
		case r.Kind == Finite || r.Link == Result:
			return false
		case r.Kind == Participle && r.Link == Relative && r.antecedent >= 0:
			return b.objectAt(r.antecedent)
		}
	}
	return false
}

// passesRelative reports whether a clause looks past the relative clause p,
// which a comma closes: moved to the base, an airport used by jets, and shelled
// it.
func (b *builder) passesRelative(v, p *verbClause) bool {
	if p.Link != Relative {
		return false
	}
	if v.Link != Relative && b.kind(v.begin) == cComma {
		return true
	}
	if v.Link != Coordinate || !v.Verb.Finite || b.kind(v.begin-1) != cComma || p.previousFinite(b) == nil {
		return false
	}
	return !p.Verb.Finite || b.isAsideWithSubject(p)
}

// isAsideWithSubject reports whether a relative clause stands behind a comma and has a subject of
// its own: the army cancelled the vote, which the party was about to win, | and arrested hundreds.
func (b *builder) isAsideWithSubject(p *verbClause) bool {
	return p.Kind == Finite && p.subject >= 0 && p.begin > 0 && b.kind(p.begin-1) == cComma
}

// passesSubordinate reports whether a clause looks past the subordinate clause
// p, which has another tense: had advanced to the base, where it has forces,
// and shelled it.
func (b *builder) passesSubordinate(v, p *verbClause) bool {
	return v.Link == Coordinate && (p.Link == Relative || p.Link == Adverbial) && p.Verb.Finite &&
		p.Predicate.Tense != v.Predicate.Tense && p.previousFinite(b) != nil
}

// passesSaid reports whether a verb of saying looks past what another one before it says, which has
// another tense or tells what was done to somebody: denied that troops had fired and | blamed the
// rebels; said that two boys were hurt but | denied that.
func (b *builder) passesSaid(v, p *verbClause) bool {
	if v.Link != Coordinate || !isReporting(v.Verb) && !words().speaking.has(v.Verb.Lemma) {
		return false
	}
	if p.Link != Complement || p.Kind != Finite || isReporting(p.Verb) || p.previous == nil || !isReporting(p.previous.Verb) {
		return false
	}
	if p.Mark == "that" && b.kind(v.begin-1) == cComma && b.kind(v.at+1) == cMark && b.chunks[v.at+1].word == "that" {
		return true
	}
	return p.Verb.Tense != v.Verb.Tense || p.Verb.Perfect != v.Verb.Perfect || p.Verb.Voice == Passive || p.Verb.Progressive
}

// passesQuoted reports whether a verb looks past one of a clause in quotation marks that close
// before it: ran in shouting "the land is ours" | and shot a guard.
func (b *builder) passesQuoted(v, p *verbClause) bool {
	if v.Link != Coordinate || b.kind(v.begin) != cAnd || b.kind(v.begin-1) != cQuote {
		return false
	}
	quoted := func(k int) bool { return b.s.Tokens.Quoted(b.chunks[k].first) }
	return p.subject >= 0 && quoted(p.subject) && quoted(p.at) && !quoted(v.at)
}

// passesEarlier reports whether a participle behind a comma looks past the participle p
// of what came before: opened fire after setting off a bomb, | killing ten.
func (b *builder) passesEarlier(v, p *verbClause) bool {
	return v.Link == Result && v.Kind == Participle && b.kind(v.begin-1) == cComma && p.Kind == Participle && p.Earlier() && p.previousFinite(b) != nil
}

// passesCarrying reports whether a participle behind a comma looks past the participle p that only
// describes a group: ambushed a bus carrying pilgrims, | killing nine.
func (b *builder) passesCarrying(v, p *verbClause) bool {
	if v.Link != Result || v.Kind != Participle || v.Verb.Form != "VBG" || b.kind(v.begin-1) != cComma || p.Kind != Participle || p.Link != Relative || p.antecedent < 0 {
		return false
	}
	return (p.Verb.Voice == Passive || words().carrying.has(p.Verb.Lemma)) && p.previousFinite(b) != nil
}

// passesArmed reports whether a participle looks past the participle p that only describes who did
// what a passive tells: was beaten by a crowd armed with sticks and | set on fire.
func (b *builder) passesArmed(v, p *verbClause) bool {
	if v.Link != Coordinate || v.Kind != Participle || v.Verb.First != v.Verb.Main || p.Kind != Participle || p.antecedent < 0 || !b.prepositionAt(p.antecedent-1, "by") {
		return false
	}
	f := p.previousFinite(b)
	return f != nil && b.isBePassive(f.Verb)
}

// passesAttempt reports whether a participle behind a comma looks past the relative clause
// p, or its infinitive, that says what those hit tried to do: fired at villagers who tried
// to remove it, | hurting 23.
func (b *builder) passesAttempt(v, p *verbClause) bool {
	if v.Link != Result || v.Kind != Participle || b.kind(v.begin-1) != cComma {
		return false
	}
	if p.Kind == Infinite && p.previous != nil {
		p = p.previous
	} else if q := b.lastVerb(v.begin); q == nil || q.Kind != Infinite || q.previous != p {
		return false
	}
	return p.Link == Relative && p.Kind == Finite && p.previousFinite(b) != nil
}

// passesInserted reports whether a clause behind a comma looks past the clause p that only says who
// told it: jets bombed the town, residents said, | killing four.
func (b *builder) passesInserted(v, p *verbClause) bool {
	if b.isInsertedReport(p) && b.behindReport(min(p.subject, p.at)-1) >= 0 && b.kind(v.begin) == cAnd && b.goesOnBehindReport(v) {
		return true
	}
	if b.kind(v.begin-1) != cComma || !b.goesOnBehindReport(v) || !isReporting(p.Verb) || p.Kind != Finite || p.subject < 0 {
		return false
	}
	if b.kind(min(p.subject, p.at)-1) != cComma || p.previousFinite(b) == nil {
		return false
	}
	if q := b.lastVerb(v.begin); q != nil && q != p && q.at > p.at && q.Kind == Participle {
		return b.passesInserted(q, p) // the army said, killing nine, | and abducted the mayor
	}
	return b.saysOnlyHow(p, v.begin-1)
}

// saysOnlyHow reports whether the chunks between the verb of saying p and chunk end only tell to
// whom, when and how something is said: told reporters on Monday.
func (b *builder) saysOnlyHow(p *verbClause, end int) bool {
	for k := p.at + 1; k < end; k++ {
		switch {
		case k == p.subject, b.chunks[k].time, b.kind(k) == cPrep, b.kind(k) == cAdverb, b.kind(k-1) == cPrep:
		case k == p.at+1 && b.kind(k) == cNoun && words().addressing.has(p.Verb.Lemma):
		default:
			return false
		}
	}
	return true
}

// goesOnBehindReport reports whether a clause may carry on what was told before somebody
// was said to have told it: a participle, and a second verb but one of saying.
func (b *builder) goesOnBehindReport(v *verbClause) bool {
	if v.Link == Result || v.Link == Adverbial && v.Mark != "" {
		return v.Kind == Participle && v.Verb.Form == "VBG" // before shelling the town
	}
	return v.Link == Coordinate && v.Kind == Finite && (b.kind(v.begin) == cAnd || b.kind(v.begin) == cAdverb) && !isReporting(v.Verb) && !words().speaking.has(v.Verb.Lemma)
}

// previousFinite returns the nearest finite clause before v, or nil.
func (v *verbClause) previousFinite(b *builder) *verbClause {
	for k := v.at - 1; k >= 0; k-- {
		if p := b.clauseAt(k); p != nil && p.Kind == Finite {
			return p
		}
	}
	return nil
}

// lastVerb returns the clause of the nearest verb before chunk k.
func (b *builder) lastVerb(k int) *verbClause {
	for k--; k >= 0; k-- {
		if v := b.clauseAt(k); v != nil {
			return v
		}
	}
	return nil
}

// lastMain returns the clause of the nearest finite verb before chunk k that is in
// no relative clause, else of the nearest verb.
func (b *builder) lastMain(k int) *verbClause {
	for n := k - 1; n >= 0; n-- {
		if v := b.clauseAt(n); v != nil && v.Kind == Finite && v.Link != Relative {
			return v
		}
	}
	return b.lastVerb(k)
}

// shared fills in what a clause takes over from another.
func (b *builder) shared(v *verbClause) {
	if v.antecedent >= 0 {
		g := b.chunks[v.antecedent].noun
		g.Relative = append(g.Relative, v.Clause)
		b.conjoin(v.antecedent)
		if v.whose {
			return
		}
		f := Subject
		if v.subject >= 0 {
			f = Object
			if b.kind(v.begin) == cPrep || v.Arg(Object) != nil {
				f = Oblique // in which rebels seized the base
			}
		}
		a := Arg{Function: f, Group: g, Shared: true}
		if f == Oblique {
			a.Prep = "in"
			if b.kind(v.begin) == cPrep {
				a.Prep = b.chunks[v.begin].word
			}
		}
		v.Args = append([]Arg{a}, v.Args...)
		return
	}
	if v.subject >= 0 || v.sharesWith == nil {
		return
	}
	from := v.sharesWith
	for i := range from.Args {
		a := from.Args[i]
		if a.Function != Subject {
			continue
		}
		v.Args = append([]Arg{{Function: Subject, Group: a.Group, Shared: true}}, v.Args...)
		return
	}
}
