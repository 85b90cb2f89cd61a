package lang

import "strings"

// voice settles whether a verb without auxiliary is passive: 12 killed in
// blast; and wounded.
func (b *builder) voice(v *verbClause) {
	if v.Kind != Finite || v.Verb.First != v.Verb.Main {
		return
	}
	if p := v.sharesWith; p != nil && p.Verb.Perfect && p.Predicate.Voice == Active && b.kind(v.at-2) == cVerb {
		v.Predicate.Voice, v.Predicate.Tense, v.Predicate.Perfect = Active, p.Predicate.Tense, true
		return // have killed and injured
	}
	object := v.Arg(Object) != nil || v.Told != nil || v.antecedent >= 0 && v.subject >= 0 && !v.whose // the town that rebels seized
	if v.Predicate.Voice == Active && !object && b.passiveWithoutAuxiliary(v) {
		v.Predicate.Voice = Passive
	}
	if v.Verb.Form == "VBN" {
		if object || b.aims(v) || !b.hasAlwaysObject(v) && v.Arg(By) == nil && !b.isParticipleOnly(v) {
			v.Predicate.Voice = Active // militants fired/VBN at a patrol
		}
		v.Predicate.Tense = Past
	}
}

// passiveWithoutAuxiliary reports whether a verb without object is passive:
// one that always has an object (12 killed in blast), or one with an agent
// after another passive (was seen and filmed by residents).
func (b *builder) passiveWithoutAuxiliary(v *verbClause) bool {
	if !isPast(v.Verb.Form) || b.aims(v) {
		return false
	}
	afterPassive := b.sharesWithPassive(v)
	if b.hasAlwaysObject(v) {
		return v.subject >= 0 || afterPassive
	}
	return afterPassive && v.Arg(By) != nil
}

// hasAlwaysObject reports whether a verb with its particle is passive where it has no object:
// seized; set ablaze, set on fire.
func (b *builder) hasAlwaysObject(v *verbClause) bool {
	verb := v.Verb.Lemma
	if v.Verb.Particle != "" {
		verb += " " + v.Verb.Particle
	} else if b.kind(v.at+1) == cPrep && b.nounAt(v.at+2) {
		verb += " " + b.chunks[v.at+1].word + " " + b.chunks[v.at+2].noun.Lemma
	}
	return b.w.transitive.has(v.Verb.Lemma) || b.w.transitive.has(verb)
}

// sharesWithPassive reports whether a verb shares its subject with a passive, or continues a series
// that began with one: was dragged away, lined up against a wall and [shot] by soldiers.
func (b *builder) sharesWithPassive(v *verbClause) bool {
	p := v.sharesWith
	for p != nil && p.Predicate.Voice != Passive && p.Verb.First == p.Verb.Main && isPast(p.Verb.Form) && b.kind(p.at-1) == cComma && p.Arg(Object) == nil {
		p = p.sharesWith
	}
	return p != nil && p.Predicate.Voice == Passive
}

// aims reports whether what a verb aims at stands in a phrase: soldiers shot
// at the crowd, shot into it; two men shot at three officers; but not 12 shot at checkpoint.
func (b *builder) aims(v *verbClause) bool {
	i := v.at + 1
	if b.kind(i) == cAdverb {
		i++ // shot back at the gunmen
	}
	return b.w.aimed.has(v.Verb.Lemma) && (b.prepositionAt(i, "at") || b.prepositionAt(i, "into")) && !b.headline &&
		v.subject >= 0 && (b.chunks[v.subject].noun.Numeral.Empty() || b.nounAt(i+1) && b.w.people.has(b.chunks[i+1].noun.Lemma))
}

// isParticipleOnly reports whether the form of a verb can be no simple past, so that
// without an auxiliary it is passive: were killed and 200 goats driven off; was beaten or taken hostage.
func (b *builder) isParticipleOnly(v *verbClause) bool {
	word := b.s.Tokens[v.Verb.Main].Lower
	return v.Verb.Form == "VBN" && (v.subject >= 0 || b.sharesWithPassive(v)) && word != v.Verb.Lemma &&
		(strings.HasSuffix(word, "en") || strings.HasSuffix(word, "wn") || strings.HasSuffix(word, "rn"))
}
