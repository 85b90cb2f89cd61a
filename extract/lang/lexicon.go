package lang

import (
	"embed"
	"maps"
	"strings"
	"sync"
	"sync/atomic"

	shared "sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// lexicon is what lang knows of single words. Every list is a file in data/; a
// Vocabulary adds the words of a domain.
type lexicon struct {
	lemma      map[string]string                  // irregular form → lemma
	irregulars *wordlist.Table[string]            // the same, to be looked up
	particles  map[string]map[string]bool         // verb → particles that make one predicate with it
	currencies map[string]bool                    // signs and short names before a sum: $, rs
	temporal   map[string]string                  // word → weekday, month, day, unit
	times      *wordlist.Table[string]            // the same, to be looked up
	marks      map[string]Link                    // subordinators
	retag      map[string]map[string]string       // word → the one after it → the word's tag
	retagged   *wordlist.Table[map[string]string] // retag, to be looked up
	starters   map[string]starter                 // word → how it opens a sentence that no full stop announces
	answers    map[string]string                  // word before what an act is an answer to → its preposition
	standalone map[string]Number                  // determiners and pronouns that stand without a noun

	abbreviations    wordSet // never end a sentence: lt, col, gen
	abbreviatedVerbs wordSet // participles in capitals: KIA
	acts             wordSet // nouns of what happens, which open a sentence without an article: talks broke down
	addressing       wordSet // reporting verbs behind which stands who is told: tell
	adverbs          wordSet // adverbs that prose takes for nouns or adjectives: afterwards
	adjectival       wordSet // -ing words that qualify the noun after them: retreating troops
	aimed            wordSet // verbs whose object can stand after at: shoot at
	afterGerunds     wordSet // nouns that make a noun of the -ing form before them: bombing suspect
	alwaysPlural     wordSet // nouns that are plural without an ending: people
	ambiguous        wordSet // verbs that prose tends to tag as nouns
	bodies           wordSet // nouns of bodies that act, of which a name before them tells more: Israeli army
	beforeGerunds    wordSet // nouns that make a noun of the -ing form after them: suicide bombing
	asVerbs          wordSet // verbs with a phrase in as: identified as X
	closers          wordSet // words that end sentences and that no name follows: the attack, with him
	collective       wordSet // singular in form, plural to their verb: police
	compass          wordSet // north, south-east
	complement       wordSet // verbs followed by a clause without that
	compound         wordSet // nouns that stand before nouns in pairs: oil and gas fields
	lyNouns          wordSet // nouns that end as adverbs do: family
	clausal          wordSet // verbs of saying that take a clause and no plain object: say
	speaking         wordSet // verbs of saying without a that: accuse, call
	using            wordSet // verbs whose object is the means of an infinitive: used drones to attack
	carrying         wordSet // verbs whose -ing form says what something holds or where it goes: a bus carrying pilgrims
	owning           wordSet // verbs of saying whose -ing form is what the speaker did: deny having shelled
	weighing         wordSet // verbs that have what others say as their object: reject claims
	thwarting        wordSet // verbs whose subject is against their object: foil
	common           wordSet // nouns and adjectives that are no names: the airport
	control          wordSet // verbs whose object is the subject of their infinitive: order, force
	mandative        wordSet // verbs whose that-clause has its verb in the base form: demand
	bareInfinitive   wordSet // verbs that another verb without to can follow: helps fight a fire
	divisions        wordSet // nouns for what land is divided into: province
	dangling         wordSet // words that no sentence ends with, besides prepositions and the like
	dozens           wordSet // nouns that stand for a number: dozen
	joined           wordSet // words that may be written with a hyphen: check-point
	partedFirst      wordSet // first parts of words that are two without their hyphen: car-bomb
	partedLast       wordSet // their last parts
	degrees          wordSet // adjectives of strength that open a sentence: heavy shelling
	ditransitive     wordSet // verbs with two objects: gave the rebels arms
	filled           wordSet // verbs of putting much into a thing: filled with explosives
	gerunds          wordSet // -ing words that are nouns before a noun: bombing attack
	headline         wordSet // nouns and adjectives that can be the verb of a headline
	longPrepositions wordSet
	mastheads        wordSet // last words of the names of papers
	mostly           wordSet // adverbs that say how many of the people before are what follows: mostly farmers
	modals           wordSet
	nominal          wordSet // nouns that prose reads as adjectives or verbs: the military said
	occasion         wordSet // subordinators that tell what an act came of: killed when
	numbers          wordSet // one, twelve, hundred
	ordinals         wordSet // first, second
	oneOf            wordSet // words for one of several: the other
	outcomes         wordSet // adjectives that stand behind a number of people: 13 dead
	openers          wordSet // words that open a sentence after U.S. and the like
	participles      wordSet // participles of the verbs of pasts: taken
	pasts            wordSet // pasts that are no participles: took
	resulting        wordSet // nouns behind an object that say what it became: took soldiers prisoner
	predicative      wordSet // adjectives that stand behind what they qualify: ablaze
	prepositions     wordSet
	people           wordSet // nouns for people
	qualifiers       wordSet // at least, more than
	intransitive     wordSet // verbs without an object: landed on a school
	naming           wordSet // verbs whose participle gives a name: called Ali Said
	partitives       wordSet // words that tell how many of those named after of and the: some
	quantifiers      wordSet // nouns that count the noun after of
	sites            wordSet // prepositions before places
	transitive       wordSet // verbs that are passive where they have no object
	verbs            wordSet // verbs whose forms are hardly ever nouns
}

// wordSet is a list of words. Most words of a text are in none.
type wordSet struct {
	words  map[string]bool
	table  *wordlist.Table[bool]
	begins *wordlist.Sieve // of the first words of phrases
}

func wordSetOf(words map[string]bool) wordSet {
	s := wordSet{words, wordlist.TableOf(words), wordlist.NewSieve(len(words))}
	for w := range words {
		first, _, _ := strings.Cut(w, " ")
		s.begins.Add(first)
	}
	return s
}

// has reports whether a word or phrase is in the set.
func (s wordSet) has(word string) bool { return s.table.Has(word) }

// words returns the words of English. It is asked for with nearly every word of a text.
func words() *lexicon {
	if l := grammar.Load(); l != nil {
		return l
	}
	grammar.Store(readWords())
	return grammar.Load()
}

var grammar atomic.Pointer[lexicon]

var readWords = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		lemma: wordlist.Map(data, "data/irregular.csv", "form: lemma"), temporal: wordlist.Map(data, "data/temporal.csv", "word: kind"),
		particles: wordlist.Sets(data, "data/particles.csv", "verb,particle"), retag: map[string]map[string]string{},
		answers: wordlist.Map(data, "data/answers.csv", "word: preposition"),
		marks: wordlist.Named(data, "data/subordinators.csv", "word: link",
			map[string]Link{"complement": Complement, "adverbial": Adverbial, "conditional": Conditional}),
		standalone: wordlist.Named(data, "data/standalone.csv", "word: number", map[string]Number{"singular": Singular, "plural": Plural}),
		starters: wordlist.Named(data, "data/starters.csv", "word: kind",
			map[string]starter{"word": startWord, "phrase": startPhrase, "subject": startSubject, "modifier": startModifier}),
	}
	for _, r := range wordlist.Rows(data, "data/retag.csv", "word,next: tag") {
		addTag(l.retag, r)
	}
	l.readShared()
	for name, set := range l.sets() {
		*set = wordSetOf(wordlist.Set(data, "data/"+name+".csv"))
	}
	l.irregulars, l.retagged = wordlist.TableOf(l.lemma), wordlist.TableOf(l.retag)
	l.participles = l.onlyParticiples()
	return l
})

