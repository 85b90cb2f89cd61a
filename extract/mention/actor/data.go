package actor

import (
	"embed"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// lexicon holds the words that join an actor to another one.
type lexicon struct {
	links          map[string]string // "loyal to" → same, side, led
	prepositions   map[string]bool   // "force of": whose force it is
	arms           map[string]bool   // "on motorbike": men so told of are armed
	definite       map[string]bool   // determiners of what is known already
	measures       map[string]bool   // nouns that count what follows of: an army of ants
	stateful       map[string]string // nouns without a kind that a state can own and be meant by → which of its services
	ethnic         map[string]string // nouns that an ethnic modifier makes an identity militia: always, or where armed
	compounds      map[string]string // "backed by": what the name in Iran-backed is to the noun
	collectives    map[string]bool   // singular nouns that are many people
	relational     map[string]bool   // nouns for another than their owner: affiliate, ally
	vetoes         map[string]bool   // "film apposition": what makes a name no actor's
	sentenceVetoes []string
	others         map[string]bool   // names that look like an actor's and are not
	shapes         map[string]string // last or first word of a name → kind
	titles         map[string]bool   // Gen., Mr: a person's name follows
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		links: map[string]string{}, prepositions: map[string]bool{}, arms: map[string]bool{}, vetoes: map[string]bool{}, others: map[string]bool{},
		definite: wordlist.Set(data, "data/definite.csv"), measures: wordlist.Set(data, "data/measures.csv"), collectives: wordlist.Set(data, "data/collectives.csv"),
		relational: wordlist.Set(data, "data/relational.csv"), titles: wordlist.Set(data, "data/titles.csv"),
		stateful: wordlist.Map(data, "data/stateful.csv", "noun: service"), ethnic: wordlist.Map(data, "data/ethnic.csv", "noun: when"),
		compounds: wordlist.Map(data, "data/compounds.csv", "relation: effect"), shapes: wordlist.Map(data, "data/shapes.csv", "word: kind"),
	}
	for _, r := range wordlist.Rows(data, "data/links.csv", "words,preposition: relation") {
		l.links[r[0]+" "+r[1]] = r[2]
	}
	for _, r := range wordlist.Rows(data, "data/prepositions.csv", "preposition,class") {
		l.prepositions[r[1]+" "+r[0]] = true
	}
	for _, r := range wordlist.Rows(data, "data/arms.csv", "preposition,noun") {
		l.arms[r[0]+" "+r[1]] = true
	}
	for _, r := range wordlist.Rows(data, "data/others.csv", "name") {
		l.others[strings.ToLower(r[0])] = true
	}
	for _, r := range wordlist.Rows(data, "data/vetoes.csv", "word,where") {
		l.vetoes[r[0]+" "+r[1]] = true
		if r[1] == "sentence" {
			l.sentenceVetoes = append(l.sentenceVetoes, " "+r[0])
		}
	}
	return l
})
