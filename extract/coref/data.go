package coref

import (
	"embed"
	"encoding/csv"
	"strings"
	"sync"
)

//go:embed data/*.csv
var data embed.FS

// pronoun says what a pronoun asks of its antecedent.
type pronoun struct {
	plural bool
	person string // yes, no, or either
}

type lexicon struct {
	pronouns     map[string]pronoun
	descriptions map[string]map[string]bool // noun → the kinds that it can stand for
	members      map[string]bool            // nouns for anyone: prisoners, women
	reflexive    map[string]bool
	clausal      map[string]bool   // words behind it is clear, it is said
	sorts        map[string]string // noun → settlement, region, …
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{pronouns: map[string]pronoun{}, descriptions: map[string]map[string]bool{}, sorts: map[string]string{}, members: map[string]bool{}, reflexive: map[string]bool{}, clausal: map[string]bool{}}
	for _, r := range rows("pronouns") {
		l.pronouns[r[0]] = pronoun{r[1] == "plural", r[2]}
		l.reflexive[r[0]] = r[3] == "yes"
	}
	for _, r := range rows("descriptions") {
		kinds := map[string]bool{}
		for _, k := range strings.Split(r[1], "|") {
			kinds[k] = true
		}
		l.descriptions[r[0]] = kinds
	}
	for _, r := range rows("members") {
		l.members[r[0]] = true
	}
	for _, r := range rows("clausal") {
		l.clausal[r[0]] = true
	}
	for _, r := range rows("sorts") {
		l.sorts[r[0]] = r[1]
	}
	return l
})

func rows(name string) [][]string {
	b, err := data.ReadFile("data/" + name + ".csv")
	if err != nil {
		panic(err) // embedded
	}
	all, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		panic("data/" + name + ".csv: " + err.Error())
	}
	return all[1:]
}