// addTag adds a row of retag.csv: a word, the one after it and the word's tag.
func addTag(retag map[string]map[string]string, row []string) {
	next := map[string]string{row[1]: row[2]}
	maps.Copy(next, retag[row[0]])
	retag[row[0]] = next
}

// irregular returns the lemma of an irregular form, and whether the word is one.
func (l *lexicon) irregular(word string) (lemma string, ok bool) { return l.irregulars.Get(word) }

// onlyParticiples returns the participles of verbs whose past is another word:
// taken, overthrown.
func (l *lexicon) onlyParticiples() wordSet {
	others := map[string]bool{}
	for form := range l.pasts.words {
		others[l.lemma[form]] = true
	}
	out := map[string]bool{}
	for form, verb := range l.lemma {
		if others[verb] && form != verb && !l.pasts.has(form) && l.past(form) {
			out[form] = true
		}
	}
	return wordSetOf(out)
}

// readShared takes over the words that other packages read as well.
func (l *lexicon) readShared() {
	l.currencies = shared.Currencies()
	l.modals = wordSetOf(shared.Modals(true))
	l.prepositions = wordSetOf(shared.Prepositions(""))
	l.people = wordSetOf(shared.People(""))
	l.sites = wordSetOf(shared.Prepositions(shared.BeforePlace))
	for w := range shared.Prepositions(shared.Opener) {
		l.starters[w] = startPhrase
	}
	numbers, ordinals, dozens := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, w := range shared.Numbers() {
		switch w.Class {
		case shared.Number:
			numbers[w.Text], l.starters[w.Text] = true, startPhrase
		case shared.Multiplier:
			numbers[w.Text] = true
		case shared.Group:
			dozens[w.Text] = true
		case shared.Ordinal:
			ordinals[w.Text] = true
		}
	}
	l.ordinals, l.dozens = wordSetOf(ordinals), wordSetOf(dozens)
	l.numbers = wordSetOf(numbers)
	for _, w := range shared.Calendar() {
		switch w.Class {
		case shared.Weekday, shared.WeekdayAbbreviation:
			l.temporal[w.Text] = "weekday"
		case shared.Month:
			l.temporal[w.Text] = "month"
		case shared.MonthAbbreviation:
			l.temporal[w.Text], l.temporal[w.Text+"."] = "month", "month"
		case shared.Day, shared.Hour:
			l.temporal[w.Text] = "day"
		case shared.PartOfDay:
			l.temporal[w.Text] = "unit"
		case shared.Unit:
			l.temporal[w.Name] = "unit"
		}
	}
	l.temporal["weekend"], l.temporal["overnight"] = "unit", "day"
	l.times = wordlist.TableOf(l.temporal)
}

