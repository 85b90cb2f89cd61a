package code

import (
	"testing"

	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/wordlist"
)

// TestCodesAreInTheCodebooks holds that the table gives only codes that the
// codebooks have, that every code of the lists is given by a row, and that every
// sub-event type has a last row which asks for nothing else.
func TestCodesAreInTheCodebooks(t *testing.T) {
	cameo, plover := map[string]bool{}, map[string]bool{}
	for _, r := range wordlist.Rows(data, "data/cameo.csv", "code: wording") {
		cameo[r[0]] = false
	}
	for _, r := range wordlist.Rows(data, "data/plover.csv", "plover,mode: meaning") {
		plover[r[0]+" "+r[1]] = false
	}
	for typ, rows := range table() {
		if rules.EventType(typ) == "" {
			t.Errorf("%q is no sub-event type", typ)
		}
		for _, x := range rows {
			if x.codes == (record.Codes{}) {
				continue
			}
			mode := x.codes.PLOVER + " " + x.codes.PLOVERMode
			if _, ok := cameo[x.codes.CAMEO]; !ok {
				t.Errorf("%s: CAMEO has no %q", typ, x.codes.CAMEO)
			}
			if _, ok := plover[mode]; !ok {
				t.Errorf("%s: PLOVER has no %q", typ, mode)
			}
			cameo[x.codes.CAMEO], plover[mode] = true, true
		}
		last := rows[len(rows)-1]
		if last.acts != nil || last.triggers != nil || last.weapons != nil || last.targets != nil {
			t.Errorf("the last row of %s does not hold for all of it", typ)
		}
	}
	for _, given := range []map[string]bool{cameo, plover} {
		for c, used := range given {
			if !used {
				t.Errorf("no row gives %q", c)
			}
		}
	}
}

// TestRowOrder holds that no row of the table stands behind a wider one that
// always takes its records: the last row of a type is its only one that asks
// for nothing.
func TestRowOrder(t *testing.T) {
	for typ, rows := range table() {
		for _, x := range rows[:len(rows)-1] {
			if x.acts == nil && x.triggers == nil && x.weapons == nil && x.targets == nil {
				t.Errorf("%s: a row that takes everything stands before others", typ)
			}
		}
	}
}

func TestIsTrigger(t *testing.T) {
	for _, c := range []struct {
		words, text, lemma string
		want               bool
	}{
		{"lay siege", "laid siege", "lay", true},
		{"lay siege", "laid down", "lay", false},
		{"drone strike", "Drone strikes", "strike", true},
		{"drone strike", "air strike", "strike", false},
		{"drone strike", "strike", "strike", false},
		{"encircle", "encircled", "encircle", true},
		{"ethnic cleansing", "ethnic cleansing", "cleansing", true},
	} {
		if got := isTrigger(c.words, &record.Trigger{Text: c.text, Lemma: c.lemma}); got != c.want {
			t.Errorf("isTrigger(%q, %q) = %v", c.words, c.text, got)
		}
	}
}

// TestOwnCodes holds that what a rule says of its own act goes before the table.
func TestOwnCodes(t *testing.T) {
	rs := []record.Record{{SubEventType: "Other", Action: "deploy", Codes: record.Codes{CAMEO: "150"}}}
	Add(rs)
	if want := (record.Codes{CAMEO: "150", PLOVER: "MOBILIZE", PLOVERMode: "troops"}); rs[0].Codes != want {
		t.Errorf("%+v, want %+v", rs[0].Codes, want)
	}
}
