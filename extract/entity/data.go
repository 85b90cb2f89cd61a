package entity

import (
	"embed"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// pronoun is what a pronoun requires of its antecedent.
type pronoun struct {
	plural bool
	person string // "yes" for he and she, else "no" or ""
}

// lexicon holds the word lists of the package, the files in data.
type lexicon struct {
	pronouns     map[string]pronoun
	descriptions map[string]map[string]bool // noun → the kinds of actor that it can refer to
	members      map[string]bool            // nouns that anyone can be called by: prisoners, women
	reflexive    map[string]bool
	clausal      map[string]bool            // words after it is clear, it is said: that, whether
	suffering    map[string]map[string]bool // kind of word → words of what people suffer, see data/suffering.csv
	sorts        map[string]string          // noun → settlement, region, …
	peoples      map[string]people
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		pronouns: map[string]pronoun{}, descriptions: map[string]map[string]bool{}, reflexive: map[string]bool{},
		members: wordlist.Set(data, "data/members.csv"), clausal: wordlist.Set(data, "data/clausal.csv"),
		sorts: wordlist.Map(data, "data/sorts.csv", "noun: sort"), peoples: map[string]people{},
	}
	for _, r := range wordlist.Rows(data, "data/peoples.csv", "people: parts,actors") {
		l.peoples[r[0]] = people{parts: strings.Split(r[1], "|"), actors: strings.Split(r[2], "|")}
	}
	for _, r := range wordlist.Rows(data, "data/pronouns.csv", "word: number,person,reflexive") {
		l.pronouns[r[0]] = pronoun{r[1] == "plural", r[2]}
		l.reflexive[r[0]] = r[3] == "yes"
	}
	l.suffering = map[string]map[string]bool{"first": {}, "then": {}, "killed": {}, "remains": {}}
	for _, r := range wordlist.Rows(data, "data/suffering.csv", "word: kinds") {
		for _, k := range strings.Split(r[1], "|") {
			l.suffering[k][r[0]] = true
		}
	}
	for _, r := range wordlist.Rows(data, "data/descriptions.csv", "noun: kinds") {
		kinds := map[string]bool{}
		for _, k := range strings.Split(r[1], "|") {
			kinds[k] = true
		}
		l.descriptions[r[0]] = kinds
	}
	return l
})

// IsPersonal reports whether a pronoun refers to one person: him, she.
func IsPersonal(word string) bool { return words().pronouns[word].person == "yes" }
