package lang

import (
	"slices"
	"testing"
)

// TestScareQuotes tests which quotation marks are no part of a sentence's grammar.
func TestScareQuotes(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
	}{
		{`killed in an "encounter" with the police`, []int{13, 23}},
		{`had 'neutralised' nine men`, []int{4, 16}},
		{`13 “armed terrorists” died`, []int{3, 22}},
		{`the «rebels» fled and the "army" won`, []int{4, 12, 28, 33}},
		{`he said: "rebels attacked"`, nil},                 // speech behind a colon
		{`"rebels" attacked`, nil},                          // opens the sentence
		{`the film "The Raid" opened`, nil},                 // a name
		{`he saw "men, tanks" there`, nil},                  // with a mark in it
		{`that was "much the worst of all" the raids`, nil}, // too long
		{`the 'rebels' base' fell`, []int{4, 11}},
		{`called it "a massacre"`, nil},      // a group of its own
		{`shouting "God is great" and`, nil}, // a clause
		{`the "Lions of the South" fled`, []int{4, 23}},
		{`a strike 'kills at least 100'`, []int{9, 28}},
		{`the "Wagner" group`, []int{4, 11}},
		{`the rebels' base`, nil},
		{`an "open`, nil},
		{`a "" b`, nil},
	} {
		if got := scareQuotes(c.text); !slices.Equal(got, c.want) {
			t.Errorf("scareQuotes(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
