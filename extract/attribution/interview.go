package attribution

import (
	"strings"
	"sync"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
	"sitrep/extract/wordlist"
)

// An interview may be printed without a sign for who speaks: a question in a paragraph of its
// own, and the answer in the next ones. So may a story that somebody told: it follows upon an
// introduction, with I and my.

// fewestQuestions is how many questions make an interview, and fewestSelves how many sentences
// in which somebody speaks of himself.
const (
	fewestQuestions = 3
	fewestSelves    = 3
)

// self matches a sentence in which somebody speaks of himself: I saw them; they took my brother.
var self = lazyregexp.New(`(?:^|[ “"])(?:I|[Mm]y|me)[ ,.’']`)

// storyMarks are the phrases that announce a story in its teller's words: this is what she told
// our reporter.
var storyMarks = sync.OnceValue(func() []string {
	var out []string
	for _, row := range wordlist.Rows(data, "data/stories.csv", "phrase") {
		out = append(out, row[0])
	}
	return out
})

// interview finds whose answers stand between the questions of an interview without names, or
// who tells a whole story, where the introduction begins with a name.
func (r *reader) interview() {
	if len(r.turns()) > 0 {
		return
	}
	if asked := r.questions(); len(asked) >= fewestQuestions {
		who := r.interviewee(asked[0])
		if who.Len() == 0 || r.selves(asked[0]) < fewestSelves {
			return
		}
		for k, n := range asked {
			last := len(r.d.Sentences) - 1
			if k+1 < len(asked) {
				last = asked[k+1] - 1
			}
			r.speaks(who, n, n+1, r.endOfAnswer(n+1, last))
		}
		return
	}
	if n := r.announcesStory(); n >= 0 && n+1 < len(r.d.Sentences) && r.selves(n) >= fewestSelves {
		if who := r.interviewee(n + 1); who.Len() > 0 {
			r.speaks(who, n, n+1, len(r.d.Sentences)-1)
		}
	}
}

// speaks adds that somebody says the sentences from one to another, as sentence cue, with the
// last mark of which it begins, says.
func (r *reader) speaks(who article.Span, cue, from, to int) {
	if from > to {
		return
	}
	end := r.d.Sentences[cue].End
	mark := article.Span{Start: end - 1, End: end}
	content := article.Span{Start: r.d.Sentences[from].Start, End: r.d.Sentences[to].End}
	r.found = append(r.found, &Attribution{
		Source: Source{Span: who, Text: r.text[who.Start:who.End]}, Cue: Cue{mark, r.text[mark.Start:mark.End], ":"},
		Content: []article.Span{r.trim(content)}, Sentence: cue, Kind: Said,
	})
}

// questions returns the sentences that are paragraphs of the body, and questions.
func (r *reader) questions() []int {
	var out []int
	for i, s := range r.d.Sentences {
		if s.Part == article.Body && strings.HasSuffix(s.Text, "?") && (i == 0 || r.d.Sentences[i-1].Paragraph != s.Paragraph) &&
			i+1 < len(r.d.Sentences) && r.d.Sentences[i+1].Paragraph != s.Paragraph {
			out = append(out, i)
		}
	}
	return out
}

// selves returns in how many sentences from sentence n on somebody speaks of himself outside of
// quotation marks.
func (r *reader) selves(n int) int {
	count := 0
	for _, s := range r.d.Sentences[n+1:] {
		if s.Part == article.Body && !strings.ContainsAny(s.Text, "“\"") && self().MatchString(s.Text) {
			count++
		}
	}
	return count
}

// endOfAnswer returns the last sentence from n to last that is of the body.
func (r *reader) endOfAnswer(n, last int) int {
	for last >= n && r.d.Sentences[last].Part != article.Body {
		last--
	}
	return last
}

// longestIntroduction is how many sentences the introduction of a story has at most.
const longestIntroduction = 5

// announcesStory returns the sentence of the introduction that announces a story, or -1.
func (r *reader) announcesStory() int {
	body := 0
	for i, s := range r.d.Sentences {
		if s.Part != article.Body {
			continue
		}
		lower := strings.ToLower(s.Text)
		for _, phrase := range storyMarks() {
			if strings.Contains(lower, phrase) && i+1 < len(r.d.Sentences) && r.d.Sentences[i+1].Paragraph != s.Paragraph {
				return i
			}
		}
		if body++; body == longestIntroduction {
			break
		}
	}
	return -1
}
