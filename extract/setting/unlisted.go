package setting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/place"
	"sitrep/extract/rules"
)

// namesPlace reports whether a group that no gazetteer has is the name of a
// place: capitalised, and nobody's.
func (f finder) namesPlace(e *event.Event, g *lang.NounGroup, prep string) bool {
	switch {
	case takesPart(e, g) || f.isNoName(g):
		return false
	case f.isSeat(g, prep):
		return true
	case !f.mayNamePlace(g):
		return false
	case !f.Class(g).Is(rules.Place | rules.Facility):
		return f.isBareName(g) && f.isCalledPlace(g, prep)
	}
	return prep != "" && !f.isOnlySort(g) && (prep != hit && f.standsForItself(g) || f.hasOwnName(g))
}

// isNoName reports whether a group is no name by its form: a pronoun, a date, a direction,
// or a noun that is followed by its name, as in "the Shiite villages of Kot and Dara".
func (f finder) isNoName(g *lang.NounGroup) bool {
	return g.Pronoun || g.Time || f.isDirection(g) || f.isNamedBehind(g) || f.isOneOfSort(g) || f.isNounAtStart(g) || f.isWhereSaid(g)
}

// isWhereSaid reports whether a group names the medium that something is said on: a spokesman said
// on [Weibo] that …
func (f finder) isWhereSaid(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	return t.Is(g.First-1, "on") && slices.ContainsFunc(f.AttributionIndex().In(g.Sentence.Index), func(a attribution.Attribution) bool {
		return t.At(g.First-2).End == a.Cue.End
	})
}

// isNounAtStart reports whether a group is a common noun that has a capital only because it opens the
// sentence: [Village] shelled by army.
func (f finder) isNounAtStart(g *lang.NounGroup) bool {
	return g.Last == 0 && (f.Rules.Nouns[g.Sentence.Tokens[0].Lower] != 0 || f.Rules.Nouns[g.Lemma] != 0)
}

// isNamedBehind reports whether a group has no name but those that follow it: [the Shiite villages]
// of Kot and Dara, [the Basque town] of Vitoria.
func (f finder) isNamedBehind(g *lang.NounGroup) bool {
	return bringsName(g) && g.Det == "the" && (g.Number == lang.Plural || slices.Contains(f.Rules.Grammar.Settlements, g.Lemma))
}

// isOneOfSort reports whether a group is any one of the facilities that its noun calls, whatever
// name stands before it, as in "an Internet cafe", "a Shell petrol station".
func (f finder) isOneOfSort(g *lang.NounGroup) bool {
	return (g.Det == "a" || g.Det == "an") && !g.Proper && !isCapitalised(g.Sentence.Tokens[g.Head].Text) && f.Class(g).Is(rules.Facility)
}

// isSeat reports whether a group names the building of an institution, or a front.
func (f finder) isSeat(g *lang.NounGroup, prep string) bool {
	return f.namesSeat(g, prep) || f.isFront(g) && f.hasOwnName(g)
}

// mayNamePlace reports whether a group has a capital and is nobody, no thing, no
// happening, no date and no mere sort of place.
func (f finder) mayNamePlace(g *lang.NounGroup) bool {
	c := f.Class(g)
	if isSomethingElse(c) || c.Is(rules.Happening) && !g.Proper || f.IsDate(g.Sentence, g.Span) {
		return false
	}
	return f.capitalised(g.Sentence.Tokens[f.nameStart(g):g.Last+1]) && !f.isAnySort(g)
}

// isBareName reports whether a group is a name alone, and no person's nor that of a
// make, as in "in a green Ford Falcon".
func (f finder) isBareName(g *lang.NounGroup) bool {
	return f.isName(g) && g.Det != "a" && g.Det != "an" && !f.isPersonal(g)
}

