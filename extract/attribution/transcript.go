package attribution

import (
	"slices"
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
	"sitrep/extract/wordlist"
)

// turn is the beginning of what a speaker says in a transcript: MR. SMITH:, Q:,
// GENERAL KOVAL (through an interpreter):, and of parliaments' records: Mr Haddad
// (Northern District):, The Minister of Defence:.
var turn = lazyregexp.New(`^((?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Senator|The)\.?(?: (?:[A-Z][\p{L}'’-]+|of|for|the|and)){1,8}|(?:[A-Z]\.|[A-Z][A-Z'’.-]+|Q|A)(?: (?:[A-Z]\.|[A-Z][A-Z'’.-]+|de|van|al|of|the)){0,5})(?: \([^)]{1,60}\))?: `)

// speakers are the words that only transcripts have before a colon: a title, a
// question. KARACHI: is the dateline of a brief.
var speakers = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "data/speakers.csv") })

// isSpeaker reports whether a turn begins with a title or is a question.
func isSpeaker(name string) bool {
	first, rest, _ := strings.Cut(name, " ")
	if first == "The" { // The Minister of Defence
		return slices.ContainsFunc(strings.Fields(strings.ToLower(rest)), func(w string) bool { return speakers()[w] })
	}
	return speakers()[strings.ToLower(strings.Trim(first, ".:"))]
}

// fewestTurns is how many turns make a text a transcript: one may be a heading.
const fewestTurns = 2

// transcript finds the speakers of a transcript: each is the source of all that
// follows up to the next.
func (r *reader) transcript() {
	turns := r.turns()
	if len(turns) == 0 {
		return
	}
	interviewee, presented := r.interviewee(turns[0].sentence), r.presented(turns[0].sentence)
	presenter := ""
	for k, t := range turns {
		s := r.d.Sentences[t.sentence]
		if name := s.Text[:t.name]; name == presenter || k < 2 && !isSpeaker(name) && greets(s.Text[t.from:]) {
			presenter = name // what he says is said by nobody
			continue
		}
		last := len(r.d.Sentences) - 1
		if k+1 < len(turns) {
			last = turns[k+1].sentence - 1
		}
		if presented {
			last = r.endOfParagraph(t.sentence, last)
		}
		source := article.Span{Start: s.Start, End: s.Start + t.name}
		if source.Len() < 2 { // Q: whoever asks tells nothing
			if r.text[source.Start:source.End] != "A" || interviewee.Len() == 0 {
				continue
			}
			source = interviewee
		}
		cue := article.Span{Start: s.Start + t.from - 2, End: s.Start + t.from - 1}
		content := article.Span{Start: s.Start + t.from, End: r.d.Sentences[last].End}
		r.addTurn(source, cue, content, t.sentence)
	}
}

// addTurn adds that somebody says the content, as the cue in a sentence shows: the colon behind
// his name, or the question that he answers.
func (r *reader) addTurn(source, cue, content article.Span, sentence int) {
	r.found = append(r.found, &Attribution{
		Source: Source{Span: source, Text: r.text[source.Start:source.End]}, Cue: Cue{cue, r.text[cue.Start:cue.End], ":"},
		Content: []article.Span{r.trim(content)}, Sentence: sentence, Kind: Said,
	})
}

// opening is where a turn of a transcript begins: its sentence, and there the ends of
// the speaker's name and of the colon behind it.
type opening struct{ sentence, name, from int }

// turns returns the openings of the turns of a transcript, or nil where the text is
// none: there are several, of people, or of who speaks twice with another between.
func (r *reader) turns() []opening {
	var turns []opening
	spoken, said := false, map[string]int{}
	for i, s := range r.d.Sentences {
		if s.Part != article.Body || !strings.Contains(s.Text, ": ") {
			continue
		}
		if m := turn().FindStringSubmatchIndex(s.Text); m != nil {
			name := s.Text[:m[3]]
			if !isSpeaker(name) && strings.HasPrefix(name, "The ") { // The Latest: no speaker
				continue
			}
			turns = append(turns, opening{i, m[3], m[1]})
			spoken = spoken || isSpeaker(name) || said[name] > 0 && len(said) > 1
			said[name]++
		}
	}
	if len(turns) < fewestTurns || !spoken {
		return nil
	}
	return turns
}

// greetings are the words with which the presenter of a broadcast begins.
var greetings = sync.OnceValue(func() map[string]bool { return wordlist.Set(data, "data/greetings.csv") })

// greets reports whether a text begins with a greeting to those who listen, and not to
// somebody by his name: Good evening. In Beirut a bomb went off.
func greets(text string) bool {
	lower := strings.ToLower(text)
	for g := range greetings() {
		if rest, ok := strings.CutPrefix(lower, g); ok && !strings.HasPrefix(rest, ",") {
			return true
		}
	}
	return false
}

// presented reports whether a presenter without a name before his words opens the
// text, before sentence n: what follows a speaker's paragraph is his again.
func (r *reader) presented(n int) bool {
	for _, s := range r.d.Sentences[:n] {
		if s.Part == article.Body {
			return greets(s.Text)
		}
	}
	return false
}

// endOfParagraph returns the last sentence of the paragraph of sentence n that is no
// later than last.
func (r *reader) endOfParagraph(n, last int) int {
	for k := n; k < last; k++ {
		if r.d.Sentences[k+1].Paragraph != r.d.Sentences[n].Paragraph {
			return k
		}
	}
	return last
}

// opener is the name that an introduction begins with: Amina Sow was a nurse in
// Kaya until 2019.
var opener = lazyregexp.New(`^[A-Z][\p{L}'’-]+(?: (?:[A-Z]\.|[A-Z][\p{L}'’-]+|de|van|al|of)){1,4}`)

// interviewee returns whose answers follow sentence n, after A:, where the
// introduction before it begins with a name; else an empty span.
func (r *reader) interviewee(n int) article.Span {
	for _, s := range r.d.Sentences[:n] {
		if s.Part != article.Body {
			continue
		}
		if m := opener().FindStringIndex(s.Text); m != nil {
			return article.Span{Start: s.Start, End: s.Start + m[1]}
		}
	}
	return article.Span{}
}
