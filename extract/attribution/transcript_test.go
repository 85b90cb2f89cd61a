package attribution

import (
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

func TestTranscript(t *testing.T) {
	for text, want := range map[string][]string{
		"MR. SMITH: Good afternoon. Rebels shelled the port.\n\nQ: Who did it?\n\nGENERAL KOVAL: The army took the village.":                                                                                {"MR. SMITH", "GENERAL KOVAL"},
		"KARACHI: Gunmen shot dead a trader in the market.\n\nQUETTA: A bomb went off near a mosque in the city.":                                                                                           nil,
		"The World Tonight, 22 October\n\nFrom Washington, this is the evening news, as it was broadcast.\n\nWHITE: Good evening. In Beirut a bomb went off.\n\nMARSH: It was a car.\n\nWHITE: Who did it?": {"MARSH"},
		"Good evening, this is the news.\n\nMARSH: It was a car.\n\nIn Bor, rebels shot nine men.\n\nMARSH: They came at dawn.\n\nVOICE: I saw them.\n\nMARSH: And left at noon.":                           {"MARSH", "MARSH", "VOICE", "MARSH"},
		"Amina Sow was a nurse in Kaya.\n\nQ: When did it begin?\n\nA: In May. Soldiers shot two men.":                                                                                                      {"Amina Sow"},
		"MR. SMITH: Rebels shelled the port on Monday and nobody else has any right to speak of it here, as you all know well.":                                                                             nil,
	} {
		r := newReader(lang.New(article.Clean(article.Input{Text: text})))
		r.transcript()
		var got []string
		for _, a := range r.found {
			got = append(got, a.Source.Text)
			if len(a.Content) != 1 || strings.Contains(text[a.Content[0].Start:a.Content[0].End], "Q:") {
				t.Errorf("%q: says %v", a.Source.Text, a.Content)
			}
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
