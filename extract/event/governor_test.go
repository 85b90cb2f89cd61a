package event

import "testing"

// TestIsDenied holds of which acts somebody says that they did not happen, or not by
// him. A plain negation is no denial.
func TestIsDenied(t *testing.T) {
	for _, c := range []struct {
		text, word string
		want       bool
	}{
		{"The front has always denied the killings in Bria.", "killings", true},
		{"The gendarmerie denies having detained either of the nurses.", "detained", true},
		{"The group denied killing the chief of Patikul.", "killing", true},
		{"Moscow denied that its aircraft had bombed the school.", "bombed", true},
		{"The colonel denied any part in the attack on the mill.", "attack", true},
		{"The rebels did not attack the mill.", "attack", false},
		{"No soldiers were killed in the valley.", "killed", false},
		{"The ministry did not deny that soldiers had attacked the mill.", "attacked", false},
		{"The town was taken to deny the rebels a haven for attacks.", "attacks", false},
	} {
		f, clause := clauseOf(t, c.text, c.word)
		if got := f.isDenied(clause); got != c.want {
			t.Errorf("%s: %s denied: %v, want %v", c.text, c.word, got, c.want)
		}
	}
}
