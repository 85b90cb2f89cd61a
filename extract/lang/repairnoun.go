package lang

import (
	"strings"
	"unicode"
)

// nounRepairs read as nouns what stands where only a noun can.
var nounRepairs = repairsOf([]tagRepair{
	{from: jj, holds: (*repairer).subjectReadAsAdjective, tag: "NN", next: "VBD"},
	{from: anyVerb, holds: (*repairer).pluralNominal, tag: "NNS"},
	{from: anyVerb, holds: (*repairer).singularNominal, tag: "NN"},
	{from: vb, holds: (*repairer).modifierReadAsVerb, tag: "NN"},
	{from: vb | vbp, holds: (*repairer).actAfterPlural, tag: "NN"},
	{from: vbp, holds: (*repairer).pluralAfterNoun, tag: "NNS"},
	{from: vbz, holds: (*repairer).pluralAfterAdjective, tag: "NNS"},
	{from: vbz, holds: (*repairer).pluralOfNumber, tag: "NNS"},
	{from: vbz, holds: (*repairer).peopleReadAsVerb, tag: "JJ"},
	{from: anyAdjective, holds: (*repairer).nominalReadAsAdjective, tag: "NN"},
	{from: jj, holds: (*repairer).titleReadAsAdjective, tag: "NN"},
	{from: jj, holds: (*repairer).nameBehindPreposition, tag: "NNP"},
	{from: jj, holds: (*repairer).victimReadAsAdjective, tag: "NN"},
	{from: rb | rbr | dt | wdt | in | jjs, holds: (*repairer).personReadAsOther, tag: "NN"},
	{from: nn, holds: (*repairer).outcomeReadAsNoun, tag: "JJ"},
	{from: nn, holds: (*repairer).pluralReadAsSingular, tag: "NNS"},
	{from: vbd | vbn, holds: (*repairer).nounReadAsPast, tag: "NN"},
	{from: vbd | vbn, holds: (*repairer).peopleReadAsPast, tag: "NNS"},
	{from: vbd | vbg, holds: (*repairer).modifierReadAsPast, tag: "JJ"},
	{from: jj, holds: (*repairer).nameReadAsModifier, tag: "NNP"},
	{from: vb | vbp | vbz, holds: (*repairer).singularAfterModifier, tag: "NN"},
})

// subjectReadAsAdjective: a civilian/JJ died/NN; the navy/JJ sank/NN two boats.
func (r *repairer) subjectReadAsAdjective(i int) bool {
	return r.nominal.has(r.Word(i)) && r.Tag(i+1) == "NN" && r.pastForm(&r.Tokens[i+1])
}

// pluralOfNumber: fired eight mortar rounds/VBZ into the camp. A number asks for a plural.
func (r *repairer) pluralOfNumber(i int) bool {
	return r.Tag(i-1) == "NN" && r.Tag(i-2) == "CD" && !r.Tokens[i-2].IsYear() && r.Word(i-2) != "one" && r.Word(i-2) != "1" &&
		r.Tagged(i+1, "IN", ",", ".", "CC", "VBD", "VBN", "WDT", "TO")
}

// nameBehindPreposition: in the town of Shopian/JJ; in nearby Shopian/JJ. A noun would follow an adjective.
func (r *repairer) nameBehindPreposition(i int) bool {
	return r.Capital(i) && !r.title && (r.Tag(i-1) == "IN" || r.Tag(i-2) == "IN" && r.Adjective(i-1) && !r.Capital(i-1)) &&
		r.Tagged(i+1, "IN", ".", ",", "CC", "VBD")
}

// titleReadAsAdjective: county police chief/JJ Grace Atieno; but not the chief/JJ
// Swiss envoy.
func (r *repairer) titleReadAsAdjective(i int) bool {
	return r.nominal.has(r.Word(i)) && r.Tagged(i-1, "NN", "NNS") && r.ProperNoun(i+1)
}

// peopleReadAsAdjective: two Chinese/JJ were killed; hundreds of Sudanese/JJ marched.
func (r *repairer) peopleReadAsAdjective(i int) bool {
	if r.title || i == 0 || !r.Capital(i) || !(r.Tag(i-1) == "CD" || r.Is(i-1, "of") && r.Tagged(i-2, "NNS", "CD")) {
		return false
	}
	return r.FiniteVerb(i+1) || r.Tagged(i+1, "IN", ",", ".")
}

