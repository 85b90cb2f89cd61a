package actor

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"
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
	l := &lexicon{links: map[string]string{}, definite: map[string]bool{}, measures: map[string]bool{}, arms: map[string]bool{}, prepositions: map[string]bool{}, shapes: map[string]string{}, stateful: map[string]string{}, ethnic: map[string]string{}, compounds: map[string]string{}, collectives: map[string]bool{}, vetoes: map[string]bool{}, relational: map[string]bool{}, others: map[string]bool{}, titles: map[string]bool{}}
	for _, r := range rows("links") {
		l.links[r[0]+" "+r[1]] = r[2]
	}
	for _, r := range rows("prepositions") {
		l.prepositions[r[1]+" "+r[0]] = true
	}
	for _, r := range rows("arms") {
		l.arms[r[0]+" "+r[1]] = true
	}
	for _, r := range rows("definite") {
		l.definite[r[0]] = true
	}
	for _, r := range rows("measures") {
		l.measures[r[0]] = true
	}
	for _, r := range rows("stateful") {
		l.stateful[r[0]] = r[1]
	}
	for _, r := range rows("ethnic") {
		l.ethnic[r[0]] = r[1]
	}
	for _, r := range rows("compounds") {
		l.compounds[r[0]] = r[1]
	}
	for _, r := range rows("collectives") {
		l.collectives[r[0]] = true
	}
	for _, r := range rows("others") {
		l.others[strings.ToLower(r[0])] = true
	}
	for _, r := range rows("relational") {
		l.relational[r[0]] = true
	}
	for _, r := range rows("vetoes") {
		l.vetoes[r[0]+" "+r[1]] = true
		if r[1] == "sentence" {
			l.sentenceVetoes = append(l.sentenceVetoes, " "+r[0])
		}
	}
	for _, r := range rows("titles") {
		l.titles[r[0]] = true
	}
	for _, r := range rows("shapes") {
		l.shapes[r[0]] = r[1]
	}
	return l
})

// rows reads an embedded table without its header; a broken one is a
// programming error.
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
