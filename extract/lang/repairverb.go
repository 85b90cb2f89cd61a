package lang

import "strings"

// verbRepairs read as verbs what stands between a subject and its object, and
// tell gerunds that are nouns. At most one of them is made in a token, and
// none in the first and the last.
var verbRepairs = repairsOf([]tagRepair{
	{from: vbd, holds: (*repairer).participleOpensClause, tag: "JJ"}, // where its verb was mended
	{from: nn | in | rbr, holds: (*repairer).verbBeforeObject, tag: "VBP"},
	{from: nn | nnp, holds: (*repairer).verbAfterName, tag: "VBP"},
	{from: nns, holds: (*repairer).verbAfterName, tag: "VBZ"},
	{from: nn, holds: (*repairer).verbBeforePhrase, tag: "VBP"},
	{from: nn, holds: (*repairer).verbAfterMark, tag: "VBP"},
	{from: nn, holds: (*repairer).verbBeforeInfinitive, tag: "VBP"},
	{from: nn | jj, holds: (*repairer).verbOfDemand, tag: "VBP"},
	{from: nn, holds: (*repairer).pastBeforePlace, tag: "VBD"},
	{from: nn, holds: (*repairer).verbWithParticle, tag: "VBP"},
	{from: nn, holds: (*repairer).pastAfterName, tag: "VBD"},
	{from: nn, holds: (*repairer).reportingReadAsNoun, tag: "VBP"},
	{from: nn, holds: (*repairer).pastAfterAdjective, before: "NN", tag: "VBD"},
	{from: nn | in | jj, holds: (*repairer).pastReadAsNoun, tag: "VBD"},
	{from: jj, holds: (*repairer).participleReadAsAdjective, tag: "VBN"},
	{from: nns, holds: (*repairer).verbAfterSingular, tag: "VBZ"},
	{from: nns, holds: (*repairer).verbAfterAct, before: "NN", tag: "VBZ"},
	{from: anyNoun, holds: (*repairer).verbBeforeTo, tag: "VBZ"},
	{from: nn, holds: (*repairer).participleReadAsNoun, tag: "VBG"},
	{from: nns, holds: (*repairer).reportsBeforePaper, tag: "VBZ"},
	{from: nns, holds: (*repairer).reportsAfterPaper, before: "NNP", tag: "VBZ"},
	{from: vbg, holds: (*repairer).gerundAsSubject, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundBeforePast, tag: "NN", next: "VBD"},
	{from: vbg, holds: (*repairer).gerundInPhrase, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundBeforeThat, tag: "NN", next: "WDT"},
	{from: vbz, holds: (*repairer).claimsReadAsVerb, tag: "NNS"},
	{from: vb, holds: (*repairer).gerundReadAsInfinitive, tag: "VBG"},
	{from: jj, holds: (*repairer).peopleReadAsAdjective, tag: "NNPS"},
})

// verbAfterPlural reports whether token i is a word that can be a noun or a
// verb, tagged as a noun, after a plural that can be its subject.
func (r *repairer) verbAfterPlural(i int) bool {
	return r.Tagged(i, "NN", "IN", "RBR") && r.Tag(i-1) == "NNS" && r.ambiguous.has(r.Word(i)) && !r.prepositions.has(r.Word(i))
}

// verbAfterCollective reports whether token i is such a word after police or the
// like, which is a plural to its verb.
func (r *repairer) verbAfterCollective(i int) bool {
	return r.Tag(i) == "NN" && r.Noun(i-1) && r.collective.has(r.Word(i-1)) && r.ambiguous.has(r.Word(i))
}

// verbBeforeObject: rebels attack/NN the town.
func (r *repairer) verbBeforeObject(i int) bool {
	return r.verbAfterPlural(i) && r.Tagged(i+1, "NNP", "DT", "CD", "NNS", "PRP", "JJ")
}

