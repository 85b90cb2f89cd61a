package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// Class is what kind of word a calendar word or a number is. The heads of the
// tables describe each.
type Class string

// The classes of calendar words.
const (
	Weekday               Class = "weekday"
	WeekdayAbbreviation   Class = "weekday abbreviation"
	AmbiguousAbbreviation Class = "ambiguous abbreviation" // sun: a weekday only in a date
	Month                 Class = "month"
	MonthAbbreviation     Class = "month abbreviation"
	Day                   Class = "day" // yesterday
	Unit                  Class = "unit"
	PartOfDay             Class = "part of day" // morning
	Hour                  Class = "hour"        // dawn
	Season                Class = "season"
	Span                  Class = "span" // weekend, overnight
)

// The classes of numbers.
const (
	Number     Class = "number"
	Multiplier Class = "multiplier" // hundred
	Group      Class = "group"      // dozen
	Ordinal    Class = "ordinal"
)

// Word is a word of the calendar or a number. The table's value stands in Value
// where it is a number, else in Name: the singular of a unit.
type Word struct {
	Text  string
	Class Class
	Value int
	Name  string
}

// Calendar returns the words of the calendar and the clock. The caller must not
// change them.
var Calendar = sync.OnceValue(func() []Word {
	return table("data/calendar.csv", Weekday, WeekdayAbbreviation, AmbiguousAbbreviation, Month,
		MonthAbbreviation, Day, Unit, PartOfDay, Hour, Season, Span)
})

// Numbers returns the words for numbers. The caller must not change them.
var Numbers = sync.OnceValue(func() []Word {
	return table("data/numbers.csv", Number, Multiplier, Group, Ordinal)
})

func table(file string, classes ...Class) []Word {
	var words []Word
	wordlist.Each(data, file, "word: class,value", func(r []string) error {
		w := Word{Text: r[0], Class: Class(r[1])}
		if !slices.Contains(classes, w.Class) {
			return fmt.Errorf("no class %q", r[1])
		}
		n, err := strconv.Atoi(r[2])
		switch w.Class {
		case Unit, PartOfDay, Hour, Span:
			w.Name, err = r[2], nil
		default:
			w.Value = n
		}
		words = append(words, w)
		return err
	})
	return words
}

// Trait is something known of a noun for people or of a preposition. The heads
// of the tables describe each.
type Trait string

// The traits of nouns for people.
const (
	Person Trait = "person"
	Kin    Trait = "kin"
	Plain  Trait = "plain" // woman: sex and age alone
	Armed  Trait = "armed"
	Source Trait = "source" // spokesman: may be whose words are reported
)

// The traits of prepositions.
const (
	BeforePlace Trait = "place"
	Opener      Trait = "opener"
)

// People returns the nouns for people that have a trait.
func People(t Trait) map[string]bool { return people()[t] }

// Prepositions returns the prepositions that have a trait, or all with "".
func Prepositions(t Trait) map[string]bool { return prepositions()[t] }

var people = sync.OnceValue(func() map[Trait]map[string]bool {
	return traits("data/people.csv", "noun: traits", Person, Kin, Plain, Armed, Source)
})

var prepositions = sync.OnceValue(func() map[Trait]map[string]bool {
	return traits("data/prepositions.csv", "word: traits", BeforePlace, Opener)
})

// traits reads a table of words with their traits; every word has the trait "".
func traits(file, columns string, known ...Trait) map[Trait]map[string]bool {
	all := map[string]bool{}
	sets := map[Trait]map[string]bool{"": all}
	for _, t := range known {
		sets[t] = map[string]bool{}
	}
	wordlist.Each(data, file, columns, func(r []string) error {
		all[r[0]] = true
		for _, t := range strings.Fields(r[1]) {
			set := sets[Trait(t)]
			if set == nil {
				return fmt.Errorf("no trait %q", t)
			}
			set[r[0]] = true
		}
		return nil
	})
	return sets
}

// Modals returns the modal verbs after which what they govern has not happened:
// will, could. With marginal it returns those too that are also main verbs: need.
func Modals(marginal bool) map[string]bool {
	set := map[string]bool{}
	for word, class := range modals() {
		if class == "modal" || marginal {
			set[word] = true
		}
	}
	return set
}

var modals = sync.OnceValue(func() map[string]string {
	return wordlist.Map(data, "data/modals.csv", "word: class")
})

// Currencies returns the signs and short names of currencies that stand before a sum, in
// lower case. The caller must not change them.
var Currencies = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "data/currencies.csv") })

// Given returns the first names of people, in lower case.
var Given = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool, 9000)
	wordlist.Each(data, "data/given.csv", "name", func(row []string) error {
		out[row[0]] = true
		return nil
	})
	return out
})
