package lang

import (
	"strings"
	"unicode"
)

// misreadWords are words that prose takes for another part of speech whatever
// stands beside them. At most one of them is repaired in a token.
var misreadWords = repairsOf([]tagRepair{
	{from: md, holds: (*repairer).unlistedModal, tag: "NN"},
	{from: anyVerb, holds: (*repairer).nameAfterPreposition, tag: "NNP"},
	{from: vbn | vbd, holds: (*repairer).hurtReadAsParticiple, tag: "JJ"},
	{from: anyVerb, holds: (*repairer).nameInTitle, tag: "NNP"},
	{holds: (*repairer).wordReadAsSymbol, tag: "NN"},
	{holds: (*repairer).onlyAsAdjective, tag: "JJ"},
	{from: vb, holds: (*repairer).degreeReadAsVerb, tag: "JJ"},
	{from: prp, holds: (*repairer).herOfNumber, tag: "PRP$"},
	{from: prp, holds: (*repairer).emphasis, tag: "RB"},
	{holds: (*repairer).herAlone, tag: "PRP"},
	{from: wrb | pdt, holds: (*repairer).pastReadAsAdverb, tag: "VBD"},
	{from: vbz, holds: (*repairer).groupNamedIS, tag: "NNP"},
	{from: rb, holds: (*repairer).nounReadAsAdverb, tag: "NN"},
	{holds: (*repairer).agedBeforeNumber, tag: "IN"},
	{holds: (*repairer).dayWord, tag: "NN"},
	{from: anyVerb | md, holds: (*repairer).isDated, tag: "NNP"},
	{from: anyVerb, holds: (*repairer).overnightReadAsVerb, tag: "RB"},
	{from: vbg, holds: (*repairer).eveningReadAsVerb, tag: "NN"},
	{holds: (*repairer).sinceOfPerfect, tag: "RB"},
	{from: vbz, holds: (*repairer).pluralBeforeVerb, tag: "NNS"},
	{from: vb | vbp, holds: (*repairer).pluralActBeforeVerb, tag: "NNS"},
	{from: vb | vbp, holds: (*repairer).actBeforeNoun, tag: "NN"},
	{from: vbz, holds: (*repairer).pluralBeforeOf, tag: "NNS"},
	{from: wdt, holds: (*repairer).thatAfterAddressee, tag: "IN"},
	{from: vbd, holds: (*repairer).nameReadAsSaying, tag: "NNP"},
	{from: vbd | vbn | vbp | vbz, holds: (*repairer).participleOpensClause, tag: "JJ"},
	{from: vbd | vbp | vbz, holds: (*repairer).nounOpensClause, tag: "NN"},
	{from: in, holds: (*repairer).nounReadAsPreposition, tag: "NN"},
	{from: vbz | vbp, holds: (*repairer).pluralBeforeBase, tag: "NNS", next: "VBP"},
	{holds: (*repairer).predicativeReadAsVerb, tag: "RB"},
	{from: vb | vbp, holds: (*repairer).outcomeReadAsVerb, tag: "JJ"},
	{from: vbd | vbn, holds: (*repairer).outcomeBesideOutcome, tag: "JJ"},
	{from: anyNoun | jj, holds: (*repairer).adverbReadAsNoun, tag: "RB"},
	{from: anyNoun, holds: (*repairer).markReadAsNoun, tag: "IN"},
	{from: dt, holds: (*repairer).thatBeforePlural, tag: "IN"},
	{from: jj, holds: (*repairer).earlyBeforeTime, tag: "RB"},
})

