package lang

import (
	"slices"
	"strings"
)

// pastRepairs read as the past or the participle of a verb what prose takes for
// a noun, an adjective or a preposition. At most one of them is made in a token.
var pastRepairs = repairsOf([]tagRepair{
	{from: noVerb, holds: (*repairer).pastOnly, tag: "VBD"},
	{from: vbd | vbn | nns, holds: (*repairer).participleOfNumber, tag: "JJ"},
	{from: vbd | vbn, holds: (*repairer).participleOfSeveral, tag: "JJ"},
	{from: vbd | vbn, holds: (*repairer).participleOfFirst, tag: "JJ"},
	{from: vbz, holds: (*repairer).pastReadAsThird, tag: "VBD"},
	{from: vbd | vbn, holds: (*repairer).participleBesideAdjective, tag: "JJ"},
	{from: vbd, holds: (*repairer).participleOfSecond, tag: "JJ"},
	{from: vbd | vbn, holds: (*repairer).participleOfObject, tag: "JJ"},
	{from: nns, holds: (*repairer).pastReadAsPlural, tag: "VBD"},
	{from: nn | nns | jj, holds: (*repairer).pastOfMore, tag: "VBD"},
	{from: noVerb, holds: (*repairer).participleOnly, tag: "VBN"},
	{from: noVerb, holds: (*repairer).participleBeforeBy, tag: "VBN"},
	{from: nn | jj, holds: (*repairer).participleOfCounted, tag: "VBN"},
	{from: vbd, holds: (*repairer).participleOfAside, tag: "VBN"},
	{from: jj | nn | vbn, holds: (*repairer).pastBehindAside, tag: "VBD"},
	{from: nn | fw | jj, holds: (*repairer).pastBeforeName, tag: "VBD"},
	{from: jj | nn, holds: (*repairer).pastBeforeSecond, tag: "VBD"},
	{from: jj | nn, holds: (*repairer).pastWithoutOther, tag: "VBD"},
	{from: jj | nn, holds: (*repairer).pastJoined, tag: "VBD"},
	{from: nn | vb, holds: (*repairer).participleOfPassives, tag: "VBN"},
	{from: jj | nn, holds: (*repairer).pastAfterPlace, tag: "VBD"},
	{from: nn, holds: (*repairer).pastLikeBase, tag: "VBD"},
	{from: nn, holds: (*repairer).pastBeforeNumber, tag: "VBD"},
	{from: vbn, holds: (*repairer).intransitivePast, tag: "VBD"},
	{from: vbn | vb, holds: (*repairer).pastSaid, tag: "VBD"},
	{from: vbn | nn | jj | in, holds: (*repairer).pastBehindSeeming, tag: "VBD"},
	{from: vbd | nn | jj, holds: (*repairer).participleOfFound, tag: "VBN"},
	{from: vbd, holds: (*repairer).participleOfArmed, tag: "VBN"},
	{from: vbd, holds: (*repairer).participleOfBelieved, tag: "VBN"},
	{from: nn | jj | vbd, holds: (*repairer).participleBeforeTime, tag: "VBN"},
	{from: vbd | vbn, holds: (*repairer).adverbReadAsPast, tag: "RB"},
	{from: vb | vbp, holds: (*repairer).pastOfSeries, tag: "VBD"},
})

// pastSaid: the army says killed/VBN nine; Israel says struck/VB a depot.
func (r *repairer) pastSaid(i int) bool {
	return r.Tagged(i-1, "VBP", "VBZ") && r.complement.has(Lemma(r.Word(i-1), r.Tag(i-1))) && r.past(r.Word(i)) && r.startsNoun(i+1)
}

// noVerb are the tags of words that are no verbs.
const noVerb = nn | nnp | jj | in | rb | rbr | rp | fw | prp

func (r *repairer) nameAt(i int) bool { return r.Tag(i) == "NNP" && r.Capital(i) }

