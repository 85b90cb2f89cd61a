package place

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// class is a set of classes of words, one bit each. The classes are described
// at the head of data/context.csv.
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
	classAllegiance
	classPersonVerb
	classAgainst
	classDate // a month or a weekday of package lexicon
	classUnit
	classBearing
	classAround
	classAroundOf
	classHighway
	classOpener
	classNumeral // a number of package lexicon
	classPeople
	classNever
	classStreet
	classCompound
	classEvent
	classAuxiliary
	classBe
	classAddressee
	classOwned
	classFollower
	classArm
	classJoined
	classGiven // first names, from package lexicon
	classParticle
	classFiller
	classApproach
	classLeading
	classArticle
	classVessel
	classNamed
	classUsage
	classIntroducing
	classSaint
	classCalling
)

var classes = map[string]class{
	"feature": classFeature, "locative": classLocative, "direction": classDirection, "title": classTitle,
	"office": classOffice, "organisation": classOrganisation, "local": classLocal, "building": classBuilding,
	"metonym": classMetonym, "passive": classPassive, "allegiance": classAllegiance, "personverb": classPersonVerb, "against": classAgainst,
	"unit": classUnit, "bearing": classBearing, "around": classAround,
	"around-of": classAroundOf, "highway": classHighway, "opener": classOpener,
	"people": classPeople, "never": classNever, "street": classStreet, "compound": classCompound, "event": classEvent,
	"auxiliary": classAuxiliary, "be": classBe, "addressee": classAddressee, "owned": classOwned, "follower": classFollower, "arm": classArm, "joined": classJoined,
	"particle": classParticle, "filler": classFiller, "approach": classApproach, "leading": classLeading,
	"article": classArticle, "vessel": classVessel, "named": classNamed, "usage": classUsage, "introducing": classIntroducing, "saint": classSaint, "calling": classCalling,
}

// entry is what the vocabulary knows of a word.
type entry struct {
	class      class
	feature    string  // kind of place that a feature noun asks for
	locative   float64 // how much a locative speaks for a place after it
	kilometres float64 // of a unit
	degrees    float64 // of a bearing
	numeral    float64
	country    string // alpha-3 code of the one whose people use the word
}

// is reports whether the entry is of one of the classes.
func (e *entry) is(c class) bool { return e.class&c != 0 }

// unknown is the entry of a word that the vocabulary does not know.
var unknown = &entry{}

// entry returns what the vocabulary knows of a word.
func (l *vocabulary) entry(word string) *entry {
	if e := l.words[word]; e != nil {
		return e
	}
	return unknown
}

// vocabulary holds the tables of data/.
type vocabulary struct {
	words    map[string]*entry
	known    *wordlist.Sieve    // of words
	longer   map[string]bool    // first words of the entries that have several
	begins   *wordlist.Sieve    // of longer
	kinds    map[string]string  // gazetteer kind → the feature that it is
	bearings map[float64]string // degrees → how the bearing is written
	best     map[string]string  // folded name → id of the best-known place of that name
}

var vocab = sync.OnceValue(func() *vocabulary {
	l := &vocabulary{words: make(map[string]*entry, 10000), longer: map[string]bool{}, kinds: map[string]string{}, bearings: map[float64]string{}, best: map[string]string{}}
	wordlist.Each(data, "data/context.csv", "class,words,value", func(row []string) error {
		for _, w := range strings.Split(row[1], "|") {
			if err := l.add(row[0], w, row[2]); err != nil {
				return err
			}
		}
		return nil
	})
	given := &entry{class: classGiven} // one for most of thousands
	for name := range lexicon.Given() {
		if l.words[name] == nil {
			l.words[name] = given
		} else {
			l.addShared(name, classGiven, 0)
		}
	}
	wordlist.Each(data, "data/bestknown.csv", "name,id", func(row []string) error {
		l.best[row[0]] = row[1]
		return nil
	})
	for _, w := range lexicon.Calendar() {
		switch w.Class {
		case lexicon.Month, lexicon.MonthAbbreviation, lexicon.Weekday, lexicon.WeekdayAbbreviation, lexicon.AmbiguousAbbreviation:
			l.addShared(w.Text, classDate, 0)
		}
	}
	for _, w := range lexicon.Numbers() {
		if w.Class == lexicon.Number {
			l.addShared(w.Text, classNumeral, float64(w.Value))
		}
	}
	l.known, l.begins = wordlist.SieveOf(l.words), wordlist.SieveOf(l.longer)
	return l
})

// add adds a word of a class, with the value of its row.
func (l *vocabulary) add(kind, word, value string) error {
	if kind == "kinds" {
		if l.kinds[word] != "" {
			return fmt.Errorf("%q has a kind of feature already", word)
		}
		l.kinds[word] = value
		return nil
	}
	bit, ok := classes[kind]
	if !ok {
		return fmt.Errorf("unknown class %q", kind)
	}
	e := *l.entry(word)
	if e.is(bit) {
		return fmt.Errorf("%q is of class %s already", word, kind)
	}
	e.class |= bit
	switch {
	case bit == classFeature:
		e.feature = value
	case bit == classUsage:
		e.country = value
	case value != "":
		number, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return fmt.Errorf("%q is no number", value)
		}
		l.set(&e, bit, word, number)
	}
	l.words[word] = &e
	if first, _, several := strings.Cut(word, " "); several {
		l.longer[first] = true
	}
	return nil
}

// addShared adds a class to a word, and its number where it is a numeral.
func (l *vocabulary) addShared(word string, bit class, number float64) {
	e := *l.entry(word)
	e.class |= bit
	if bit == classNumeral {
		e.numeral = number
	}
	l.words[word] = &e
}

// set gives an entry the number of its row.
func (l *vocabulary) set(e *entry, bit class, word string, number float64) {
	switch bit {
	case classLocative:
		e.locative = number
	case classUnit:
		e.kilometres = number
	case classBearing:
		e.degrees = number
		if l.bearings[number] == "" {
			l.bearings[number] = word
		}
	}
}

// NamesPeople reports whether a word names people by their faith or kind, so that
// before a noun for places it is no name: a Kurdish town, the Shiite villages.
func NamesPeople(word string) bool { return vocab().entry(strings.ToLower(word)).is(classPeople) }

// SaysWhichPart reports whether a word before a name says which part of the place
// is meant: northern Homs, Upper Orakzai.
func SaysWhichPart(word string) bool {
	return vocab().entry(strings.ToLower(word)).is(classDirection | classBearing)
}

// IsUnit reports whether a word is a unit of distance: km, miles.
func IsUnit(word string) bool { return vocab().entry(strings.ToLower(word)).is(classUnit) }

// WidthOf returns how much ground a place of the kind that a noun names covers, as
// Place.Width counts, or 0 where the noun leaves it open: the city, the province.
func WidthOf(noun string) int {
	switch vocab().entry(noun).feature {
	case "populated":
		return 1
	case "division2":
		return 2
	case "division1":
		return 3
	case "country":
		return 4
	}
	return 0
}
