package place

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

//go:embed data/context.csv
var data embed.FS

//go:embed data/given.txt
var givenNames string

// class is a bit for each class of context words; a word may have several.
type class uint64

const (
	classFeature class = 1 << iota
	classLocative
	classDirection
	classTitle
	classOffice
	classOrganisation
	classLocal
	classBuilding
	classMetonym
	classPassive
	classPersonVerb
	classAgainst
	classMonth
	classDay
	classUnit
	classBearing
	classAround
	classAroundOf
	classHighway
	classLead
	classNumeral
	classPeople
	classNever
	classStreet
	classBound
	classEvent
	classAuxiliary
	classBe
	classAddressee
	classOwned
	classGiven
	classParticle
	classFiller
	classApproach
	classLeading
	classArticle
)

var classes = map[string]class{
	"feature": classFeature, "locative": classLocative, "direction": classDirection, "title": classTitle,
	"office": classOffice, "organisation": classOrganisation, "local": classLocal, "building": classBuilding, "metonym": classMetonym,
	"passive": classPassive, "personverb": classPersonVerb, "against": classAgainst, "month": classMonth,
	"day": classDay, "unit": classUnit, "bearing": classBearing, "around": classAround, "around-of": classAroundOf,
	"highway": classHighway, "lead": classLead, "numeral": classNumeral, "people": classPeople, "never": classNever, "street": classStreet, "bound": classBound, "event": classEvent,
	"auxiliary": classAuxiliary, "be": classBe, "addressee": classAddressee, "owned": classOwned,
	"particle": classParticle, "filler": classFiller, "approach": classApproach, "leading": classLeading, "article": classArticle,
}

// entry is what the lexicon knows of a word. feature names the kind that the
// word asks for; number is a locative's strength, a unit's kilometres, a
// bearing's degrees.
type entry struct {
	class             class
	feature           string
	locative          float64
	kilometres, bears float64
	numeral           float64
}

// lexicon is context.csv by word.
type lexicon struct {
	words  map[string]entry
	longer map[string]bool    // first words of entries of several words
	kinds  map[string]string  // gazetteer kind → what a feature word asks for
	names  map[float64]string // bearing → its first spelling
}

var lex = sync.OnceValue(func() *lexicon {
	l := readLexicon()
	for _, n := range strings.Fields(givenNames) {
		e := l.words[n]
		e.class |= classGiven
		l.words[n] = e
	}
	return l
})

// Creed says whether a word names people by faith or kind, so that before a
// noun for places it is no name: a Kurdish town, the Shiite villages.
func Creed(word string) bool { return lex().words[strings.ToLower(word)].class&classPeople != 0 }

// readLexicon reads context.csv.
func readLexicon() *lexicon {
	l := &lexicon{words: make(map[string]entry, 10000), longer: map[string]bool{}, kinds: map[string]string{}, names: map[float64]string{}}
	wordlist.Each(data, "data/context.csv", "class,words,value", func(row []string) (err error) {
		kind, value := row[0], row[2]
		bit, ok := classes[kind]
		if !ok && kind != "kinds" {
			return fmt.Errorf("unknown class %q", kind)
		}
		number := 0.0
		if value != "" && kind != "feature" && kind != "kinds" {
			if number, err = strconv.ParseFloat(value, 64); err != nil {
				return fmt.Errorf("%q is no number", value)
			}
		}
		for _, w := range strings.Split(row[1], "|") {
			if e := l.words[w]; kind == "kinds" && l.kinds[w] != "" || kind != "kinds" && e.class&bit != 0 {
				return fmt.Errorf("%q is of class %s already", w, kind)
			}
			if kind == "kinds" {
				l.kinds[w] = value
				continue
			}
			e := l.words[w]
			e.class |= bit
			switch kind {
			case "feature":
				e.feature = value
			case "locative":
				e.locative = max(e.locative, number)
			case "unit":
				e.kilometres = number
			case "numeral":
				e.numeral = number
			case "bearing":
				e.bears = number
				if l.names[number] == "" {
					l.names[number] = w
				}
			}
			l.words[w] = e
			if first, _, several := strings.Cut(w, " "); several {
				l.longer[first] = true
			}
		}
		return nil
	})
	return l
}