// opensNoun reports whether a noun is to follow token i: the, his, a red.
func (r *repairer) opensNoun(i int) bool { return r.Tagged(i, "DT", "PRP$", "POS", "JJ", "IN", "TO") }

// pastOnly: the army retook/NN Palmyra; his men overran/IN it.
func (r *repairer) pastOnly(i int) bool {
	return r.pasts.has(r.Word(i)) && !r.nameAt(i) && (!r.opensNoun(i-1) || r.ordinalAlone(i-1) && r.startsNoun(i+1))
}

// ordinalAlone reports whether token i is the rank of one who was counted before, with no
// noun: the third.
func (r *repairer) ordinalAlone(i int) bool {
	return r.Adjective(i) && r.ordinals.has(r.Word(i)) && r.Is(i-1, "the", "a")
}

// pastReadAsPlural: a boy of 19 died/NNS.
func (r *repairer) pastReadAsPlural(i int) bool {
	return r.Tag(i-1) == "CD" && strings.HasSuffix(r.Word(i), "ed") && r.past(r.Word(i))
}

// participleOfPassives: the men were taken behind the mill and shot/NN; were bound and shot/NN in a
// field; was beaten and set/VB on fire. Nouns of these forms have an article.
func (r *repairer) participleOfPassives(i int) bool {
	if base, _ := r.irregular(r.Word(i)); r.Tag(i-1) != "CC" || r.Tag(i) == "VB" && base != r.Word(i) || r.Tag(i) == "NN" && !r.past(r.Word(i)) || r.nominal.has(r.Word(i)) || r.startsNoun(i+1) || r.Noun(i+1) {
		return false
	}
	for k := i - 2; k > 0 && !r.Tagged(k, "VBD", "VBZ", "VBP", "VB", "CC"); k-- {
		if r.Tag(k) == "VBN" && r.auxiliaryBefore(k) {
			return true
		}
	}
	return false
}

// pastOfMore: three more died/NN of their wounds.
func (r *repairer) pastOfMore(i int) bool {
	return r.Is(i-1, "more", "others") && r.Tag(i-2) == "CD" && r.past(r.Word(i)) && r.intransitive.has(Lemma(r.Word(i), "VBD"))
}

// participleOnly: nine villagers slain/NN in Plateau; a town overthrown/RP by rain.
func (r *repairer) participleOnly(i int) bool {
	return r.participles.has(r.Word(i)) && !r.nameAt(i) && (isNominal(r.Tag(i-1)) || r.Tag(i-1) == "CD" || r.auxiliaryBefore(i)) &&
		!r.Noun(i+1) && !r.Adjective(i+1)
}

// participleBeforeBy: villages carpet-bombed/JJ by jets; the men, shot/NN by rebels.
func (r *repairer) participleBeforeBy(i int) bool {
	return r.Word(i+1) == "by" && !r.nameAt(i) && (isNominal(r.Tag(i-1)) || r.Tagged(i-1, ",", "CD")) && r.pastForm(&r.Tokens[i]) &&
		(r.past(r.Word(i)) || r.known(&r.Tokens[i])) && !r.nominal.has(r.Word(i))
}

// participleOfBelieved: gunmen, believed/VBD to be bandits, killed nine people.
func (r *repairer) participleOfBelieved(i int) bool {
	if r.Tag(i-1) != "," || !r.Noun(i-2) || !r.Is(i+1, "to") || !r.Is(i+2, "be", "have") || !r.complement.has(Lemma(r.Word(i), "VBD")) {
		return false
	}
	for k := i + 3; k+1 < len(r.Tokens); k++ {
		if r.Tag(k) == "," {
			return r.Verb(k+1) || r.Tag(k+1) == "MD"
		}
	}
	return false
}

