package attribution

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/wordlist"
)

// Certainty is what a phrase tells about the statement that it stands with.
type Certainty string

// The kinds of phrases.
const (
	Unverified Certainty = "verification" // the text says that it could not be verified
	Hedge      Certainty = "hedge"        // purports, suspected, believed to
	Hearsay    Certainty = "hearsay"      // a hedge that tells that somebody said so: reportedly, is said to have
	Rejection  Certainty = "rejection"    // somebody rejects what was said before: dismissed the report as propaganda
	NoDead     Certainty = "nodead"       // somebody says that nobody came to harm: said there were no casualties
)

// Verification is a phrase that tells how sure the text is.
type Verification struct {
	article.Span
	Kind     Certainty
	Text     string
	Sentence int
}

// pattern is a phrase as data/certainty.csv writes it: words with
// alternatives (could|can), classes of data/classes.csv (<verify>), gaps of at most
// n words (~2), and $ at its end where no more words of the clause may follow.
type pattern struct {
	kind  Certainty
	steps []step
	last  bool // nothing of the clause follows
}

type step struct {
	words map[string]bool
	gap   int
}

func (l *lexicon) readCertainty() {
	classes := map[string][]string{}
	for _, r := range wordlist.Rows(data, "data/classes.csv", "class,word") {
		classes[r[0]] = append(classes[r[0]], r[1])
	}
	wordlist.Each(data, "data/certainty.csv", "kind,pattern", func(r []string) error {
		p := pattern{kind: Certainty(r[0])}
		if p.kind != Unverified && p.kind != Hedge && p.kind != Hearsay && p.kind != Rejection && p.kind != NoDead {
			return fmt.Errorf("unknown kind %q", r[0])
		}
		gap := 0
		ws := strings.Fields(r[1])
		if p.last = ws[len(ws)-1] == "$"; p.last {
			ws = ws[:len(ws)-1]
		}
		for _, w := range ws {
			if w[0] == '~' {
				gap += int(w[1] - '0')
				continue
			}
			s := step{words: map[string]bool{}, gap: gap}
			gap = 0
			for _, alt := range strings.Split(w, "|") {
				if alt[0] != '<' {
					s.words[alt] = true
					continue
				}
				class := classes[strings.Trim(alt, "<>")]
				if class == nil {
					return fmt.Errorf("unknown class %s", alt)
				}
				for _, c := range class {
					s.words[c] = true
				}
			}
			p.steps = append(p.steps, s)
		}
		for w := range p.steps[0].words {
			l.certainty[w] = append(l.certainty[w], p)
		}
		return nil
	})
	l.uncertain = wordlist.SieveOf(l.certainty)
}

// Verifications returns the phrases that tell how sure a text is: that something
// could not be verified, and hedges. It reads the words alone and analyses no
// sentence.
func Verifications(d *lang.Document) []Verification {
	r := &reader{d: d, text: d.Article.Text}
	memory := spelledMemory.Get().(*[]spelled)
	ws := (*memory)[:0]
	defer func() {
		clear(ws) // keep no text alive
		*memory = ws
		spelledMemory.Put(memory)
	}()
	eachWord(r.text, func(start, end int, lower string) {
		ws = append(ws, spelled{article.Span{Start: start, End: end}, lower})
	})
	var out []Verification
	for i := 0; i < len(ws); i++ {
		if !words().uncertain.May(ws[i].lower) {
			continue
		}
		best, kind := -1, Certainty("")
		for _, p := range words().certainty[ws[i].lower] {
			if e := p.match(r.text, ws[i:]); e > 0 && (p.kind == Unverified && kind != Unverified || e > best && (p.kind == Unverified) == (kind == Unverified)) {
				best, kind = e, p.kind
			}
		}
		if best < 0 {
			continue
		}
		span := article.Span{Start: ws[i].Start, End: ws[i+best-1].End}
		n := r.sentenceAt(span.Start)
		if n < 0 {
			continue
		}
		out = append(out, Verification{span, kind, r.text[span.Start:span.End], n})
		i += best - 1
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// spelledMemory is the memory of the words that Verifications reads.
var spelledMemory = sync.Pool{New: func() any { return new([]spelled) }}

type spelled struct {
	article.Span
	lower string
}

// match returns how many words the pattern covers from the first of ws on, or 0
// where it does not match. A match never crosses the end of a sentence.
func (p *pattern) match(text string, ws []spelled) int {
	at := 0
	for n, s := range p.steps {
		found := false
		for k := at; k <= at+s.gap && k < len(ws); k++ {
			if k > 0 && strings.ContainsAny(text[ws[k-1].End:ws[k].Start], ".;:!?") {
				break
			}
			if s.words[ws[k].lower] {
				at, found = k+1, true
				break
			}
			if n == 0 {
				break
			}
		}
		if !found {
			return 0
		}
	}
	if p.last && at < len(ws) && !strings.ContainsAny(text[ws[at-1].End:ws[at].Start], ".,;:!?") {
		return 0
	}
	return at
}