// isName reports whether a group is a name: its head is a proper noun, or all of
// its words have a capital, as in "Qaryat al-Mansiya", or it is one word with a capital
// that is no noun we know, in a sentence that is no headline: shot in Xitaxi, in nearby Xitaxi.
func (f finder) isName(g *lang.NounGroup) bool {
	if t := g.Sentence.Tokens; g.First > 0 && g.Head == g.Last && f.nameStart(g) == g.Head && isCapitalised(t[g.Head].Text) && f.Rules.Nouns[t[g.Head].Lower] == 0 && f.Rules.Nouns[g.Lemma] == 0 && !isTitleCase(g.Sentence) {
		return true
	}
	return g.Proper || g.First > 0 && g.Last > g.First &&
		!slices.ContainsFunc(g.Sentence.Tokens[g.First:g.Last+1], func(t lang.Token) bool { return !isCapitalised(t.Text) })
}

// isTitleCase reports whether most words of a sentence have a capital, as in a headline.
func isTitleCase(s *lang.Sentence) bool {
	capitals, words := 0, 0
	for _, t := range s.Tokens[1:] {
		if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsLetter(r) && len(t.Text) > 3 {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return 2*capitals > words
}

// isCalledPlace reports whether the preposition before a name that nothing is
// known of, or what it is coordinated with, makes it a place.
func (f finder) isCalledPlace(g *lang.NounGroup, prep string) bool {
	return f.saysWhere(prep) || f.sharesNoun(g) || f.isBesidePlace(g)
}

// standsForItself reports whether a name needs no further name before its head:
// it is proper, or no building's.
func (f finder) standsForItself(g *lang.NounGroup) bool {
	return g.Proper || !f.Rules.Nouns[g.Lemma].Is(rules.Facility)
}

// isSomethingElse reports whether a class is that of people or things.
func isSomethingElse(c rules.Class) bool {
	return c.Is(rules.Force | rules.Person | rules.Government | rules.Crowd | rules.Group | rules.Weapon | rules.Carrier | rules.Vehicle)
}

// isBesidePlace reports whether a name that nothing is known of is coordinated
// with the name of a known town, as in "between Kamjong and Gao", "left Foua and
// Gao".
func (f finder) isBesidePlace(g *lang.NounGroup) bool {
	first := g
	if g.Coordinated != nil {
		first = g.Coordinated
	}
	return f.Class(g) == 0 && slices.ContainsFunc(append(first.Conjuncts, first), func(h *lang.NounGroup) bool {
		return h != g && f.isTown(h)
	})
}

// sharesNoun reports whether a name shares its noun with one that it is
// coordinated with, as in "the Bakwa and Gulistan districts".
func (f finder) sharesNoun(g *lang.NounGroup) bool {
	return slices.ContainsFunc(g.Conjuncts, func(h *lang.NounGroup) bool {
		return !h.Proper && h.Det == "" && h.Number == lang.Plural && f.Class(h).Is(rules.Place|rules.Facility) &&
			f.capitalised(h.Sentence.Tokens[h.First:h.Head])
	})
}

// capitalised reports whether a name is among the words. "A Yemeni province" and "the
// North Korean city" have none.
func (f finder) capitalised(ts []lang.Token) bool {
	for i := 0; i < len(ts); i++ {
		word := ts[i].Text
		switch {
		case !isCapitalised(word) || place.NamesPeople(word) || f.saysWhoHolds(word) || f.isPeople(word):
		case i+1 < len(ts) && f.isPeople(word+" "+ts[i+1].Text):
			i++
		default:
			return true
		}
	}
	return false
}

// isPeople reports whether words call a people: Yemeni, North Korean.
func (f finder) isPeople(words string) bool {
	_, people := f.PlaceIndex.Demonym(words)
	return people
}

// saysWhoHolds reports whether a word says in whose hands a place is, as in
// "ISIL-held territory".
func (f finder) saysWhoHolds(word string) bool {
	_, held, joined := strings.Cut(word, "-")
	return joined && slices.Contains(f.Rules.Grammar.Holding, held)
}

// isOnlySort reports whether the head of a group is all that has a capital in it
// and only says what it is, as in "an unspecified District".
func (f finder) isOnlySort(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	return g.Head > g.First && f.Rules.Nouns[t[g.Head].Lower].Is(rules.Place|rules.Facility) &&
		!slices.ContainsFunc(t[g.First:g.Head], func(t lang.Token) bool { return isCapitalised(t.Text) })
}

// isAnySort reports whether a group is one of its sort and no name, though its words have
// capitals, as in "inside a Police Station", "the Director of Schools".
func (f finder) isAnySort(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	plural := g.Number == lang.Plural || f.Rules.Nouns[t[g.Last].Lower] == 0 && f.Rules.Nouns[lang.Lemma(t[g.Last].Lower, "NNS")] != 0
	if g.Det != "a" && g.Det != "an" && !plural {
		return false
	}
	return !slices.ContainsFunc(t[f.nameStart(g):g.Last+1], func(t lang.Token) bool {
		return f.Rules.Nouns[t.Lower] == 0 && f.Rules.Nouns[lang.Lemma(t.Lower, "NNS")] == 0
	})
}

// isDirection reports whether a group is only a point of the compass, as in "in
// Helmand in the South".
func (f finder) isDirection(g *lang.NounGroup) bool {
	return f.nameStart(g) == g.Last && lang.IsCompass(g.Sentence.Tokens[g.Last].Text)
}

// isCapitalised reports whether a word begins with a capital, or has one after
// the article that a hyphen joins to it, as in "al-Sukkariyah".
func isCapitalised(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		article, name, joined := strings.Cut(word, "-")
		if !joined || len(article) > len("ash") {
			return false
		}
		r, _ = utf8.DecodeRuneInString(name)
	}
	return unicode.IsUpper(r)
}

// isPersonal reports whether the words after a name make it a person's: an age
// in brackets, or whose son he is.
func (f finder) isPersonal(g *lang.NounGroup) bool {
	t := g.Sentence.Tokens
	if g.Last+3 < len(t) && t[g.Last+1].Text == "(" && t[g.Last+2].Tag == "CD" && t[g.Last+3].Text == ")" {
		return true
	}
	return g.Apposition != nil && g.Apposition.Last == g.Apposition.Head && f.Class(g.Apposition).Is(rules.Person)
}

// bracketed returns the places in brackets from token i on that say where the
// name before them lies, as in "Gearek (Nduga, Papua)", "Dara (Bor South county)":
// names alone, with commas between and at least one of them known.
func (f finder) bracketed(s *lang.Sentence, i int) []mention.Place {
	end := pastBrackets(s, i) - 1
	if end <= i {
		return nil
	}
	var out []mention.Place
	known := false
	for from := i + 1; from < end; {
		to := from
		for to < end && s.Tokens[to].Text != "," {
			to++
		}
		p := f.nameIn(s, from, to)
		if p == nil {
			return nil
		}
		known = known || p.Located
		out = append(out, *p)
		from = to + 1
	}
	if !known {
		return nil
	}
	return out
}

// nameIn returns the place that the tokens name, or nil where they are no name
// alone: the place that the gazetteer has where it covers them with the noun
// for what it is, else the bare name.
func (f finder) nameIn(s *lang.Sentence, from, to int) *mention.Place {
	if to <= from || !isCapitalised(s.Tokens[from].Text) || !f.capitalised(s.Tokens[from:to]) {
		return nil
	}
	span := article.Span{Start: s.Tokens[from].Start, End: s.Tokens[to-1].End}
	if p := f.PlaceAt(span.Start); p != nil && p.Use == mention.UsePlace && (p.End >= span.End || p.Head.End >= span.End) {
		return p
	}
	if to-from > maxNameTokens || slices.ContainsFunc(s.Tokens[from:to], func(t lang.Token) bool { return isVerbOrNumber(t) }) {
		return nil
	}
	return &mention.Place{Span: span, Text: f.Article().Slice(span), Use: mention.UsePlace, Precision: 2}
}

// maxNameTokens is how many tokens the name of a place in brackets has at most.
const maxNameTokens = 4

// isVerbOrNumber reports whether a token can't belong to the name of a place.
func isVerbOrNumber(t lang.Token) bool { return t.Tag == "CD" || strings.HasPrefix(t.Tag, "VB") }

// isPutInBrackets reports whether brackets after a group say where it lies, so
// that it is a place: "took Akkarayan (Kilinochchi)".
func (f finder) isPutInBrackets(g *lang.NounGroup) bool {
	return len(f.bracketed(g.Sentence, g.Last+1)) > 0
}