// participleBeforeTime: an engineer held/VBD since January by rebels.
func (r *repairer) participleBeforeTime(i int) bool {
	if !isNominal(r.Tag(i-1)) || r.nameAt(i) || !r.past(r.Word(i)) || r.nominal.has(r.Word(i)) || r.pasts.has(r.Word(i)) {
		return false
	}
	k := i + 1
	if r.Tag(k) == "IN" {
		k++
	}
	first := k
	for r.timeWord(r.Word(k)) != "" || r.Tag(k) == "CD" || r.temporal[Lemma(r.Word(k), "NNS")] == "unit" {
		k++
	}
	return k > first && r.Is(k, "by") && r.startsNoun(k+1) && r.timeWord(r.Word(k+1)) == "" && !r.Tagged(k+1, "CD")
}

// participleOfNumber: the army freed five kidnapped/VBD fishermen; the bodies of two beheaded/VBN
// farmers; but not when two attacked guards.
func (r *repairer) participleOfNumber(i int) bool {
	if r.Tag(i-1) != "CD" || r.Tag(i+1) != "NNS" || r.pasts.has(r.Word(i)) || !strings.HasSuffix(r.Word(i), "ed") && !r.participles.has(r.Word(i)) {
		return false
	}
	return r.Tag(i-2) == "IN" && r.marks[r.Word(i-2)] == Root || strings.HasPrefix(r.Tag(i-2), "VB") && !isAuxiliary(r.Word(i-2)) ||
		r.FiniteVerb(i+2)
}

// participleOfSeveral: freed half a dozen kidnapped/VBD fishermen; but not several attacked guards.
func (r *repairer) participleOfSeveral(i int) bool {
	return (r.dozens.has(r.Word(i-1)) || r.partitives.has(r.Word(i-1))) && r.Tag(i+1) == "NNS" && strings.HasSuffix(r.Word(i), "ed") &&
		(r.FiniteVerb(i+2) || r.finiteBefore(i) || r.verbLike(r.Word(i+2)) && r.objectAt(i+3))
}

// participleOfFirst: meanwhile, three detained/VBD militants and two soldiers were killed.
func (r *repairer) participleOfFirst(i int) bool {
	return r.Tag(i-1) == "CD" && r.Tag(i+1) == "NNS" && r.Tag(i+2) == "CC" && strings.HasSuffix(r.Word(i), "ed") && r.opensClause(i-1) && r.verbOfSubject(i+3) >= 0
}

// pastReadAsThird: militants burnt/VBZ a temple.
func (r *repairer) pastReadAsThird(i int) bool {
	return !strings.HasSuffix(r.Word(i), "s") && r.past(r.Word(i))
}

// participleBesideAdjective: freed 50 sick and wounded/VBD prisoners.
func (r *repairer) participleBesideAdjective(i int) bool {
	if r.joinsParticiples(i-1) || r.Tag(i-1) == "RB" && r.joinsParticiples(i-2) {
		return true
	}
	return r.Tag(i-1) == "CC" && r.Tag(i-2) == "JJ" && r.Tag(i-3) == "CD" && r.Tagged(i+1, "NNS", "JJ", "NNP") &&
		strings.HasSuffix(r.Word(i), "ed") && !r.outcomes.has(r.Word(i-2))
}

// participleOfSecond: soldiers and allied/VBD Fulani militiamen killed 21 villagers. The first verb of a
// sentence does not follow its and.
func (r *repairer) participleOfSecond(i int) bool {
	return r.Tag(i-1) == "CC" && r.Tag(i-2) == "NNS" && r.opensClause(i-2) && strings.HasSuffix(r.Word(i), "ed") && isNominal(r.Tag(i+1)) && r.verbOfSubject(i+2) >= 0
}

// participleOfObject: strikers fought pitched/VBD battles. One past form does not follow another.
func (r *repairer) participleOfObject(i int) bool {
	return r.Tag(i-1) == "VBD" && !isAuxiliary(r.Word(i-1)) && strings.HasSuffix(r.Word(i), "ed") && r.Tagged(i+1, "NN", "NNS") &&
		!r.complement.has(Lemma(r.Word(i-1), "VBD"))
}

