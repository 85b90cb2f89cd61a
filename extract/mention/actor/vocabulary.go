package actor

import (
	"embed"
	"strings"
	"sync"
	"unicode"

	"sitrep/extract/lexicon"
	"sitrep/extract/wordlist"
	"sitrep/gazetteer"
)

//go:embed data/*.csv
var data embed.FS

// vocabulary holds the word lists of data/. The head of each says what it is for.
type vocabulary struct {
	arms          map[string]bool   // "on motorbike"
	attaching     map[string]bool   // "force of": a noun's class and the preposition before its owner
	collectives   map[string]bool   // noun
	compounds     map[string]string // "backed by" → owner, side or country
	definite      map[string]bool   // determiner
	ethnic        map[string]string // noun → always or armed
	links         map[string]string // "loyal to" → same, led or side
	measures      map[string]bool   // noun
	others        map[string]bool   // name in lower case; months and weekdays too
	relational    map[string]bool   // noun
	shapes        map[string]string // word of a name → kind
	stateful      map[string]string // noun → service
	national      map[string]bool   // noun
	ranks         map[string]bool
	titles        map[string]bool
	militant      map[string]bool // see militantWords
	notNext       map[string]bool // words of vetoes.csv, by where they stand
	notApposition map[string]bool
	notInSentence []string        // words and phrases
	beginsNot     *wordlist.Sieve // of the first letters of these
}

var words = sync.OnceValue(func() *vocabulary {
	l := &vocabulary{
		arms:          map[string]bool{},
		attaching:     map[string]bool{},
		collectives:   wordlist.Set(data, "data/collectives.csv"),
		compounds:     wordlist.Map(data, "data/compounds.csv", "relation: effect"),
		definite:      wordlist.Set(data, "data/definite.csv"),
		ethnic:        wordlist.Map(data, "data/ethnic.csv", "noun: when"),
		links:         map[string]string{},
		measures:      wordlist.Set(data, "data/measures.csv"),
		others:        map[string]bool{},
		relational:    wordlist.Set(data, "data/relational.csv"),
		shapes:        wordlist.Map(data, "data/shapes.csv", "word: kind"),
		stateful:      wordlist.Map(data, "data/stateful.csv", "noun: service"),
		national:      wordlist.Set(data, "data/national.csv"),
		ranks:         wordlist.Set(data, "data/ranks.csv"),
		titles:        wordlist.Set(data, "data/titles.csv"),
		notNext:       map[string]bool{},
		notApposition: map[string]bool{},
	}
	for _, r := range wordlist.Rows(data, "data/links.csv", "words,preposition: relation") {
		l.links[r[0]+" "+r[1]] = r[2]
	}
	for _, r := range wordlist.Rows(data, "data/prepositions.csv", "preposition,class") {
		l.attaching[r[1]+" "+r[0]] = true
	}
	for _, r := range wordlist.Rows(data, "data/arms.csv", "preposition,noun") {
		l.arms[r[0]+" "+r[1]] = true
	}
	for _, r := range wordlist.Rows(data, "data/others.csv", "name") {
		l.others[strings.ToLower(r[0])] = true
	}
	for _, w := range lexicon.Calendar() {
		if w.Class == lexicon.Month || w.Class == lexicon.Weekday {
			l.others[w.Text] = true
		}
	}
	for _, r := range wordlist.Rows(data, "data/vetoes.csv", "word,where") {
		switch r[1] {
		case "next":
			l.notNext[r[0]] = true
		case "apposition":
			l.notApposition[r[0]] = true
		case "sentence":
			l.notInSentence = append(l.notInSentence, r[0])
		default:
			panic("data/vetoes.csv: unknown place " + r[1])
		}
	}
	l.militant = l.militantWords()
	l.beginsNot = wordlist.NewSieve(len(l.notInSentence))
	for _, phrase := range l.notInSentence {
		l.beginsNot.Add(phrase[:vetoLetters])
	}
	return l
})

// collective reports whether a singular noun stands for many people, by its
// last word: army, militia group.
func collective(noun string) bool {
	return words().collectives[noun[strings.LastIndexByte(noun, ' ')+1:]]
}

// MayNameMilitants reports whether a mention of the article may be a militia or
// rebel group that has an id, by the words of the article alone: it may only
// save the reading of sentences, so it says no where that is certain.
//
// Such a mention has its id and its kind from one row of the dictionary, whose
// name or whose parent's is in the text. Or it has the id of a body that is of no
// kind, and its kind from a noun, a modifier or a word of a name.
func (r *Reader) MayNameMilitants() bool {
	bodies := false
	for i := range r.names {
		for _, c := range r.names[i].Candidates {
			if r.dictionary.LeadsMilitants(c.Actor) {
				return true
			}
			bodies = bodies || r.names[i].Form < gazetteer.FormState
		}
	}
	return bodies && (r.dictionary.HasMilitantWord(r.doc.Article.Text) || hasMilitantWord(r.doc.Article.Text))
}

// hasMilitantWord reports whether a text has a word that tells militants in the
// name of a group or beside a noun for persons: brigade, motorbike.
func hasMilitantWord(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		w = strings.ToLower(w)
		if words().militant[w] || words().militant[strings.TrimSuffix(w, "s")] {
			return true
		}
	}
	return false
}

// militantWords returns the words of names, the nouns after an ethnic modifier
// and those of phrases after a noun that make militants of what they stand with.
func (l *vocabulary) militantWords() map[string]bool {
	out := map[string]bool{}
	for word, kind := range l.shapes {
		if gazetteer.IsMilitant(kind) {
			out[word] = true
		}
	}
	for noun := range l.ethnic {
		out[noun] = true
	}
	for phrase := range l.arms {
		_, noun, _ := strings.Cut(phrase, " ")
		out[noun] = true
	}
	return out
}