// wordRepairs follow from the word itself and its place in the sentence.
var wordRepairs = repairsOf([]tagRepair{
	{holds: (*repairer).nameWithArticle, tag: "NNP"},
	{from: nnp | nnps | in | rb, holds: (*repairer).pluralAtStart, tag: "NNS"},
	{from: nnp | in | rb, holds: (*repairer).singularAtStart, tag: "NN"},
	{from: noVerb | jjs | vbn, holds: (*repairer).actsAtStart, tag: "NNS"},
	{from: noVerb | jjs | vbn, holds: (*repairer).actAtStart, tag: "NN"},
	{from: in | nnp, holds: (*repairer).adjectiveAtStart, tag: "JJ"},
	{from: jjr, holds: (*repairer).nounReadAsComparative, tag: "NN"},
	{holds: (*repairer).casualtyInCapitals, tag: "VBN"},
	{holds: (*repairer).number, tag: "CD"},
	{from: prp, holds: (*repairer).countryReadAsPronoun, tag: "NNP"},
	{from: fw, holds: (*repairer).particleInName, tag: "NNP"},
})

// neighbourRepairs follow from the words beside the one that is repaired.
var neighbourRepairs = repairsOf([]tagRepair{
	{from: vb, holds: (*repairer).roleReadAsVerb, tag: "NN"},
	{from: vb | vbp, holds: (*repairer).resultReadAsVerb, tag: "NN"},
	{holds: (*repairer).nounReadAsSuperlative, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundSubject, tag: "NN", next: "VBD"},
	{from: vbg, holds: (*repairer).gerundBeforePresent, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundWithPlace, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundWithSides, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundBeforeRelative, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundOfDays, tag: "NN"},
	{from: vbp | vb, holds: (*repairer).pastReadAsPresent, tag: "VBD"},
	{from: vbp, holds: (*repairer).pastLikePresent, tag: "VBD"},
	{from: rb | nn | jj, holds: (*repairer).pastAfterPlural, tag: "VBD"},
	{from: jj | vbn | nn, holds: (*repairer).pastAfterAdverb, tag: "VBD"},
	{from: nn | jj | vbn, holds: (*repairer).pastBeforePast, tag: "VBD"},
	{from: nn | jj | vbn, holds: (*repairer).pastAfterNational, tag: "VBD"},
	{from: jj | nn | vbp | vbn, holds: (*repairer).compoundPast, tag: "VBD"},
	{holds: (*repairer).halfDone, tag: "JJ", next: "JJ"},
	{holds: (*repairer).compassBeforeOf, tag: "RB"},
	{holds: (*repairer).pluralBeforeCompass, before: "NNS"},
	{holds: (*repairer).apostrophe, tag: "''"},
	{holds: (*repairer).pluralPossessive, tag: "POS"},
	{from: rp, holds: (*repairer).prepositionReadAsParticle, tag: "IN"},
	{holds: (*repairer).prepositionBeforeNoun, tag: "IN"},
	{from: vbz, holds: (*repairer).possessiveReadAsIs, tag: "POS"},
	{holds: (*repairer).possessiveWithoutApostrophe, tag: "POS"},
	{from: vbg, holds: (*repairer).gerundAsAdjective, tag: "JJ"},
	{from: vbg, holds: (*repairer).gerundAsNoun, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundOfBody, tag: "NN"},
	{from: vbg, holds: (*repairer).gerundInCompound, tag: "NN", next: "NN"},
	{from: nn, holds: (*repairer).verbOfHeadline, tag: "VBP"},
	{from: vbd, holds: (*repairer).pastBetweenSubjects, tag: "JJ"},
	{from: vbd, holds: (*repairer).pastInReport, tag: "JJ"},
})

// unlistedModal: an overnight/MD raid.
func (r *repairer) unlistedModal(i int) bool {
	return !r.modals.has(r.Word(i))
}

// nameAfterPreposition: in Sagaing/VBG region; overran Kidal/VB.
func (r *repairer) nameAfterPreposition(i int) bool {
	return !r.title && r.Capital(i) && (r.Tag(i-1) == "IN" || r.Tag(i) == "VBG" && r.Tag(i-1) == "," || r.nameAfterPast(i))
}

// nameAfterPast reports whether the word at token i follows a past, and so is no verb itself but its
// object: overran Kidal/VB.
func (r *repairer) nameAfterPast(i int) bool {
	return r.Tagged(i, "VB", "VBP") && r.Tag(i-1) == "VBD" && !isAuxiliary(r.Word(i-1)) && i > 1
}

