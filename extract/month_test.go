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
		"Incident log, 14 March 2023": 0,
		"Situation update | 12 March": 0,
		"March 14: what we know":      0,
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
