package attribution

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"sitrep/extract/article"
	"sitrep/extract/wordlist"
)

// An interview may be printed without the names of those who speak: each question is a paragraph
// of its own, and the answer follows in the next. A story that somebody told may be printed
// behind an introduction, in the first person.

// fewestQuestions is how many questions make an interview, and fewestSelves how many sentences
// in the first person it or a story has at least.
const (
	fewestQuestions = 3
	fewestSelves    = 3
)

// inFirstPerson reports whether somebody speaks of himself in a text: I saw them.
func inFirstPerson(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, isNoLetter), func(w string) bool { return is("first person", strings.ToLower(w)) })
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// storyMarks are the phrases that announce a story in its teller's words: this is what she told
// our reporter.
var storyMarks = sync.OnceValue(func() []string {
	var out []string
	for _, row := range wordlist.Rows(data, "data/stories.csv", "phrase") {
		out = append(out, row[0])
	}
	return out
})

// interview finds who answers the questions of an interview without names, or who tells a whole
// story, where the introduction begins with a name.
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
			r.addSpeech(who, n, r.endOfAnswer(n+1, last))
		}
		return
	}
	if n := r.announcesStory(); n >= 0 && n+1 < len(r.d.Sentences) && r.selves(n) >= fewestSelves {
		if who := r.interviewee(n + 1); who.Len() > 0 {
			r.addSpeech(who, n, len(r.d.Sentences)-1)
		}
	}
}

// addSpeech adds that somebody says the sentences behind sentence n up to sentence last. The last
// mark of sentence n is the cue.
func (r *reader) addSpeech(who article.Span, n, last int) {
	if n >= last {
		return
	}
	end := r.d.Sentences[n].End
	r.addTurn(who, article.Span{Start: end - 1, End: end}, article.Span{Start: r.d.Sentences[n+1].Start, End: r.d.Sentences[last].End}, n)
}

// questions returns the questions that are paragraphs of their own.
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

// selves returns how many sentences behind sentence n are in the first person. One with
// quotation marks may be in that of somebody else.
func (r *reader) selves(n int) int {
	count := 0
	for _, s := range r.d.Sentences[n+1:] {
		if s.Part == article.Body && !strings.ContainsAny(s.Text, "“\"") && inFirstPerson(s.Text) {
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

// longestIntroduction is the largest number of sentences before a story.
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