// onlyAsAdjective: the town's only/RB bridge.
func (r *repairer) onlyAsAdjective(i int) bool {
	return r.Word(i) == "only" && r.Tagged(i-1, "POS", "DT", "PRP$")
}

// degreeReadAsVerb: subjected the town to heavy/VB shelling.
func (r *repairer) degreeReadAsVerb(i int) bool {
	return r.degrees.has(r.Word(i)) && r.Is(i-1, "to")
}

// herOfNumber: a woman and her/PRP two children; but not gave her/PRP money.
func (r *repairer) herOfNumber(i int) bool {
	if r.Word(i) != "her" || r.Tag(i) != "PRP" {
		return false
	}
	if r.Tag(i+1) == "CD" {
		return r.Tagged(i+2, "NNS", "JJ")
	}
	verb := Lemma(r.Word(i-1), "VBD")
	return r.Tagged(i+1, "NN", "NNS") && r.transitive.has(verb) && !words().ditransitive.has(verb)
}

// emphasis: the post was itself/PRP attacked; the general himself/PRP was shot.
func (r *repairer) emphasis(i int) bool {
	return strings.HasSuffix(r.Word(i), "self") &&
		(isAuxiliary(r.Word(i-1)) && r.Tagged(i+1, "VBN", "VBD") || r.Noun(i-1) && r.Tagged(i+1, "VBD", "VBZ", "MD"))
}

// herAlone: they seized her/PRP$ and the drivers.
func (r *repairer) herAlone(i int) bool {
	return r.Word(i) == "her" && r.Tag(i) == "PRP$" && r.Tagged(i+1, "CC", "IN", "TO", ".", ",", "DT", "RP")
}

// pastReadAsAdverb: the army withdrew/WRB from the town; a shell hit/PDT the town.
func (r *repairer) pastReadAsAdverb(i int) bool {
	return r.Tag(i) == "WRB" && r.past(r.Word(i)) || r.Tag(i) == "PDT" && r.lemma[r.Word(i)] != ""
}

// groupNamedIS: in capitals, IS is an abbreviation and no verb.
func (r *repairer) groupNamedIS(i int) bool {
	return r.Tokens[i].Text == "IS"
}

// casualtyInCapitals: 4 soldiers KIA/NNP, 7 WIA/NNP.
func (r *repairer) casualtyInCapitals(i int) bool {
	return r.Tagged(i-1, "NNS", "CD") && r.abbreviatedVerbs.has(r.Tokens[i].Text)
}

// nounReadAsAdverb: a ground attack/RB early on Friday.
func (r *repairer) nounReadAsAdverb(i int) bool {
	return r.ambiguous.has(r.Word(i)) && !r.prepositions.has(r.Word(i)) && (r.Noun(i-1) || r.Tagged(i-1, "DT", "JJ", "VBN"))
}

// agedBeforeNumber: a teacher aged/VBD 51 was shot. What it opens is a phrase.
func (r *repairer) agedBeforeNumber(i int) bool { return r.Word(i) == "aged" && r.Tag(i+1) == "CD" }

// dayWord: tonight/VBD; but not as a name: the paper Dawn/NNP.
func (r *repairer) dayWord(i int) bool {
	return r.Tag(i) != "NNP" && r.Word(i) != "overnight" && r.timeWord(r.Word(i)) == "day"
}

// isDated reports whether the word is the name of a month behind a number, which may have
// been read as a verb: on 14 March/VBP 2021; around 3 May/MD.
func (r *repairer) isDated(i int) bool {
	return r.Capital(i) && r.timeWord(r.Word(i)) == "month" && r.Tag(i-1) == "CD"
}

// overnightReadAsVerb: Overnight/VBN on 5-6 June; bandits overnight/VBD raided a farm.
func (r *repairer) overnightReadAsVerb(i int) bool { return r.Word(i) == "overnight" }

// nameInTitle: army retakes Taiz/VBP from rebels. The word in small letters before it
// shows that capitals tell names.
func (r *repairer) nameInTitle(i int) bool {
	verb := verbLemmaOf(r.Word(i))
	return r.title && i > 1 && r.Capital(i) && !r.Capital(i-1) && (r.Noun(i-1) || r.FiniteVerb(i-1)) && !r.verb(verb) && !r.ambiguous.has(verb)
}

