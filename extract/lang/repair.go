package lang

import (
	"math/bits"
	"unicode"
)

// prose tags a word by its neighbours only, and some of its tags mislead the
// stages after it. What is here mends them: tables of constructions, each a
// named condition, run in order over the tokens of a sentence. A condition
// tells of a construction and not of a word; the words that it may touch
// stand in data/.

// repairer mends the tags of one sentence.
type repairer struct {
	Tokens
	*lexicon
	title bool // the text is a headline, where capitals tell nothing
}

// tagRepair gives token i another tag, or its neighbours, where holds does. holds is asked
// about tokens with one of the tags in from, or about any where that is 0.
type tagRepair struct {
	from              tagSet
	holds             func(r *repairer, i int) bool
	tag, before, next string // new tags of the token, the one before it and the next; "" leaves the tag
}

// repair mends the tags of a sentence. A part that tagParts has tagged by itself is mended by
// itself, too.
func repair(ts Tokens, title bool, w *lexicon) {
	from := ts.labelled()
	for i := range ts {
		if ts.opensQuoted(i) || ts[i].Lower == ";" && !goesOn(ts.Word(i+1)) {
			ts[i].Tag = punctuationTag(ts[i].Lower)
			repairPart(ts[from:i], title, w)
			from = i + 1
		}
	}
	repairPart(ts[from:], title, w)
}

// labelled returns how many tokens are a date or hour before a sentence, with the mark behind it.
func (ts Tokens) labelled() int {
	for i := range ts {
		switch {
		case isDateWord(ts[i].Lower) || ts[i].Text == ",":
		case i > 0 && (ts[i].Text == ":" || ts[i].Text == "-") && ts.Capital(i+1):
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

// opensQuoted reports whether token i is the quotation mark before a quoted sentence.
func (ts Tokens) opensQuoted(i int) bool {
	return ts[i].Lower == `"` && (i == 0 || ts[i-1].Lower == "," || ts[i-1].Lower == ":") && i+1 < len(ts) && unicode.IsUpper(firstRune(ts[i+1].Text))
}

// repairPart mends the tags of a sentence that has no such parts.
func repairPart(ts Tokens, title bool, w *lexicon) {
	r := &repairer{ts, w, title}
	for i := range ts {
		if isPunctuation(ts[i].Text) || ts[i].Lower == `"` {
			ts[i].Tag = punctuationTag(ts[i].Lower)
			continue
		}
		r.first(misreadWords, i)
		r.each(wordRepairs, i)
		if next, ok := r.retagged.Get(ts[i].Lower); ok && next[ts.Word(i+1)] != "" {
			ts[i].Tag = next[ts.Word(i+1)]
		}
		r.each(neighbourRepairs, i)
	}
	r.subjectAfterFronted()
	for i := range ts {
		r.each(nounRepairs, i)
	}
	for i := range ts {
		r.first(formRepairs, i)
	}
	for i := 1; i+1 < len(ts); i++ {
		r.first(pastRepairs, i)
	}
	r.mainVerb()
	if r.gerundWithPlace(0) || r.gerundBeforePresent(0) {
		ts[0].Tag = "NN" // Shooting/VBG in Goma kills two; Bombing/VBG kills nine
	}
	r.namedSubjects()
	for i := 1; i+1 < len(ts); i++ {
		r.first(verbRepairs, i)
	}
	for i := 1; i+1 < len(ts); i++ {
		r.first(presentRepairs, i)
	}
	for i := 1; i < len(ts); i++ {
		r.participle(i)
	}
}

// first makes the first of the repairs whose condition holds.
func (r *repairer) first(repairs *repairTable, i int) {
	for _, k := range repairs.forTag(r.Tokens[i].Tag) {
		if p := &repairs.all[k]; p.holds(r, i) {
			r.make(p, i)
			return
		}
	}
}

// each makes every one of the repairs whose condition holds; a later one sees
// the tags that an earlier one has left.
func (r *repairer) each(repairs *repairTable, i int) {
	from := 0
	for again := true; again; {
		again = false
		for _, k := range repairs.forTag(r.Tokens[i].Tag) {
			if p := &repairs.all[k]; int(k) >= from && p.holds(r, i) {
				r.make(p, i)
				from, again = int(k)+1, true
				break
			}
		}
	}
}

// repairTable is a list of repairs, and which of them are for the tokens of each tag.
type repairTable struct {
	all   []tagRepair
	byTag [tagSetBits + 1][]uint8 // indices in all, by the bit of a tag; the last for tags without one
}

// repairsOf returns the table of a list of repairs.
func repairsOf(repairs []tagRepair) *repairTable {
	t := &repairTable{all: repairs}
	for bit := range t.byTag {
		for k, p := range repairs {
			if p.from == 0 || p.from&(1<<bit) != 0 {
				t.byTag[bit] = append(t.byTag[bit], uint8(k))
			}
		}
	}
	return t
}

// forTag returns the indices of the repairs that are for tokens with the tag.
func (t *repairTable) forTag(tag string) []uint8 {
	return t.byTag[bits.TrailingZeros32(uint32(tagSetOf(tag)))]
}

// tagSet is a set of the Penn tags that repairs are made from.
type tagSet uint32

const tagSetBits = 32

const (
	nn tagSet = 1 << iota
	nns
	nnp
	nnps
	jj
	jjr
	jjs
	vb
	vbd
	vbg
	vbn
	vbp
	vbz
	md
	in
	rb
	rbr
	rp
	fw
	prp
	pdt
	wrb
	wdt
	dt

	anyNoun      = nn | nns | nnp | nnps
	anyAdjective = jj | jjr | jjs
	anyVerb      = vb | vbd | vbg | vbn | vbp | vbz
)

// tagSetOf returns the set of one tag, or 0 where no repair asks for it.
func tagSetOf(tag string) tagSet {
	switch {
	case isVerb(tag):
		return tagSetOfVerb(tag)
	case isNoun(tag):
		return tagSetOfNoun(tag)
	}
	switch tag {
	case "DT":
		return dt
	case "IN":
		return in
	case "JJ":
		return jj
	case "RB":
		return rb
	case "PRP":
		return prp
	}
	return tagSetOfRare(tag)
}

// tagSetOfVerb is tagSetOf for the tags of verbs.
func tagSetOfVerb(tag string) tagSet {
	switch tag {
	case "VB":
		return vb
	case "VBD":
		return vbd
	case "VBG":
		return vbg
	case "VBN":
		return vbn
	case "VBP":
		return vbp
	case "VBZ":
		return vbz
	case "MD":
		return md
	}
	return 0
}

// tagSetOfNoun is tagSetOf for the tags of nouns.
func tagSetOfNoun(tag string) tagSet {
	switch tag {
	case "NN":
		return nn
	case "NNS":
		return nns
	case "NNP":
		return nnp
	case "NNPS":
		return nnps
	}
	return 0
}

// tagSetOfRare is tagSetOf for tags that are rare.
func tagSetOfRare(tag string) tagSet {
	switch tag {
	case "JJR":
		return jjr
	case "JJS":
		return jjs
	case "RBR":
		return rbr
	case "RP":
		return rp
	case "FW":
		return fw
	case "PDT":
		return pdt
	case "WDT":
		return wdt
	case "WRB":
		return wrb
	}
	return 0
}

func (r *repairer) make(p *tagRepair, i int) {
	if p.tag != "" {
		r.Tokens[i].Tag = p.tag
	}
	if p.before != "" {
		r.Tokens[i-1].Tag = p.before
	}
	if p.next != "" {
		r.Tokens[i+1].Tag = p.next
	}
}