// participleOfCounted: nine shot/NN in a market.
func (r *repairer) participleOfCounted(i int) bool {
	return r.Tagged(i+1, "IN", "TO", "WRB") && r.Word(i+1) != "of" &&
		(r.Tag(i-1) == "CD" || r.title && isNominal(r.Tag(i-1))) && !r.finiteBefore(i) && !r.finiteAfter(i) &&
		(r.past(r.Word(i)) || strings.HasSuffix(r.Word(i), "ed") && r.known(&r.Tokens[i]))
}

// pastBeforeName: in 1998 the rebels beat/NN Mexico. No adjective stands before a number.
func (r *repairer) pastBeforeName(i int) bool {
	return isNominal(r.Tag(r.beforeAdverbs(i))) && (r.Tag(i) != "JJ" && r.Tagged(i+1, "NNP", "NNS", "PRP") || r.Tagged(i+1, "CD", "DT", "PRP$")) && r.past(r.Word(i)) &&
		!r.nominal.has(r.Word(i)) && !r.verbBehind(i) && (!r.verbAhead(i) || r.whomBefore(i))
}

// whomBefore reports whether the finite verb before token i is that of a relative
// clause with an object for its pronoun, so that the main clause still has none: a
// man whom the papers called the Sniper.
func (r *repairer) whomBefore(i int) bool {
	n, relative := 0, false
	for k := range i {
		if r.FiniteVerb(k) {
			n++
		}
		relative = relative || r.Is(k, "whom", "who", "which") && n == 0
	}
	return relative && n == 1
}

// pastBeforeSecond: a settler later shot/NN and seriously wounded a farmer.
func (r *repairer) pastBeforeSecond(i int) bool {
	if !isNominal(r.Tag(r.beforeAdverbs(i))) && r.openOfAside(i) < 0 || r.nominal.has(r.Word(i)) || r.Tag(i+1) != "CC" || !r.past(r.Word(i)) || r.verbAhead(i) {
		return false
	}
	k := i + 2
	for r.Adverb(k) {
		k++
	}
	return r.Tagged(k, "VBD", "VBN") && r.objectAt(k+1)
}

// pastWithoutOther: jets from the carrier intercepted/JJ targets. The sentence has no
// other verb.
func (r *repairer) pastWithoutOther(i int) bool {
	if !isNominal(r.Tag(i-1)) || !r.pastForm(&r.Tokens[i]) || r.nominal.has(r.Word(i)) || !r.objectAt(i+1) {
		return false
	}
	if !r.past(r.Word(i)) && !r.known(&r.Tokens[i]) {
		return false
	}
	return !AnyIn(0, len(r.Tokens), func(k int) bool { return k != i && r.FiniteVerb(k) })
}

// pastJoined: stormed the yard and shot/NN at guards, fought/NN with them.
func (r *repairer) pastJoined(i int) bool {
	return r.Tag(i-1) == "CC" && isNominal(r.Tag(i-2)) && r.past(r.Word(i)) && !r.nominal.has(r.Word(i)) && r.finiteBefore(i) &&
		(r.Tag(i+1) == "IN" && r.Word(i+1) != "of" || r.Is(i+1, "dead") && r.objectAt(i+2)) && !r.finiteAfter(i)
}

// pastAfterPlace: police in Kampala arrested/JJ opposition leader Bobi Wine; men on Friday
// evening burned/JJ government offices. No adjective stands behind a name or a time.
func (r *repairer) pastAfterPlace(i int) bool {
	k := i - 1
	for r.nameAt(k) || k > 0 && r.timeWord(r.Word(k)) != "" {
		k--
	}
	return k < i-1 && k > 0 && r.Tag(k) == "IN" && r.pastForm(&r.Tokens[i]) && (r.takesObject(i) || r.known(&r.Tokens[i])) && r.Noun(i+1) && r.objectAt(i+1) &&
		(r.Noun(k-1) && !r.finiteBefore(i) || r.endsRelative(k)) // fighters who had crossed from Syria seized/JJ government buildings
}