// verbAfterName: the FARC shoot/NN a priest; the PKK murders/NNS a judge; gunmen of the AUC storm/NNP
// La Gabarra. Before a name it is one only if a plural is the subject.
func (r *repairer) verbAfterName(i int) bool {
	base := verbLemmaOf(r.Word(i))
	if r.Tag(i-1) != "NNP" || r.Capital(i) || !r.verb(base) || r.Word(i) != base && r.Tag(i) != "NNS" || !r.onlyVerb(i) {
		return false
	}
	if r.timeWord(r.Word(i+1)) != "" || r.timeWord(r.Word(i+2)) != "" {
		return false // the NATO attack a day earlier
	}
	return r.Tagged(i+1, "DT", "CD", "PRP", "PRP$") || r.Tagged(i+1, "NNP", "NNS") && (r.Tag(i) == "NNS" || r.pluralOfName(i-1))
}

// pluralOfName reports whether the name that ends at token i hangs on a plural before it, or is the
// short one of a group: gunmen of the AUC; the FARC.
func (r *repairer) pluralOfName(i int) bool {
	if t := r.Tokens[i].Text; r.Is(i-1, "the") && len(t) > 2 && t == strings.ToUpper(t) && r.Tag(i+1) != "NNS" {
		return true
	}
	for i > 0 && (r.ProperNoun(i) || r.Tagged(i, "DT", "CD")) {
		i--
	}
	return r.Is(i, "of", "from") && r.Tag(i-1) == "NNS"
}

// verbBeforePhrase: soldiers fire/NN on marchers; but not in headlines, which leave out the
// apostrophe of a rebels' attack on a town.
func (r *repairer) verbBeforePhrase(i int) bool {
	return !r.title && r.verbAfterPlural(i) && r.Tag(i+1) == "IN" && r.Word(i+1) != "of" && r.onlyVerb(i)
}

// verbBeforeInfinitive: troops plan/NN to retake the town; but not a rebels' plan to retake it.
func (r *repairer) verbBeforeInfinitive(i int) bool {
	return r.Tag(i-1) == "NNS" && r.Tag(i+1) == "TO" && r.Tag(i+2) == "VB" && r.verb(r.Word(i)) && !r.finiteBefore(i)
}

// demandReach is the largest number of words in the subject of a clause that is demanded.
const demandReach = 4

// verbOfDemand: demanded that the army withdraw/NN from the town; that rebels free/JJ nine men.
func (r *repairer) verbOfDemand(i int) bool {
	if !r.Noun(i-1) || !r.verb(r.Word(i)) || !r.Tagged(i+1, "DT", "CD", "NNP", "PRP", "PRP$", "IN", "VBG", "NNS") {
		return false
	}
	for k := i - 1; k > 0 && k >= i-1-demandReach; k-- {
		switch {
		case r.Word(k) == "that":
			return r.mandative.has(verbLemmaOf(r.Word(k - 1)))
		case r.Verb(k):
			return false
		}
	}
	return false
}

// verbAfterMark: as jets pound/NN market; as police storm/NN flat.
func (r *repairer) verbAfterMark(i int) bool {
	return (r.verbAfterPlural(i) || r.verbAfterCollective(i)) && r.startsNoun(i+1) && r.marks[r.Word(i-2)] != Root
}

// verbOfHeadline: Farmers and herders clash/NN, where that ends a headline.
func (r *repairer) verbOfHeadline(i int) bool {
	return r.title && i+1 == len(r.Tokens) && (r.verbAfterPlural(i) || r.verbAfterCollective(i)) &&
		r.Tag(i-2) == "CC" && !r.finiteBefore(i)
}

// pastBeforePlace: a shell burst/NN in the yard.
func (r *repairer) pastBeforePlace(i int) bool {
	return r.Tag(i-1) == "NN" && r.Tag(i+1) == "IN" && r.Word(i+1) != "of" &&
		r.past(r.Word(i)) && !r.ambiguous.has(r.Word(i)) && !r.finiteBefore(i) && !r.finiteAfter(i)
}