// wordReadAsSymbol: dead in Goma blast/SYM - monitor.
func (r *repairer) wordReadAsSymbol(i int) bool {
	return r.Tag(i) == "SYM" && len(r.Word(i)) > 1 && isLetter(r.Word(i)[0])
}

// eveningReadAsVerb: on Sunday evening/VBG a man stabbed six people.
func (r *repairer) eveningReadAsVerb(i int) bool {
	return r.temporal[r.Word(i)] == "unit"
}

// sinceOfPerfect: jets have since/IN bombed the camp.
func (r *repairer) sinceOfPerfect(i int) bool {
	return r.Word(i) == "since" && r.Is(i-1, "have", "has", "had", "'ve") && r.Tagged(i+1, "VBN", "VBD")
}

// pluralBeforeVerb: Saudi warplanes/VBZ bombed the port.
func (r *repairer) pluralBeforeVerb(i int) bool {
	if i == 0 || r.Tag(i) != "VBZ" || isAuxiliary(r.Word(i)) {
		return false
	}
	return r.Tagged(i+1, "VBD", "VBN", "MD") || r.Tag(i+1) == "VBZ" && r.Word(i+1) != "'s" ||
		r.Tag(i-1) == "," && r.past(r.Word(i+1))
}

// pluralBeforeBase: RSF drones/VBZ hit/VB a village; but not the fund helps fight a fire.
func (r *repairer) pluralBeforeBase(i int) bool {
	w := r.Word(i + 1)
	return i > 0 && strings.HasSuffix(r.Word(i), "s") && r.Tag(i-1) != "PRP" && r.opensGroup(i+2) && (r.ambiguous.has(w) || r.past(w) && r.Tagged(i+1, "VB", "VBP", "NN")) &&
		!isAuxiliary(r.Word(i)) && !r.bareInfinitive.has(verbLemmaOf(r.Word(i)))
}

// gerundBeforeRelative: eight days of fighting/VBG in which 158 people died.
func (r *repairer) gerundBeforeRelative(i int) bool {
	return r.Is(i-1, "of") && r.Tag(i+1) == "IN" && r.Is(i+2, "which")
}

// gerundOfDays: five days of fighting/VBG in Tripoli have killed nine; not years of
// fighting insurgents.
func (r *repairer) gerundOfDays(i int) bool {
	if i < 2 || !r.gerund(i) || !r.Is(i-1, "of") || r.startsNoun(i+1) {
		return false
	}
	return words().temporal[Lemma(r.Word(i-2), r.Tag(i-2))] == "unit" && r.finiteAfter(i)
}

// outcomeReadAsVerb: a gunman shot six soldiers dead/VBP.
func (r *repairer) outcomeReadAsVerb(i int) bool {
	return r.outcomes.has(r.Word(i)) && !r.verbs.has(r.Word(i))
}

// hurtReadAsParticiple: the wounded/VBN were taken to Gao; the injured/VBD included two nurses.
func (r *repairer) hurtReadAsParticiple(i int) bool {
	return r.Is(i-1, "the") && r.outcomes.has(r.Word(i)) && r.Tagged(i+1, "VBD", "VBP", "VBZ", "MD", "IN") && !r.Is(i+1, "by")
}

// outcomeBesideOutcome: left nine dead and five wounded/VBD.
func (r *repairer) outcomeBesideOutcome(i int) bool {
	return r.outcomes.has(r.Word(i)) && r.Tag(i-1) == "CD" && r.Tagged(i-2, "CC", ",") && r.outcomes.has(r.Word(i-3))
}

// predicativeReadAsVerb: set two huts ablaze/VBP; put shops afire/NN.
func (r *repairer) predicativeReadAsVerb(i int) bool {
	return r.predicative.has(r.Word(i)) && !r.particleAt(i)
}

