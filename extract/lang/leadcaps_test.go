package lang

import "testing"

// TestLowerLead tests which words in capitals at the start of a sentence are put in lower case.
func TestLowerLead(t *testing.T) {
	for text, want := range map[string]string{
		"A SOLDIER WAS shot dead in Omagh.":   "A soldier was shot dead in Omagh.",
		"POLICE arrested nine men.":           "Police arrested nine men.",
		"REBELS KILLED SEVEN soldiers.":       "Rebels killed seven soldiers.",
		"GUNMEN IN KABUL killed a judge.":     "Gunmen in KABUL killed a judge.",
		"AHMED OMAR was shot.":                "AHMED OMAR was shot.",
		"US troops left.":                     "US troops left.",
		"KABUL (Reuters) - A bomb went off.":  "KABUL (Reuters) - A bomb went off.",
		"POLICE ARREST NINE":                  "POLICE ARREST NINE",
		"HUNDREDS MARCHED IN Oran on Monday.": "Hundreds marched in Oran on Monday.",
	} {
		if got := lowerLead(text, words()); got != want {
			t.Errorf("lowerLead(%q) = %q, want %q", text, got, want)
		}
	}
}