// pastLikeBase: police in Harare beat/NN and arrested forty women. A form that is base and
// past at once goes on in a past with an object.
func (r *repairer) pastLikeBase(i int) bool {
	base, irregular := r.irregular(r.Word(i))
	return irregular && base == r.Word(i) && r.nameAt(i-1) && r.Tag(i-2) == "IN" && r.Noun(i-3) && r.Tag(i+1) == "CC" &&
		r.Tag(i+2) == "VBD" && r.objectAt(i+3) && !r.finiteBefore(i)
}

// pastBeforeNumber: the war cost/NN 100,000 lives; the fighting cost/NN the island some 300 lives.
// No noun stands right before a number or an article.
func (r *repairer) pastBeforeNumber(i int) bool {
	base, irregular := r.irregular(r.Word(i))
	return irregular && base == r.Word(i) && (r.Noun(i-1) || r.Tag(i-1) == "JJ" && r.Tag(i-2) == "DT") && (r.Tagged(i+1, "CD", "DT", "PRP$") || !r.Tokens.qualifier(i+1).Empty()) &&
		!r.finiteBefore(i) && !r.finiteAfter(i)
}

// endsRelative reports whether a relative clause on the noun with which the sentence begins
// goes on to token k, with one finite verb.
func (r *repairer) endsRelative(k int) bool {
	n, relative := 0, false
	for i := range k {
		switch {
		case r.Tagged(i, ",", ":", "CC"):
			return false
		case r.Tagged(i, "WP", "WDT"):
			relative = n == 0 && r.Noun(i-1)
		case r.FiniteVerb(i):
			n++
		}
	}
	return relative && n == 1
}

// formRepairs give a verb the tag that its form has, where prose has read it as
// another form.
var formRepairs = repairsOf([]tagRepair{
	{from: vbd | vbz | vbg, holds: (*repairer).baseReadAsOther, tag: "VBP"},
	{from: vbd | vbn | vbp, holds: (*repairer).thirdReadAsOther, tag: "VBZ"},
	{from: vbd, holds: (*repairer).participleReadAsPast, tag: "VBN"},
})

// participleReadAsPast: villagers slain/VBD in Plateau were buried.
func (r *repairer) participleReadAsPast(i int) bool {
	return r.participles.has(r.Word(i)) || r.participleBesideAdjective(i)
}

// baseReadAsOther: rebels ambush/VBZ a convoy; police abandon/VBD a post.
func (r *repairer) baseReadAsOther(i int) bool {
	w := r.Word(i)
	return r.Tagged(i, "VBD", "VBZ", "VBG") && (r.verbs.has(w) || r.ambiguous.has(w)) && r.lemma[w] == ""
}

// thirdReadAsOther: the army hurls/VBD stones.
func (r *repairer) thirdReadAsOther(i int) bool {
	w := r.Word(i)
	if !r.Tagged(i, "VBD", "VBN", "VBP") || !strings.HasSuffix(w, "s") || r.lemma[w] != "" {
		return false
	}
	verb := verbLemmaOf(w)
	return verb != w && !r.verb(w) && (r.verbs.has(verb) || r.ambiguous.has(verb))
}

// presentRepairs read as a verb in the present what prose takes for a noun or an
// adjective.
var presentRepairs = repairsOf([]tagRepair{
	{from: noBase, holds: (*repairer).baseAfterSubject, tag: "VBP"},
	{from: noBase, holds: (*repairer).baseJoined, tag: "VBP"},
	{from: noBase, holds: (*repairer).infinitiveJoined, tag: "VB"},
})

