package attribution

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"sitrep/extract/lang"
	shared "sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
)

//go:embed data/*.csv
var data embed.FS

// A frame is a form in which a cue can have its content. The brackets in the
// examples enclose it.
type frame uint32

const (
	fThat       frame = 1 << iota // said [that] rebels had …; …, X said
	fQuote                        // asked: "…"
	fThing                        // confirmed [the attack]
	fTo                           // threatened [to attack]
	fOf                           // accused X [of shelling]
	fAs                           // described it [as …]
	fFor                          // called for […], blamed X for […]
	fOn                           // called on […], blamed […] on X
	fAgainst                      // warned against […]
	fLabel                        // called it [an act of war]
	fPerson                       // told [somebody] …
	fQuoted                       // quoted X as saying
	fAgent                        // only with sources that data/sources.csv lists, but not documents
	fDocument                     // only with documents as sources: footage showed
	fPaper                        // a noun for something with an author: a statement by X
	fAbout                        // remarks about …
	fUninverted                   // never before its subject: told
	fClaims                       // only with something said as its object: rejected [the allegations]
	fListed                       // only with sources that data/sources.csv lists
	fItself                       // a noun that is a source by itself: reports of …
	fCites                        // citing X: X is the source
)

var frameNames = map[string]frame{
	"that": fThat, "quote": fQuote, "thing": fThing, "to": fTo, "of": fOf, "as": fAs, "for": fFor, "on": fOn,
	"against": fAgainst, "label": fLabel, "person": fPerson, "quoted": fQuoted, "agent": fAgent,
	"document": fDocument, "paper": fPaper, "about": fAbout, "uninverted": fUninverted, "claims": fClaims, "listed": fListed, "cites": fCites, "itself": fItself,
}

var kinds = map[Kind]bool{
	Said: true, Reported: true, Confirmed: true, Denied: true, Claimed: true, Accused: true, Admitted: true,
	Described: true, Estimated: true, Warned: true, Threatened: true, Pledged: true, Demanded: true, Asked: true,
	Believed: true, Showed: true, Hedged: true, Claimant: true,
}

// entry is a word or phrase of the lexicon that tells that somebody says
// something.
type entry struct {
	lemma    string
	kind     Kind
	frames   frame
	noun     bool
	words    []string // of a phrase of several words
	particle string
}

func (w *entry) has(f frame) bool { return w.frames&f != 0 }

// lexicon holds the word lists of the package, the files in data.
type lexicon struct {
	verbs     map[string]*entry          // inflected form → verb
	phrasal   map[string][]*entry        // inflected form → verbs with a particle: go on, point out
	except    map[string]map[string]bool // verb → objects with which it says nothing: claim lives
	nouns     map[string]*entry          // singular and plural → noun
	phrases   map[string][]*entry        // first word → phrases
	cues      *wordlist.Sieve            // of verbs, phrasal, nouns and phrases
	closed    map[string]map[string]bool // class of data/closed.csv → its words
	channels  map[string]bool
	sources   map[string]string
	aspects   map[string]bool
	times     map[string]bool      // word → whether it is written with a capital letter: Monday
	stops     []string             // lines that end a press release
	certainty map[string][]pattern // first word → patterns
	uncertain *wordlist.Sieve      // of certainty
}

var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{
		verbs: map[string]*entry{}, phrasal: map[string][]*entry{}, certainty: map[string][]pattern{},
		nouns: map[string]*entry{}, phrases: map[string][]*entry{}, times: map[string]bool{},
		channels: wordlist.Set(data, "data/channels.csv"), aspects: wordlist.Set(data, "data/aspects.csv"),
		sources: wordlist.Map(data, "data/sources.csv", "noun: kind"),
		except:  wordlist.Sets(data, "data/except.csv", "verb,object"), closed: wordlist.Sets(data, "data/closed.csv", "class,word"),
	}
	wordlist.Each(data, "data/verbs.csv", "verb: kind,frames,forms", func(r []string) error {
		w, err := newWord(r[0], r[1], r[2])
		if err != nil {
			return err
		}
		lemma, particle, two := strings.Cut(r[0], " ")
		w.particle = particle
		for _, f := range append(lang.VerbForms(lemma, strings.Fields(r[3])...), lemma) {
			if two {
				l.phrasal[f] = append(l.phrasal[f], w)
			} else {
				l.verbs[f] = w
			}
		}
		return nil
	})
	wordlist.Each(data, "data/nouns.csv", "noun: kind,frames,plural", func(r []string) error {
		w, err := newWord(r[0], r[1], r[2])
		if err != nil {
			return err
		}
		w.noun = true
		if r[3] == "" {
			r[3] = r[0] + "s"
		}
		l.nouns[r[0]], l.nouns[r[3]] = w, w
		return nil
	})
	wordlist.Each(data, "data/phrases.csv", "phrase: kind", func(r []string) error {
		w, err := newWord(r[0], r[1], "")
		if err != nil {
			return err
		}
		w.words = strings.Fields(r[0])
		l.phrases[w.words[0]] = append(l.phrases[w.words[0]], w)
		return nil
	})
	for w := range shared.People(shared.Source) {
		l.sources[w] = "person"
	}
	for w := range l.closed["time"] {
		l.times[w] = false
	}
	for _, w := range shared.Calendar() {
		switch w.Class {
		case shared.Weekday, shared.Month, shared.MonthAbbreviation:
			l.times[w.Text] = true
		case shared.Day, shared.PartOfDay, shared.Hour:
			l.times[w.Text] = false
		case shared.Unit, shared.Span:
			l.times[w.Name] = false
		}
	}
	for _, r := range wordlist.Rows(data, "data/stops.csv", "phrase") {
		l.stops = append(l.stops, r[0])
	}
	l.readCertainty()
	l.cues = wordlist.NewSieve(len(l.verbs) + len(l.phrasal) + len(l.nouns) + len(l.phrases))
	addKeys(l.cues, l.verbs)
	addKeys(l.cues, l.phrasal)
	addKeys(l.cues, l.nouns)
	addKeys(l.cues, l.phrases)
	return l
})

func addKeys[V any](s *wordlist.Sieve, m map[string]V) {
	for word := range m {
		s.Add(word)
	}
}

// is reports whether a word belongs to a class of data/closed.csv.
func is(class, word string) bool { return words().closed[class][word] }

func newWord(lemma, kind, frames string) (*entry, error) {
	w := &entry{lemma: lemma, kind: Kind(kind)}
	if !kinds[w.kind] {
		return nil, fmt.Errorf("unknown kind %q", kind)
	}
	for _, f := range strings.Fields(frames) {
		if frameNames[f] == 0 {
			return nil, fmt.Errorf("unknown frame %q", f)
		}
		w.frames |= frameNames[f]
	}
	return w, nil
}