// victimReadAsAdjective: left two soldiers and a policeman/JJ dead in Mopti; one civilian/JJ dead/NN.
func (r *repairer) victimReadAsAdjective(i int) bool {
	return r.Is(i-1, "a", "an", "his", "her", "one") && r.Is(i+1, "dead") && (r.Adjective(i+1) || r.people.has(r.Word(i))) && !r.Noun(i+2)
}

// modifierReadAsPast: abducted by armed/VBD cattle rustlers. No past follows by.
func (r *repairer) modifierReadAsPast(i int) bool {
	return r.Word(i-1) == "by" && r.Tag(i-1) == "IN" && strings.HasSuffix(r.Word(i), "ed") && r.Tagged(i+1, "NN", "NNS", "JJ")
}

// nameReadAsModifier: abducted by Ansar al-Din/JJ overnight. An Arabic article with a name
// behind it goes on with the name before it.
func (r *repairer) nameReadAsModifier(i int) bool {
	article, name, ok := strings.Cut(r.Tokens[i].Text, "-")
	if !ok || len(article) != 2 || !unicode.IsUpper(firstRune(name)) {
		return false
	}
	if unicode.IsUpper(firstRune(article)) {
		return true // Al-Shabaab/JJ captures the town
	}
	return r.Tag(i-1) == "NNP" && r.Capital(i-1) && (!r.Noun(i+1) || words().temporal[r.Word(i+1)] != "") && unicode.IsLower(firstRune(article))
}

// outcomeReadAsNoun: shot a priest dead/NN in Jos; but not the dead/NN.
func (r *repairer) outcomeReadAsNoun(i int) bool {
	return !r.Noun(i+1) && (r.Is(i, "dead") && r.Tagged(i-1, "NN", "NNS") || r.outcomes.has(r.Word(i)) && r.Tag(i-1) == "CD")
}

// singularOf returns the singular of the noun at token i: insurgent of insurgents, gunman of gunmen;
// but not base of based.
func (r *repairer) singularOf(i int) string {
	if base, irregular := r.irregular(r.Word(i)); irregular && r.nominal.has(base) && !strings.HasSuffix(r.Word(i), "ed") {
		return base
	}
	return nounLemma(r.Word(i))
}

// nominalReadAsVerb reports whether the word at i, which has a verb's tag, is a noun that
// is no verb.
func (r *repairer) nominalReadAsVerb(i int) bool {
	noun := r.singularOf(i)
	return (r.nominal.has(noun) || r.nominal.has(r.Word(i))) && !r.verb(noun) && !r.control.has(noun)
}

// pluralNominal: insurgents/VBZ attacked; told them that gunmen/VBD attacked.
func (r *repairer) pluralNominal(i int) bool {
	return r.nominalReadAsVerb(i) && r.singularOf(i) != r.Word(i)
}

// singularNominal: a suspect/VB in the case.
func (r *repairer) singularNominal(i int) bool {
	return r.nominalReadAsVerb(i) && r.singularOf(i) == r.Word(i)
}

// modifierReadAsVerb: between protesters and riot/VB police. A base form is
// coordinated with another one only.
func (r *repairer) modifierReadAsVerb(i int) bool {
	return r.Tag(i-1) == "CC" && isNominal(r.Tag(i-2)) && r.Noun(i+1) && !r.pastForm(&r.Tokens[i]) && !r.baseFormBefore(i)
}

// actAfterPlural: were hurt in militants attack/VBP at a market; two dead in armed men
// attack/VBP on a base; but not were hurt as militants attack/VBP a market.
func (r *repairer) actAfterPlural(i int) bool {
	if !r.ambiguous.has(r.Word(i)) || r.Tag(i-1) != "NNS" || !r.Tagged(i+1, "IN", ".", ",") {
		return false
	}
	k := i - 2
	for r.Tagged(k, "JJ", "NN", "NNP") {
		k--
	}
	return r.Tag(k) == "IN" && r.marks[r.Word(k)] == Root && (r.Tagged(k-1, "VBN", "VBD") || r.outcomes.has(r.Word(k-1)))
}

// baseFormBefore reports whether a base form, or what governs one, stands before
// token i.
func (r *repairer) baseFormBefore(i int) bool {
	return AnyIn(0, i, func(k int) bool { return r.Tagged(k, "VB", "MD", "TO") || isAuxiliary(r.Word(k)) })
}

// pluralAfterNoun: an airport and grain silos/VBP.
func (r *repairer) pluralAfterNoun(i int) bool {
	if !r.Noun(i - 1) {
		return false
	}
	w := r.Word(i)
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !r.verb(verbLemmaOf(w)) && !r.verb(w) && !isAuxiliary(w)
}