// verbWithParticle: as jets strike/NN back.
func (r *repairer) verbWithParticle(i int) bool {
	return r.verbAfterPlural(i) && r.particleAt(i+1) && !r.finiteBefore(i)
}

// pastAfterName: snipers loyal to Omar shot/NN at the crowd.
func (r *repairer) pastAfterName(i int) bool {
	if r.Tag(i-1) != "NNP" {
		return false
	}
	if w := r.Word(i); r.lemma[w] == w && !r.nominal.has(w) {
		return (r.Tag(i+1) == "IN" && r.Word(i+1) != "of" || r.Tag(i+1) == "TO" && r.Tag(i+2) != "VB") && r.onlyVerb(i)
	}
	return r.Tag(i+1) == "IN" && r.past(r.Word(i)) && !r.finiteBefore(i)
}

// reportingReadAsNoun: the Taliban deny/NN planting bombs.
func (r *repairer) reportingReadAsNoun(i int) bool {
	w := r.Word(i)
	return r.Noun(i-1) && r.Tagged(i+1, "VBG", "IN", "DT") && words().complement.has(w) && !r.ambiguous.has(w) && !r.nominal.has(w) && !r.finiteBefore(i)
}

// pastAfterAdjective: a rebel/JJ shot/NN him; but not the far left/NN in parliament.
func (r *repairer) pastAfterAdjective(i int) bool {
	if !r.Tagged(i-1, "JJ", "JJR") || r.Tag(i-2) != "DT" {
		return false
	}
	if r.takesObject(i) && strings.HasSuffix(r.Word(i), "ed") {
		return r.Tagged(i+1, "DT", "CD") && r.onlyVerb(i)
	}
	if !r.past(r.Word(i)) {
		return false
	}
	return r.Is(i+1, "him", "them", "us", "me") ||
		r.Tag(i+1) == "IN" && r.Word(i+1) != "of" && !r.nominal.has(r.Word(i)) && r.Word(i) != "left" && r.onlyVerb(i)
}

// pastReadAsNoun: a settler shot/NN a shepherd; troops overran/IN a bunker.
func (r *repairer) pastReadAsNoun(i int) bool {
	if r.Tag(i-1) == "CC" && (r.Tag(i+1) == "CD" || r.Word(i+1) == "at" && r.Word(i+2) == "least" || r.Word(i) == "left" && r.Tag(i+1) == ".") {
		return r.past(r.Word(i)) && r.finiteBefore(i) // came in and shot/NN (at least) six men; burned a house and left/NN
	}
	k := i + 1
	if r.Tag(k) == "TO" && r.Tag(k+1) == "NN" {
		k += 2 // the gang shot/NN to death two policemen
	}
	w := r.Word(i)
	if !isNominal(r.Tag(i-1)) || !r.Tagged(k, "DT", "CD", "PRP$", "PRP") || r.nominal.has(w) {
		return false
	}
	return r.past(w) && (r.pasts.has(w) || !r.finiteBefore(i) && !r.finiteAfter(i))
}

// participleReadAsAdjective: was severely injured/JJ; were also beaten/JJ; had abducted/JJ students.
func (r *repairer) participleReadAsAdjective(i int) bool {
	return r.pastForm(&r.Tokens[i]) && r.takesObject(i) && (!r.Noun(i+1) || r.Is(i-1, "had", "has", "have")) && r.auxiliaryBefore(i)
}

// takesObject reports whether token i is a form of a verb that is passive where it
// has no object, or of one written with a hyphen, which is no adjective.
func (r *repairer) takesObject(i int) bool {
	verb := Lemma(r.Word(i), "VBN")
	return r.transitive.has(verb) || r.verbs.has(verb) && strings.Contains(verb, "-")
}