// adverbReadAsNoun: the guards had afterwards/NNS shot nine men.
func (r *repairer) adverbReadAsNoun(i int) bool {
	w := r.Word(i)
	if r.adverbs.has(w) {
		return r.Tag(i) != "JJ" || isNominal(r.Tag(i-1)) && r.pastForm(&r.Tokens[i+1])
	}
	return r.Tag(i) == "NN" && strings.HasSuffix(w, "ly") && !r.Capital(i) && !r.lyNouns.has(w) && isNominal(r.Tag(i-1)) && r.Tagged(i+1, "VBD", "VBZ", "VBP", "MD")
}

// nameWithArticle: drove al-Shabab/RB from the port; Al-Shabaab/JJ fired/VBN at a base.
func (r *repairer) nameWithArticle(i int) bool {
	name := capitalInside(r.Tokens[i].Text) || i == 0 && capitalInside("a"+r.Tokens[i].Text[1:])
	return name && !r.Noun(i) && (r.Tag(i) != "JJ" || r.actsNext(i) || r.Tagged(i+1, ",", ".", "IN", "CC"))
}

// actsNext reports whether the word behind token i is a verb, so that the token is no adjective of
// a noun: al-Shabab has fled; al-Shabaab fired at a base.
func (r *repairer) actsNext(i int) bool {
	switch r.Tag(i + 1) {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN":
		if i == 0 || r.objectAt(i+2) {
			return true
		}
	}
	return r.Tag(i-1) == "IN" && i+2 < len(r.Tokens) && r.pastForm(&r.Tokens[i+1]) && r.known(&r.Tokens[i+1])
}

// capitalInside reports whether a hyphen and a capital stand within a word, as
// in names with an Arabic article.
func capitalInside(s string) bool {
	i := strings.IndexByte(s, '-')
	return i > 0 && i+1 < len(s) && unicode.IsLower(firstRune(s)) && unicode.IsUpper(firstRune(s[i+1:]))
}

// nounReadAsComparative: said that a soldier/JJR shot a boy.
func (r *repairer) nounReadAsComparative(i int) bool { return r.nominal.has(r.Word(i)) }

// countryReadAsPronoun: US/PRP special forces; but not GIVE US/PRP BREAD.
func (r *repairer) countryReadAsPronoun(i int) bool {
	next := r.At(i + 1).Text
	return r.Tokens[i].Text == "US" && next != strings.ToUpper(next)
}

// number: fourteen/JJ others, 3-4/JJ men; but not the pronoun in this one/NN.
func (r *repairer) number(i int) bool {
	w := r.Word(i)
	return isNumber(w) || r.numbers.has(w) && r.Tag(i) != "PRP" && !(w == "one" && r.Tag(i) == "NN")
}

// pastReadAsPresent: rebels shot/VBP down a helicopter; dragged men out and shot/VB them.
func (r *repairer) pastReadAsPresent(i int) bool {
	return (r.Tag(i) == "VBP" || r.Tag(i) == "VB" && (r.Noun(i-1) || r.Tag(i-1) == "CC" && r.objectAt(i+1))) && r.past(r.Word(i))
}

// pastLikePresent: vigilantes beat/VBP a thief to death. A report tells what happened; a headline
// is in the present.
func (r *repairer) pastLikePresent(i int) bool {
	base, irregular := r.irregular(r.Word(i))
	return irregular && base == r.Word(i) && !r.title && !r.isUnstopped() && r.Noun(r.beforeAdverbs(i)) && r.objectAt(i+1)
}

// pastAfterPlural: fighters fought/RB again; when police shot/NN at them.
func (r *repairer) pastAfterPlural(i int) bool {
	return (r.Tag(i-1) == "NNS" || r.Noun(i-1) && r.collective.has(r.Word(i-1))) && r.past(r.Word(i)) && !r.participles.has(r.Word(i))
}

// pastBeforePast: a policeman shot/NN and killed a man; a sniper shot/NN at and wounded a vet.
func (r *repairer) pastBeforePast(i int) bool {
	and := i + 1
	if r.Tag(and) == "IN" {
		and++
	}
	return r.Tagged(i, "NN", "JJ", "VBN") && (r.Noun(i-1) || r.timeWord(r.Word(i-2)) == "month") && r.past(r.Word(i)) && r.Word(and) == "and" &&
		r.Tagged(and+1, "VBD", "VBN") && r.objectAt(and+2) && !r.verbAhead(i)
}

