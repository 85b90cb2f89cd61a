package event

import (
	"strings"

	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/weigh"
)

// finder holds what the stage knows while it reads one document.
type finder struct {
	set     *rules.Set
	reading *reading.Reading
	doc     *lang.Document

	trace bool
	floor float64      // how probable an event must be to be returned
	model *weigh.Model // weighs the evidence of a candidate in its document
	first *weigh.Model // weighs that of a candidate alone

	events   []*Event
	rejected []Rejection
	untyped  []*candidate // of titles and leads: their type is a guess until more is read

	gate    *Gate
	partsOf *lang.Sentence // the sentence last asked whether it has the words for a rule
	parts   partsFound     // in it
	scanned int            // how many sentences have been searched for armed groups
	armed   bool           // one of those names one

	subjects subjects     // that the text speaks of
	hits     []domainHit  // by which it speaks of them
	withArms map[int]bool // sentences that name a weapon of war
	// conflict is set where the text speaks of conflict, or of an armed side, as
	// much as of anything else.
	conflict bool
	// onlyConflict is set where it speaks of little but conflict: a word of
	// another subject in one sentence means nothing.
	onlyConflict bool
	// otherSubject is set where it plainly speaks of another subject: a gunman in
	// it is an armed robber.
	otherSubject     bool
	sentenceSubjects []*subjects // by sentence, as far as needed
	context          *context

	articleWords string          // in lower case, once a ladder has asked
	articleHas   map[string]bool // the answers to what ladders have asked
	lastWording  wording         // of the sentence last asked about
	framed       *lang.Clause    // the clause with a verb last framed
	slots        []slot          // of framed: the same for every rule
	nounFramed   *lang.Clause    // the event noun last framed
	nounSlotsOf  map[nounFrame][]slot
	phrases      lang.ByGroup[rules.Phrase]
	longNames    map[string]string // of evidence
	evidence     weigh.Evidence    // the memory of weighUp
}

// wording is what the words of a sentence say, whatever the rule.
type wording struct {
	sentence *lang.Sentence
	said     rules.Words     // the lower-case words and their lemmas
	words    map[string]bool // the same, once a ladder has asked
	weapons  []Weapon
}

// wording returns the wording of a sentence. It keeps the last one, since a
// sentence is asked about many times in a row.
func (f *finder) wording(s *lang.Sentence) *wording {
	if f.lastWording.sentence != s {
		var b strings.Builder
		b.Grow(len(s.Text) + len(s.Tokens) + 1)
		b.WriteByte(' ')
		for i := range s.Tokens {
			b.WriteString(s.Tokens[i].Lower)
			b.WriteByte(' ')
		}
		said := &f.lastWording.said
		said.Reset(b.String())
		for i := range s.Tokens {
			if said.Add(s.Tokens[i].Lower); s.Tokens[i].Lemma != s.Tokens[i].Lower {
				said.Add(s.Tokens[i].Lemma)
			}
		}
		clear(f.lastWording.words)
		f.lastWording.sentence, f.lastWording.weapons = s, Weapons(f.set, s)
	}
	return &f.lastWording
}

// has reports whether a word or a phrase is in the sentence, the word as it is or as the
// lemma of another.
func (w *wording) has(lemma string) bool {
	if len(w.words) == 0 {
		if w.words == nil {
			w.words = map[string]bool{}
		}
		for _, word := range w.said.Each() {
			w.words[word] = true
		}
	}
	return w.words[lemma] || strings.IndexByte(lemma, ' ') > 0 && strings.Contains(w.said.Text, lemma) && strings.Contains(w.said.Text, " "+lemma+" ")
}

func (f *finder) class(g *lang.NounGroup) rules.Class { return f.reading.Class(g) }

// candidate is a rule with a clause whose predicate is one of its triggers.
type candidate struct {
	*Event
	slots  []slot
	score  int        // how closely the rule fits the clause
	merged bool       // another candidate has taken it over
	into   *candidate // that one
	// victims is set where the targets are the victims of a result: those of a
	// result coordinated with it join them.
	victims bool
	// inheritable lists the types that another event could have given it, where
	// neither its own words nor an event before it decided the type.
	inheritable []string
	against     []string // the conditions of the rule that do not hold
	weighed     bool
	first       weigh.Sum // of its evidence without the rest of the document, by the finder's model of the same name
	sum         weigh.Sum // of the same evidence by the model
	alone       float64   // its probability without the rest of the document
}