// verbAfterSingular: unless the president resigns/NNS.
func (r *repairer) verbAfterSingular(i int) bool {
	return r.Tag(i-1) == "NN" && r.verbs.has(verbLemmaOf(r.Word(i)))
}

// verbAfterAct: after ambush/JJ kills/NNS four soldiers; as police raid/VBP injures/NNS a nurse. An act
// and a plural are no compound with a number, an article or, in a headline, a person behind them.
func (r *repairer) verbAfterAct(i int) bool {
	verb := verbLemmaOf(r.Word(i))
	return r.Tagged(i-1, "NN", "JJ", "VBG", "VBP") && r.acts.has(r.Word(i-1)) && verb != r.Word(i) && r.verb(verb) &&
		(r.Tagged(i+1, "CD", "DT") || r.title && r.people.has(r.Word(i+1)))
}

// verbBeforeTo: the constable, hurt in a blast, succumbs/NNS to his wounds; the army has launched a
// raid and claims/NNS to have killed nine; but not the United States to leave.
func (r *repairer) verbBeforeTo(i int) bool {
	if !r.title && r.Capital(i) || r.Tag(i+1) != "TO" || !strings.HasSuffix(r.Word(i), "s") {
		return false
	}
	done := r.Word(i+2) == "have" && r.Tag(i+3) == "VBN"
	if r.Tag(i-1) != "," && r.Tag(i-1) != "JJ" && !r.Noun(i-1) && !(done && r.Tag(i-1) == "CC") {
		return false
	}
	verb := verbLemmaOf(r.Word(i))
	return r.verb(verb) && (done || !r.ambiguous.has(verb) && !r.nominal.has(r.Word(i)))
}

// participleReadAsNoun: marched through the capital demanding/NN water; the staff, speaking/NN before he left, said.
func (r *repairer) participleReadAsNoun(i int) bool {
	if r.Mark(i-1) == ',' && isNominal(r.Tag(i-2)) && r.Tagged(i+1, "IN") && strings.HasSuffix(r.Word(i), "ing") && r.speaking.has(verbLemmaOf(r.Word(i))) {
		return true
	}
	return isNominal(r.Tag(i-1)) && r.startsNoun(i+1) && strings.HasSuffix(r.Word(i), "ing") &&
		!r.gerunds.has(r.Word(i)) && r.known(&r.Tokens[i])
}

// claimsReadAsVerb: rejected on Sunday claims/VBZ that its men had shelled the camp.
func (r *repairer) claimsReadAsVerb(i int) bool {
	if r.Word(i+1) != "that" || !r.complement.has(verbLemmaOf(r.Word(i))) {
		return false
	}
	k := i - 1
	if r.Tag(k) == "," && r.Adverb(k-1) && r.Tag(k-2) == "," {
		k -= 3 // rejected, however, claims/VBZ
	}
	for k > 0 && !r.Verb(k) && r.Tag(k) != "," {
		k--
	}
	return r.Tagged(k, "VBD", "VBN") && r.weighing.has(verbLemmaOf(r.Word(k))) && !r.Tagged(k-1, "WDT", "WP")
}

// gerundReadAsInfinitive: admitted late on Friday to killing/VB three farmers.
func (r *repairer) gerundReadAsInfinitive(i int) bool {
	return strings.HasSuffix(r.Word(i), "ing") && verbLemmaOf(r.Word(i)) != r.Word(i)
}

// reportsBeforePaper: …, on March 3 reports/NNS Dawn.
func (r *repairer) reportsBeforePaper(i int) bool {
	return r.complement.has(verbLemmaOf(r.Word(i))) && r.Tagged(i-1, "CD", "NNP", ",") && r.nameToEnd(i+1)
}

// reportsAfterPaper: the Daily Star reports/NNS that rebels left.
func (r *repairer) reportsAfterPaper(i int) bool {
	return r.complement.has(verbLemmaOf(r.Word(i))) && r.mastheads.has(r.Word(i-1)) && r.Capital(i-1) &&
		(r.Word(i+1) == "that" || r.Tagged(i+1, ",", ".", ""))
}

