package attribution

import (
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// TestInterview holds who answers in an interview without names and who tells a story.
func TestInterview(t *testing.T) {
	for text, want := range map[string][]string{
		"Amina Sow was a nurse in Kaya. We met her at home.\n\nWhen did it begin?\n\nIn May. I heard soldiers shoot two men.\n\nWhat did you do?\n\nI closed my door. They burned the market.\n\nAnd then?\n\nWe left. I have olive trees now.": {
			"Amina Sow: In May. I heard soldiers shoot two men", "Amina Sow: I closed my door. They burned the market", "Amina Sow: We left. I have olive trees now"},
		"Amina Sow keeps goats in Kaya. This is what she told our reporter.\n\nThe soldiers came in May. I was ten. They took my brother.\n\nMy mother hid me in the well.": {
			"Amina Sow: The soldiers came in May. I was ten. They took my brother.\n\nMy mother hid me in the well"},
		// an explainer: nobody speaks of himself
		"The president has held office since 2005.\n\nWhy do people protest?\n\nThe law was changed.\n\nWhat did the army do?\n\nSoldiers shot two men.\n\nWhat now?\n\nA strike.": nil,
		// nobody is named
		"We met her at home.\n\nWhen did it begin?\n\nIn May. I heard shots.\n\nWhat did you do?\n\nI closed my door.\n\nAnd then?\n\nI left.": nil,
		"Amina Sow keeps goats in Kaya. This is what she told our reporter. She had not slept.\n\nThe army denies it.":                         nil,
	} {
		r := newReader(lang.New(article.Clean(article.Input{Text: text})))
		r.interview()
		var got []string
		for _, a := range r.found {
			got = append(got, a.Source.Text+": "+text[a.Content[0].Start:a.Content[0].End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}