// compoundPast: officers baton-charged/JJ teachers; but not in masked,
// battle-hardened/JJ fighters.
func (r *repairer) compoundPast(i int) bool {
	w := r.Word(i)
	k := strings.LastIndexByte(w, '-')
	if k <= 0 || !r.Tagged(i, "JJ", "NN", "VBP", "VBN") || !r.objectAt(i+1) || r.verbAhead(i) {
		return false
	}
	if r.verbs.has(Lemma(w, "VBD")) && strings.HasSuffix(w, "ed") {
		return isNominal(r.Tag(i-1)) && !r.opensNoun(i-1)
	}
	return r.Tag(i-1) == "NNS" && r.past(w[k+1:])
}

// pastAfterAdverb: a guard fatally shot/JJ two men; soldiers sexually abused/JJ prisoners.
func (r *repairer) pastAfterAdverb(i int) bool {
	return r.Tag(i-1) == "RB" && r.Noun(i-2) && (r.past(r.Word(i)) || r.known(&r.Tokens[i]) && strings.HasSuffix(r.Word(i), "ed")) &&
		r.objectAt(i+1) && !r.verbAhead(i)
}

// pastAfterNational: a Palestinian stabbed/NN two policemen.
func (r *repairer) pastAfterNational(i int) bool {
	if r.Tag(i-1) != "JJ" || !r.Capital(i-1) || r.Tag(i-2) != "DT" || !r.objectAt(i+1) || r.verbAhead(i) {
		return false
	}
	w := r.Word(i)
	return r.past(w) && !r.participles.has(w) || strings.HasSuffix(w, "ed") && r.verb(Lemma(w, "VBD"))
}

// halfDone: a half built/VBN school.
func (r *repairer) halfDone(i int) bool {
	return r.Word(i) == "half" && r.Tag(i-1) == "DT" && i+1 < len(r.Tokens) && r.pastForm(&r.Tokens[i+1])
}

// compassBeforeOf: silos east/NN of the city; but not overran the north of the country.
func (r *repairer) compassBeforeOf(i int) bool {
	return r.Word(i+1) == "of" && !(r.Tag(i-1) == "DT" && r.Verb(i-2)) && (r.Tag(i) != "NNP" || r.Tagged(i-1, "NN", "NNS")) && r.compass.has(r.Word(i))
}

// pluralBeforeCompass: the grain silos/JJ east/RB of the city.
func (r *repairer) pluralBeforeCompass(i int) bool {
	return r.compassBeforeOf(i) && r.Tag(i-1) == "JJ" && r.Noun(i-2) && strings.HasSuffix(r.Word(i-1), "s")
}

// apostrophe: a quotation mark between words makes prose read a verb into it.
func (r *repairer) apostrophe(i int) bool { return r.Word(i) == "'" }

// pluralPossessive: the rebels' positions.
func (r *repairer) pluralPossessive(i int) bool {
	return r.Word(i) == "'" && i > 0 && strings.HasSuffix(r.Word(i-1), "s") && r.Tokens[i-1].End == r.Tokens[i].Start && r.wordAt(i+1)
}

// wordAt reports whether token i is a word and not a mark.
func (r *repairer) wordAt(i int) bool {
	return i < len(r.Tokens) && !isPunctuation(r.Tokens[i].Text)
}

// prepositionReadAsParticle: outposts around/RP Palmyra; not set up/RP a base.
func (r *repairer) prepositionReadAsParticle(i int) bool {
	return r.prepositions.has(r.Word(i)) && r.startsNoun(i+1) && !r.particleAt(i)
}

