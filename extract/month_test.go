package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
)

// TestMarchIsAMonth holds that the date of a heading is no protest.
func TestMarchIsAMonth(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"Incident log, 14 March 2023":                                                 0,
		"Situation update | 12 March":                                                 0,
		"March 14: what we know":                                                      0,
		"Situation Report: Eastern DRC, 3-9 March":                                    0,
		"Weekly summary, 12 to 18 March 2021":                                         0,
		"Monthly review – March":                                                      0,
		"Unrest tracker (March)":                                                      0,
		"A march for peace in Lima on 3 March drew thousands":                         1,
		"Thousands of people marched through Rabat against the government on Sunday.": 1,
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "a", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Events) != want {
			t.Errorf("%q: %d events, want %d", text, len(r.Events), want)
		}
	}
}