// noBase are the tags that the base form of a verb may have instead of its own.
const noBase = nn | nnp | jj | jjs | in | rb | rp | prp

// baseWord reports whether token i is the base form of a verb, and no name.
func (r *repairer) baseWord(i int) bool {
	w := r.Word(i)
	return (r.verbs.has(w) || r.ambiguous.has(w)) && !r.nameAt(i)
}

// baseAfterSubject: they raid/NN farms; soldiers often ambush/JJ traders.
func (r *repairer) baseAfterSubject(i int) bool {
	if !r.baseWord(i) || !r.startsNoun(i+1) || r.finiteBefore(i) || r.finiteAfter(i) {
		return false
	}
	k := i - 1
	for k > 0 && r.Adverb(k) {
		k--
	}
	if p := r.beforePlace(k); p >= 0 {
		return r.Tag(p) == "NNS" && !r.isLast(i+1)
	}
	return r.Is(k, "they", "we", "you", "i") || r.Tag(k) == "NNS" && (k < i-1 || r.verbs.has(r.Word(i)))
}

// beforePlace returns the token before a preposition and a name that end at token k, or -1:
// [police] in Nairobi.
func (r *repairer) beforePlace(k int) int {
	from := k
	for from > 1 && r.Tag(from) == "NNP" {
		from--
	}
	if from == k || !r.Is(from, "in", "at", "near") {
		return -1
	}
	return from - 1
}

// isLast reports whether token i is the last word of the sentence.
func (r *repairer) isLast(i int) bool {
	return i >= len(r.Tokens)-1 || i == len(r.Tokens)-2 && isPunctuation(r.Tokens[i+1].Text)
}

// baseJoined: the rebels loot shops, avoid/NN soldiers and kidnap/NN young boys; police kill 14 of them
// and arrest/RB more than 50 people.
func (r *repairer) baseJoined(i int) bool {
	if !r.baseWithObject(i) {
		return false
	}
	for k := i - 2; k > 0; k-- {
		if r.Tag(k) == "VBP" && !isAuxiliary(r.Word(k)) && r.startsNoun(k+1) {
			return true
		}
		if r.FiniteVerb(k) || r.Tagged(k, "IN", "TO", "WDT", "WP", ":") && r.Word(k) != "of" {
			return false
		}
	}
	return false
}

// infinitiveJoined: continue to ambush troops and kidnap/NN villagers; a plan to kill the mayor and
// burn/NN his house.
func (r *repairer) infinitiveJoined(i int) bool {
	if !r.baseWithObject(i) {
		return false
	}
	for k := i - 2; k > 0 && !r.FiniteVerb(k) && !r.Tagged(k, ",", "WDT", "WP", ":"); k-- {
		if r.Tag(k) == "VB" {
			return r.Tag(k-1) == "TO" && r.startsNoun(k+1)
		}
	}
	return false
}

// baseWithObject reports whether token i is the base form of a verb, joined to something before it, and
// has an object.
func (r *repairer) baseWithObject(i int) bool {
	if !r.Tagged(i-1, "CC", ",") || !r.baseWord(i) {
		return false
	}
	return r.Tagged(i+1, "NNS", "DT", "PRP", "PRP$", "CD", "NNP", "NN") || r.Tag(i+1) == "JJ" && r.Noun(i+2) || !r.Tokens.qualifier(i+1).Empty()
}

// pastBetweenSubjects: soldiers and masked/VBD gunmen attacked the village.
func (r *repairer) pastBetweenSubjects(i int) bool {
	return r.Tag(i-1) == "CC" && r.Noun(i-2) && r.Tag(i+1) == "NNS" && r.Tagged(i+2, "VBD", "VBP", "MD") && !r.finiteBefore(i)
}