// sets are the lists of words, by the name of their file.
func (l *lexicon) sets() map[string]*wordSet {
	return map[string]*wordSet{
		"abbreviations": &l.abbreviations, "abbreviated-verbs": &l.abbreviatedVerbs, "acts": &l.acts, "addressing": &l.addressing, "adjectival": &l.adjectival, "adverbs": &l.adverbs, "aimed": &l.aimed, "after-gerunds": &l.afterGerunds, "always-plural": &l.alwaysPlural, "ambiguous": &l.ambiguous,
		"as-verbs": &l.asVerbs, "before-gerunds": &l.beforeGerunds, "bodies": &l.bodies, "closers": &l.closers, "collective": &l.collective, "compass": &l.compass,
		"common": &l.common, "complement": &l.complement, "compound": &l.compound, "control": &l.control, "bare-infinitive": &l.bareInfinitive, "mandative": &l.mandative,
		"dangling": &l.dangling, "divisions": &l.divisions, "degrees": &l.degrees, "ditransitive": &l.ditransitive, "filled": &l.filled, "gerunds": &l.gerunds, "headline": &l.headline, "intransitive": &l.intransitive, "long-prepositions": &l.longPrepositions, "ly-nouns": &l.lyNouns,
		"mastheads": &l.mastheads, "mostly": &l.mostly, "naming": &l.naming, "nominal": &l.nominal, "occasion": &l.occasion, "openers": &l.openers, "outcomes": &l.outcomes, "partitives": &l.partitives,
		"joined": &l.joined, "one-of": &l.oneOf, "owning": &l.owning, "parted-first": &l.partedFirst, "parted-last": &l.partedLast,
		"pasts": &l.pasts, "predicative": &l.predicative, "resulting": &l.resulting, "qualifiers": &l.qualifiers, "quantifiers": &l.quantifiers,
		"speaking": &l.speaking, "clausal-verbs": &l.clausal, "carrying": &l.carrying, "using": &l.using, "weighing": &l.weighing, "thwarting": &l.thwarting, "transitive": &l.transitive, "verbs": &l.verbs,
	}
}

// timeWord returns the kind of a word that tells a time: weekday, month, day, unit,
// order, or "" for others. The time of a day in figures is a day.
func (l *lexicon) timeWord(lower string) string {
	if k, ok := l.times.Get(lower); ok {
		return k
	}
	if isClock(lower) {
		return "day"
	}
	if part, rest, ok := strings.Cut(lower, "-"); ok && l.temporal[part+"-"] == "part" {
		return l.temporal[rest] // mid-October
	}
	return ""
}

// isClock reports whether a word is a time of the day: 7.30pm, 14:05.
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

// qualifier reports whether the tokens are one of the phrases that bound a
// number.
func (l *lexicon) qualifier(ts []Token) bool {
	return l.qualifiers.hasPhrase(ts)
}

// standsAlone reports whether a determiner can be a noun group by itself.
func (l *lexicon) standsAlone(det string) bool { return l.standalone[det] != UnknownNumber }

// quantityAdjective reports whether an adjective can stand for what it counts.
func (l *lexicon) quantityAdjective(w string) bool { return l.standalone[w] == Plural }

func (l *lexicon) pluralPronoun(w string) bool { return l.standalone[w] == Plural }

func (s wordSet) hasPhrase(ts []Token) bool {
	if !s.begins.May(ts[0].Lower) {
		return false
	}
	var room [64]byte // most phrases that are asked about are none
	_, has := s.table.Find(appendWords(room[:0], ts))
	return has
}

// appendWords appends the tokens' words with single spaces between.
func appendWords(b []byte, ts []Token) []byte {
	for i := range ts {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, ts[i].Lower...)
	}
	return b
}

// past reports whether a form is an irregular past that is not also the base
// form.
func (l *lexicon) past(form string) bool {
	base, ok := l.irregular(form)
	return ok && base != form && !strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ing") && base != "be" && base != "have"
}