// gerund reports whether token i is the -ing form of a verb that is a noun as
// well: fighting, shelling.
func (r *repairer) gerund(i int) bool { return r.Tag(i) == "VBG" && r.gerunds.has(r.Word(i)) }

// gerundAsSubject: fierce fighting/VBG broke out; residents said fighting/VBG broke out.
func (r *repairer) gerundAsSubject(i int) bool {
	return r.gerund(i) && r.Tagged(i+1, "VBD", "VBZ") && (!r.Verb(i-1) || r.complement.has(verbLemmaOf(r.Word(i-1)))) &&
		(r.Tag(i-1) != "IN" || r.Word(i-1) == "of" || r.subordinator(i-1))
}

// gerundBeforePast: heavy fighting/VBG destroyed/JJ two houses.
func (r *repairer) gerundBeforePast(i int) bool {
	return r.gerund(i) && r.Adjective(i-1) && !r.finiteBefore(i) && r.Tagged(i+1, "VBN", "JJ") && r.pastForm(&r.Tokens[i+1]) && r.opensGroup(i+2)
}

// gerundInPhrase: in shelling/VBG near the market; the shelling/VBG of it.
func (r *repairer) gerundInPhrase(i int) bool {
	return r.gerund(i) && (r.Word(i+1) == "of" || r.Is(i-1, "under") || r.Tag(i+1) == "IN" && r.Is(i-1, "in", "during", "amid"))
}

// gerundBeforeThat: seized it after fighting/VBG that/IN left nine dead.
func (r *repairer) gerundBeforeThat(i int) bool {
	return r.gerund(i) && r.Tag(i-1) == "IN" && r.Is(i+1, "that", "which") && r.Tagged(i+2, "VBD", "VBN", "VBZ", "MD")
}

// gerundWithSides: fighting/VBG between two clans.
func (r *repairer) gerundWithSides(i int) bool {
	return r.gerund(i) && (r.Word(i+1) == "between" || r.Word(i+1) == "by" && r.startsNoun(i+2))
}

// gerundSubject: Shelling/VBG killed/VBN nine people; Rioting/VBG broke/VBD out.
func (r *repairer) gerundSubject(i int) bool {
	if !r.gerundAtStart(i) || isAuxiliary(r.Word(i+1)) {
		return false
	}
	switch r.Tag(i + 1) {
	case "VBD":
		return true
	case "VBN", "JJ":
		return (r.Tag(i+1) == "VBN" || r.past(r.Word(i+1))) && (r.opensGroup(i+2) || r.number(i+2) || r.onlyVerb(i+1) &&
			(r.Tag(i+2) == "NNS" || r.Tag(i+2) == "IN" && r.Word(i+2) != "by"))
	}
	return false
}

// gerundBeforePresent: Shelling/VBG has killed ten people; Bombing/VBG kills nine.
func (r *repairer) gerundBeforePresent(i int) bool {
	return r.gerundAtStart(i) && r.FiniteVerb(i+1) && (isAuxiliary(r.Word(i+1)) || r.Tag(i+1) == "VBZ")
}

// gerundWithPlace: Fighting/VBG in the capital has killed ten people; but not Fighting/VBG in the
// capital, the army has lost ten men.
func (r *repairer) gerundWithPlace(i int) bool {
	return (i == 0 || i == 1 && r.Tag(0) == "NN") && r.gerund(i) && r.Tag(i+1) == "IN" && r.finiteAfter(i+1)
}

// gerundAtStart reports whether token i is the -ing form of a verb that opens
// its sentence.
func (r *repairer) gerundAtStart(i int) bool {
	return i == 0 && r.Tag(i) == "VBG" && !r.Is(i, "being", "having", "getting")
}