// pastInReport: said on Monday that suspected/VBD rebels shelled the port; but not said the
// group that attacked soldiers fled.
func (r *repairer) pastInReport(i int) bool {
	reported := r.Is(i-1, "that") && r.Tag(i-1) == "IN" && (r.endsReport(i-2) || r.Tag(i-2) == "VBN")
	return reported && r.Tagged(i+1, "NN", "NNS") && r.verbOfSubject(i+2) >= 0
}

// endsReport reports whether token k is a verb of saying or ends what says when or to whom
// it is said: said; said on Monday; told reporters.
func (r *repairer) endsReport(k int) bool {
	v := k
	for v > 0 && !r.FiniteVerb(v) && !isPunctuation(r.Tokens[v].Text) {
		v--
	}
	if v < 0 || !r.FiniteVerb(v) {
		return false
	}
	verb := Lemma(r.Word(v), "VBD")
	return r.complement.has(verb) && (v == k || r.addressing.has(verb) || r.Tagged(k, "NNP", "CD", "RB"))
}

// intransitivePast: shells fired by the rebels landed/VBN on a school.
func (r *repairer) intransitivePast(i int) bool {
	if !r.intransitive.has(Lemma(r.Word(i), "VBN")) || r.auxiliaryBefore(i) {
		return false
	}
	for r.Tag(i-1) == "RB" {
		i--
	}
	before := r.Tag(i - 1)
	return isNominal(before) || r.Adjective(i-1) || before == "VBG" || before == "CC" && isNominal(r.Tag(i-2)) && r.activeBefore(i-2)
}

// participleOfFound: four men were found shot/VBD dead; six were left wounded/JJ.
func (r *repairer) participleOfFound(i int) bool {
	return r.Is(i-1, "found", "left") && r.auxiliaryBefore(i-1) && r.pastForm(&r.Tokens[i]) && !r.Noun(i+1)
}

// participleOfArmed: mobs armed/VBD with rods and stones rampaged.
func (r *repairer) participleOfArmed(i int) bool {
	return r.Is(i, "armed") && r.Is(i+1, "with") && r.Noun(i-1) &&
		slices.ContainsFunc(r.Tokens[i+1:], func(t Token) bool { return isPast(t.Tag) || t.Tag == "VBZ" || t.Tag == "VBP" })
}

// adverbReadAsPast: attacked and briefly/VBD held the post.
func (r *repairer) adverbReadAsPast(i int) bool { return strings.HasSuffix(r.Word(i), "ly") }

// pastOfSeries: soldiers beat/VBP, robbed and shot a trader.
func (r *repairer) pastOfSeries(i int) bool {
	return r.pastForm(&r.Tokens[i]) && r.Noun(i-1) && r.Tag(i+1) == "," && r.Tagged(i+2, "VBD", "VBN") && r.Tag(i+3) != "IN" && r.objectAt(r.endOfSeries(i)+1)
}

// Words that say what a subject is believed to be stand between it and its verb: jets believed to
// be Russian | bombed a hospital.

// pastBehindSeeming: Jets believed to be Russian bombed/VBN a hospital.
func (r *repairer) pastBehindSeeming(i int) bool {
	if !r.past(r.Word(i)) && !r.pastForm(&r.Tokens[i]) || !r.opensGroup(i+1) {
		return false
	}
	for k := i - 1; k > 2 && k >= i-4; k-- {
		if r.Is(k, "be") {
			return k < i-1 && r.heldToBe(k-2)
		}
		if !r.Noun(k) && !r.Tagged(k, "JJ", "VBG") {
			break
		}
	}
	return false
}

// heldToBe reports whether token k is the verb with which a phrase says what the noun before it is
// believed to be: jets [believed] to be Russian.
func (r *repairer) heldToBe(k int) bool {
	return k > 0 && r.Is(k+1, "to") && r.Is(k+2, "be") && isNominal(r.Tag(k-1)) && isPast(r.Tag(k)) && r.complement.has(Lemma(r.Word(k), "VBD"))
}