// pluralAfterAdjective: the largest military airbases/VBZ; but not the
// adjective that is a noun before its verb: the military/JJ denies/VBZ.
func (r *repairer) pluralAfterAdjective(i int) bool {
	if !r.Adjective(i-1) || !r.Tagged(i-2, "DT", "JJ", "JJS", "JJR", "CD", "PRP$", "POS") {
		return false
	}
	w := r.Word(i)
	return strings.HasSuffix(w, "s") && !isAuxiliary(w) && !(r.nominal.has(r.Word(i-1)) && r.verb(verbLemmaOf(w)))
}

// peopleReadAsVerb: said that Irish/VBZ Special Branch officers were on their way.
func (r *repairer) peopleReadAsVerb(i int) bool {
	return i > 0 && r.Capital(i) && !r.title && r.Capital(i+1) && r.Noun(i+1) && r.Tagged(i-1, "IN", "WDT", "CC", ",")
}

// nominalReadAsAdjective: launched an offensive/JJ; the military/JJ said; but
// not before a noun or another adjective: military/JJ and police/JJ officers.
func (r *repairer) nominalReadAsAdjective(i int) bool {
	if i == 0 || !r.Adjective(i) || !r.nominal.has(r.Word(i)) {
		return false
	}
	misreadPlural := r.Tag(i+1) == "VBZ" && !r.verb(verbLemmaOf(r.Word(i+1))) && !isAuxiliary(r.Word(i+1))
	coordinated := r.Tag(i+1) == "CC" && r.Adjective(i+2)
	return !r.Noun(i+1) && !r.Adjective(i+1) && !misreadPlural && !coordinated
}

// nounReadAsPast: the bomb blast/VBN; the military headquarters/VBD.
func (r *repairer) nounReadAsPast(i int) bool {
	return isPast(r.Tag(i)) && (r.ambiguous.has(r.Word(i)) && !r.past(r.Word(i)) && r.lemma[r.Word(i)] != r.Word(i) || r.noPastAt(i))
}

// peopleReadAsPast: soldiers shot the wounded/VBN where they lay. No participle ends a noun group that
// an article begins.
func (r *repairer) peopleReadAsPast(i int) bool {
	return r.Is(i-1, "the") && r.Tag(i-1) == "DT" && r.outcomes.has(r.Word(i)) && r.Tagged(i+1, ".", ",", "WRB", "IN", "CC", "TO", "RB", "VBD", "VBP", "MD")
}

// personReadAsOther: Teacher/DT killed by rebels; shot teacher/RB in Arras.
func (r *repairer) personReadAsOther(i int) bool {
	return r.people.has(r.Word(i)) && r.Word(i) != "other"
}

// noPastAt reports whether the word at token i stands where a noun can stand and is the past of no
// verb: headquarters, bus.
func (r *repairer) noPastAt(i int) bool {
	w := r.Word(i)
	if !r.Tagged(i-1, "NN", "NNP", "JJ", "DT") || strings.HasSuffix(w, "ed") {
		return false
	}
	base, irregular := r.irregular(w)
	return irregular && base == w && strings.HasSuffix(w, "s") || !irregular && !r.verb(verbLemmaOf(w))
}

// nounAfterModifier reports whether a word that can be a noun or a verb has a
// verb's tag where a noun is modified: the attack/VB, their raids/VBZ; but not
// where an adjective is its subject: the wounded/JJ report/VBP abuses.
func (r *repairer) nounAfterModifier(i int) bool {
	if !r.Tagged(i, "VB", "VBP", "VBZ") || !r.Tagged(i-1, "DT", "JJ", "PRP$", "POS") || !r.ambiguous.has(verbLemmaOf(r.Word(i))) {
		return false
	}
	return !(r.Tag(i-1) == "JJ" && r.Tag(i) != "VB" && r.startsNoun(i+1))
}

// pluralReadAsSingular: Russian bombs/NN hit the port.
func (r *repairer) pluralReadAsSingular(i int) bool {
	w := r.Word(i)
	singular := nounLemma(w)
	return singular != w && singular+"s" == w && r.ambiguous.has(singular)
}

// singularAfterModifier: the attack/VB on the town.
func (r *repairer) singularAfterModifier(i int) bool {
	return r.nounAfterModifier(i) && !strings.HasSuffix(r.Word(i), "s")
}
