package event

import (
	"math"

	"sitrep/extract/article"
	"sitrep/extract/weigh"
)

// likelyFrom is the least probability, by itself, of a candidate that counts as
// evidence for others.
const likelyFrom = 0.6

// context holds what the candidates of a document, each weighed alone, say of the
// document as a whole.
type context struct {
	words   map[string][]int // trigger lemma → sentences that probably tell an act by it
	acts    map[string][]int // rule type → sentences that probably tell such an act
	opening map[string]bool  // rule types that the title or the first sentence probably tells of
	likely  map[int]int      // sentence → probable events
	total   int
	all     int // candidates, probable or not
}

func (f *finder) contextOf(bySentence [][]*candidate) *context {
	c := &context{words: map[string][]int{}, acts: map[string][]int{}, opening: map[string]bool{}, likely: map[int]int{}}
	for _, ks := range bySentence {
		for _, k := range ks {
			c.all++
			if k.alone < likelyFrom {
				continue
			}
			n := k.Sentence.Index
			c.total++
			c.likely[n]++
			c.words[k.Lemma] = append(c.words[k.Lemma], n)
			c.acts[k.Rule.Type] = append(c.acts[k.Rule.Type], n)
			if k.Sentence.Part == article.Title || f.isOpening(k.Sentence) {
				c.opening[k.Rule.Type] = true
			}
		}
	}
	return c
}

// contextEvidence adds what the rest of the document says for or against a
// candidate: whether the same word or kind of act is told elsewhere, and how much
// else is told.
func (f *finder) contextEvidence(k *candidate, e *weigh.Evidence) {
	c := f.context
	n := k.Sentence.Index
	own := 0
	if k.alone >= likelyFrom {
		own = 1
	}
	before, after := around(c.words[k.Lemma], n)
	e.If(before, "context: the same word told before")
	e.If(after, "context: the same word told later")
	before, after = around(c.acts[k.Rule.Type], n)
	e.If(before, "context: the same kind of act told before")
	e.If(after, "context: the same kind of act told later")
	e.If(c.opening[k.Rule.Type] && !(own == 1 && f.isOpening(k.Sentence)), "context: the same kind of act told at the top")
	if g := k.Clause.Group; k.Clause.Predicate.Noun && g != nil {
		told := before || c.opening[k.Rule.Type]
		e.If(told && g.Det == "the", "context: noun with the, its kind of act told before")
		e.If(told && g.Det != "the", "context: noun without the, its kind of act told before")
		e.If(!told && g.Det == "the", "context: noun with the, its kind of act not told before")
	}
	e.Amount("context: probable events in the sentence", math.Min(3, float64(c.likely[n]-own))/3)
	e.If(c.likely[n-1] > 0, "context: a probable event in the sentence before")
	e.If(c.likely[n+1] > 0, "context: a probable event in the sentence after")
	e.Amount("context: probable events in the text", math.Log1p(float64(c.total-own))/3)
	e.If(c.total == own, "context: no other probable event in the text")
	e.If(c.all == 1, "context: the only candidate of the text") // a note of one clause has no room for another
	if c.all > 1 {
		e.Amount("context: share of candidates that are probable", float64(c.total-own)/float64(c.all-1))
	}
}

// around reports whether sentences before and after n are in the list, which
// is in ascending order.
func around(sentences []int, n int) (before, after bool) {
	if len(sentences) == 0 {
		return false, false
	}
	return sentences[0] < n, sentences[len(sentences)-1] > n
}
