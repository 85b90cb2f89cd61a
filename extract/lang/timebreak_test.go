package lang

import (
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestDateBeforeSubject holds that a date in numbers that opens a sentence is no part
// of the subject behind it.
func TestDateBeforeSubject(t *testing.T) {
	for text, want := range map[string]string{
		"On 12.03.2023 rebels attacked Bor.":          "12.03.2023|rebels|Bor",
		"On 2023-03-11 soldiers shelled Bor.":         "2023-03-11|soldiers|Bor",
		"On 03/12/2023 gunmen killed two farmers.":    "03/12/2023|gunmen|two farmers",
		"On 10-Mar-23 militiamen raided Bor.":         "militiamen|Bor",
		"On Mar. 8 gunmen attacked Bor.":              "Mar. 8|gunmen|Bor",
		"On 5 May soldiers attacked Bor.":             "5 May|soldiers|Bor",
		"On 5 May the army attacked Bor.":             "5 May|the army|Bor",
		"In 2019 rebels attacked Bor.":                "2019|rebels|Bor",
		"By 3/12/23 troops had left Bor.":             "3/12/23|troops|Bor",
		"In 12 villages the rebels killed nine men.":  "12 villages|the rebels|nine men",
		"On 12 hills rebels dug trenches.":            "12 hills rebels|trenches",
		"On May 3 rebels attacked Bor.":               "May 3|rebels|Bor",
		"The May 3 raid on Bor failed.":               "The May 3 raid|Bor",
		"The army denied a Nov. 3 strike on Bor.":     "The army|a Nov. 3 strike|Bor",
		"Rebels claimed the December 10 bombings.":    "Rebels|the December 10 bombings",
		"In May officers overthrew President Dembo.":  "May|officers|President Dembo",
		"At 7.15 two guards shot a man in Bor.":       "7.15|two guards|a man|Bor",
		"In March 1982 four men robbed a bank.":       "March 1982|four men|a bank",
		"In the last three weeks ELN shelled Bor.":    "the last three weeks|ELN|Bor",
		"The next day police arrested two men.":       "The next day|police|two men",
		"Last Tuesday soldiers left Bor.":             "Last Tuesday|soldiers|Bor",
		"On the night of 4 June troops took Bor.":     "the night|4 June|troops|Bor",
		"On January 18 gunmen shot nine men.":         "January 18|gunmen|nine men",
		"Earlier in the day youths burned a post.":    "the day|youths|a post",
		"Later in the evening police shot two men.":   "the evening|police|two men",
		"Earlier in the week rebels captured Bor.":    "the week|rebels|Bor",
		"By the end of the month rebels had won Bor.": "the end|the month|rebels|Bor",
		"Early the next morning jets bombed Bor.":     "the next morning|jets|Bor",
		"Late in the day trade was slow.":             "the day|trade",
		"Since Friday rebels have held Bor.":          "Friday|rebels|Bor",
		"Until Monday troops shelled Bor.":            "Monday|troops|Bor",
		"Rebels on May 12 night attacked a post.":     "Rebels|May 12|night|a post",
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		var got []string
		for _, g := range d.Analyse(0).Nouns {
			got = append(got, g.Text())
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n got %s, want %s", text, s, want)
		}
	}
}

// TestAge holds that an age between commas is no subject, and parts none from its verb.
func TestAge(t *testing.T) {
	for text, want := range map[string]string{
		"Karl Weiss, 31, a former cook, stabbed six people.": "Karl Weiss",
		"The suspect, 24, was arrested in Bor.":              "The suspect",
		"On Sunday evening Omar Said, 45, shot two men.":     "Omar Said",
		"Of the villages, 12, he said, were burned.":         "he",
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		got := ""
		for _, c := range d.Analyse(0).Clauses {
			if a := c.Arg(Subject); c.Kind == Finite && a != nil && got == "" {
				got = a.Text()
			}
		}
		if got != want {
			t.Errorf("%s\n got %s, want %s", text, got, want)
		}
	}
}

// TestJoined holds which groups name two parties by what stands before their head.
func TestJoined(t *testing.T) {
	for text, want := range map[string]string{
		"French and African forces took Bor.":      "French|African forces",
		"Hutu and Tutsi militias clashed in Bor.":  "Hutu|Tutsi militias",
		"Police and army posts burned in Bor.":     "",
		"Masked and armed men raided Bor.":         "",
		"The Bor and Pibor Youth League marched.":  "",
		"A French and African patrol entered Bor.": "",
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		got := ""
		if a, b, ok := d.Analyse(0).Nouns[0].Joined(); ok {
			got = text[a.Start:a.End] + "|" + text[b.Start:b.End]
		}
		if got != want {
			t.Errorf("%s\n got %s, want %s", text, got, want)
		}
	}
}

// TestQuotedVerb holds that a verb between quotation marks keeps its subject and object.
func TestQuotedVerb(t *testing.T) {
	for text, want := range map[string]bool{
		"Turkish forces \"neutralized\" five militants.":        true,
		"The army “eliminated” nine rebels near Bria.":          true,
		"Five militants \"neutralized\" in Bria were named.":    false,
		"Troops were \"misled\" by the map, the inquiry found.": false,
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		c := d.Analyse(0).Clauses
		got := false
		for _, x := range c {
			l := x.Predicate.Lemma
			got = got || (l == "neutralize" || l == "eliminate" || l == "liberate" || l == "mislead") && x.Kind == Finite && x.Predicate.Voice == Active
		}
		if got != want {
			t.Errorf("%s\n active %v, want %v", text, got, want)
		}
	}
}

// TestGerundSubject holds that a noun in -ing that opens a sentence is the subject of
// the verb behind it.
func TestGerundSubject(t *testing.T) {
	for text, want := range map[string]string{
		"Shelling killed nine people in Bor.":       "Shelling",
		"Fighting displaced 300 families in Pibor.": "Fighting",
		"Bombing wounded the mayor of Bor.":         "Bombing",
		"Having killed nine people, rebels fled.":   "nine people",
		"Shelling Bor, rebels killed nine people.":  "Bor",
	} {
		d := New(article.Clean(article.Input{ID: "t", Text: text}))
		if got := d.Analyse(0).Nouns[0].Text(); got != want {
			t.Errorf("%s\n first group %s, want %s", text, got, want)
		}
	}
}
