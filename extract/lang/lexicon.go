package lang

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/*.csv
var data embed.FS

// lexicon is what the language layer knows of single words. Every list is a
// file in data/.
type lexicon struct {
	lemma            map[string]string          // irregular form → lemma
	particles        map[string]map[string]bool // verb → particles that make one predicate with it
	temporal         map[string]string          // word → weekday, month, day, unit
	quantifiers      map[string]bool            // nouns that count the noun after of
	marks            map[string]Link            // subordinators
	transitive       map[string]bool            // verbs that are passive where they have no object
	ambiguous        map[string]bool            // verbs that prose tends to tag as nouns
	prepositions     map[string]bool
	abbreviations    map[string]bool      // never end a sentence: lt, col, gen
	qualifiers       map[string]bool      // at least, more than
	control          map[string]bool      // verbs whose object is the subject of their infinitive: order, force
	complement       map[string]bool      // verbs followed by a clause without that
	numbers          map[string]bool      // one, twelve, hundred
	gerunds          map[string]bool      // -ing words that are nouns before a noun: bombing attack
	nominal          map[string]bool      // adjectives that are nouns where no noun follows: the military said
	ditransitive     map[string]bool      // verbs with two objects: gave the rebels arms
	compound         map[string]bool      // nouns that stand before nouns in pairs: oil and gas fields
	compass          map[string]bool      // north, south-east
	openers          map[string]bool      // words that open a sentence after U.S. and the like
	retag            map[[2]string]string // word and the one after it → the word's tag
	longPrepositions map[string]bool
	standalone       map[string]Number // determiners and pronouns that stand without a noun
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		lemma: map[string]string{}, particles: map[string]map[string]bool{}, temporal: map[string]string{},
		quantifiers: map[string]bool{}, marks: map[string]Link{}, transitive: map[string]bool{},
		ambiguous: map[string]bool{}, prepositions: map[string]bool{}, abbreviations: map[string]bool{},
		qualifiers: map[string]bool{}, control: map[string]bool{}, complement: map[string]bool{}, openers: map[string]bool{}, ditransitive: map[string]bool{}, compound: map[string]bool{}, compass: map[string]bool{}, nominal: map[string]bool{}, numbers: map[string]bool{}, gerunds: map[string]bool{}, retag: map[[2]string]string{}, longPrepositions: map[string]bool{}, standalone: map[string]Number{},
	}
	for _, r := range rows("irregular") {
		l.lemma[r[0]] = r[1]
	}
	for _, r := range rows("particles") {
		if l.particles[r[0]] == nil {
			l.particles[r[0]] = map[string]bool{}
		}
		l.particles[r[0]][r[1]] = true
	}
	for _, r := range rows("temporal") {
		l.temporal[r[0]] = r[1]
	}
	links := map[string]Link{"complement": Complement, "adverbial": Adverbial, "conditional": Conditional}
	for _, r := range rows("subordinators") {
		l.marks[r[0]] = links[r[1]]
	}
	for name, set := range map[string]map[string]bool{
		"quantifiers": l.quantifiers, "transitive": l.transitive, "ambiguous": l.ambiguous,
		"prepositions": l.prepositions, "abbreviations": l.abbreviations,
		"qualifiers": l.qualifiers, "control": l.control,
		"complement":   l.complement,
		"ditransitive": l.ditransitive, "compound": l.compound, "compass": l.compass,
		"numbers": l.numbers, "gerunds": l.gerunds,
		"openers":           l.openers,
		"long-prepositions": l.longPrepositions,
	} {
		for _, r := range rows(name) {
			set[r[0]] = true
		}
	}
	for _, r := range rows("retag") {
		l.retag[[2]string{r[0], r[1]}] = r[2]
	}
	for _, r := range rows("standalone") {
		l.standalone[r[0]] = Singular
		if r[1] == "plural" {
			l.standalone[r[0]] = Plural
		}
	}
	return l
})

// timeWord is the kind of a word that tells a time: weekday, month, day, unit,
// order, or "" for others. The time of a day in figures is a day.
func (l *lexicon) timeWord(lower string) string {
	if k := l.temporal[lower]; k != "" {
		return k
	}
	if isClock(lower) {
		return "day"
	}
	return ""
}

// isClock says whether a word is a time of the day: 7.30pm, 14:05.
func isClock(w string) bool {
	n := len(w)
	if n < 3 || w[0] < '0' || w[0] > '9' {
		return false
	}
	digits := strings.TrimRight(w, "apmh.")
	if strings.Trim(digits, "0123456789.:") != "" || digits == "" {
		return false
	}
	return len(digits) < n && hasAnySuffix(w, "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "h") || strings.Contains(w, ":")
}

// qualifier says whether the tokens are one of the phrases that bound a
// number.
func (l *lexicon) qualifier(ts []Token) bool {
	return l.qualifiers[joined(ts)]
}

// standsAlone says whether a determiner can be a noun group by itself.
func (l *lexicon) standsAlone(det string) bool { return l.standalone[det] != UnknownNumber }

// quantityAdjective says whether an adjective can stand for what it counts.
func (l *lexicon) quantityAdjective(w string) bool { return l.standalone[w] == Plural }

func (l *lexicon) pluralPronoun(w string) bool { return l.standalone[w] == Plural }

// rows reads an embedded table without its header. The tables are part of the
// program, so a broken one is a programming error.
func rows(name string) [][]string {
	b, err := data.ReadFile("data/" + name + ".csv")
	if err != nil {
		panic(err)
	}
	all, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		panic("data/" + name + ".csv: " + err.Error())
	}
	return all[1:]
}

// joined is the tokens' words with single spaces between.
func joined(ts []Token) string {
	if len(ts) == 1 {
		return ts[0].Lower
	}
	var b strings.Builder
	for i, t := range ts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Lower)
	}
	return b.String()
}

// past says whether a form is an irregular past that is not also the base
// form.
func (l *lexicon) past(form string) bool {
	base, ok := l.lemma[form]
	return ok && base != form && !strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ing") && base != "be" && base != "have"
}