// prepositionBeforeNoun: Near/NNP Raqqah; but not the following/JJ night.
func (r *repairer) prepositionBeforeNoun(i int) bool {
	if !r.prepositions.has(r.Word(i)) || r.Tag(i) == "JJ" && r.Tag(i-1) == "DT" || r.Tagged(i, "IN", "TO", "RP") || r.Word(i) == "like" || !r.startsNoun(i+1) {
		return false
	}
	return !strings.HasPrefix(r.Tag(i), "V") || r.Tag(i) == "VBP" && r.Noun(i-1)
}

// possessiveReadAsIs: Turkey's/VBZ army.
func (r *repairer) possessiveReadAsIs(i int) bool {
	return i > 0 && r.Word(i) == "'s" && r.Tag(i) == "VBZ" && r.Noun(i+1)
}

// possessiveWithoutApostrophe: the mayor s brother.
func (r *repairer) possessiveWithoutApostrophe(i int) bool {
	return r.Tokens[i].Text == "s" && r.Noun(i-1) && r.wordAt(i+1)
}

// particleInName: San Vicente del/FW Caguán.
func (r *repairer) particleInName(i int) bool {
	return i > 0 && r.Capital(i-1) && r.Tag(i-1) == "NNP" && i+1 < len(r.Tokens) && r.Capital(i+1)
}

// gerundAsAdjective: by retreating/VBG fighters; in neighbouring/VBG Syria; not was retreating.
func (r *repairer) gerundAsAdjective(i int) bool {
	if !r.adjectival.has(r.Word(i)) || r.Tag(i-1) == "," || isAuxiliary(r.Word(i-1)) {
		return false
	}
	return r.Tagged(i+1, "NN", "NNS") || r.Tag(i-1) == "IN" && (r.Tag(i+1) == "NNP" || r.Tag(i+1) == "JJ" && (r.Capital(i+1) || r.Tagged(i+2, "NN", "NNS")))
}

// gerundInCompound: a friend of marathon bombing/VBG suspect/JJ Ali Karim.
func (r *repairer) gerundInCompound(i int) bool {
	return r.gerunds.has(r.Word(i)) && r.Noun(i-1) && r.afterGerunds.has(r.Word(i+1))
}

// gerundAsNoun: the shelling/VBG of the town; a suicide bombing/VBG killed six.
func (r *repairer) gerundAsNoun(i int) bool {
	if i+1 == len(r.Tokens) || r.startsNoun(i+1) {
		return false
	}
	return r.Tagged(i-1, "DT", "JJ", "PRP$", "POS", "CD") || r.beforeGerunds.has(r.Word(i-1))
}

// gerundOfBody: killed in Pakistani army shelling/VBG near Kotli.
func (r *repairer) gerundOfBody(i int) bool {
	return r.gerunds.has(r.Word(i)) && r.bodies.has(r.Word(i-1)) && !r.startsNoun(i+1) &&
		(i == 1 || r.Tagged(i-2, "IN", "NNP", "JJ") && (i == 2 || r.Tag(i-3) != "DT"))
}

// nounReadAsSuperlative: during protest/JJS in Lyon.
func (r *repairer) nounReadAsSuperlative(i int) bool {
	return r.Tag(i) == "JJS" && r.ambiguous.has(r.Word(i))
}

// roleReadAsVerb: militiamen loyal to warlord/VB Gbenga.
func (r *repairer) roleReadAsVerb(i int) bool {
	return r.Tag(i-1) == "TO" && r.Tag(i-2) == "JJ" && r.Tag(i+1) == "NNP" && r.Capital(i+1) && !r.known(&r.Tokens[i])
}

// resultReadAsVerb: took nine policemen prisoner/VBP.
func (r *repairer) resultReadAsVerb(i int) bool { return r.resulting.has(r.Word(i)) }

// nameReadAsSaying: Omar Said/VBD, a lawyer, was shot.
func (r *repairer) nameReadAsSaying(i int) bool {
	return !r.title && r.Capital(i) && r.nameAt(i-1) && r.complement.has(Lemma(r.Word(i), "VBD"))
}

// nounReadAsPreposition: in Batticaloa, army/IN shelling killed nine.
func (r *repairer) nounReadAsPreposition(i int) bool {
	return r.collective.has(r.Word(i)) || r.nominal.has(r.Word(i))
}
