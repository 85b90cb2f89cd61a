package event

import "testing"

// TestOtherSense holds what settles for all rules alike that words of conflict are not
// meant as such.
func TestOtherSense(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Hail destroyed forty houses in Lusaka.", false},
		{"Soldiers destroyed forty houses in Lusaka.", true},
		{"Two shepherds were attacked by wolves near Skopje.", false},
		{"Two shepherds were attacked by rebels near Skopje.", true},
		{"A wave of rockets hit the port of Aden.", true},
		{"Villagers shot nine elephants near Gaborone.", false},
		{"Villagers shot nine policemen near Gaborone.", true},
		{"India crushed the protesters in Delhi by 120 runs.", false},
		{"Students bombarded the minister with questions in Quito.", false},
		{"Rebels bombarded the ministry with mortars in Quito.", true},
		{"A teacher was stabbed by her former husband in Leeds.", false},
		{"A teacher was stabbed by militants in Leeds.", true},
		{"A mechanic shot his wife in Boston.", false},
		{"Soldiers shot his wife in Bamako.", true},
		{"Two men killed a baker over a parking space in Turin.", false},
		{"Two men killed a baker over his faith in Dhaka.", true},
		{"The rebels of Hugo Marin, who died in 2013, are in the hills.", false},
		{"The rebels of Hugo Marin, who died in a raid in 2013, are in the hills.", true},
		{"Three men stabbed a jeweller in a burglary in Antwerp.", false},
	} {
		if got := len(eventsOf(t, c.text)) > 0; got != c.want {
			t.Errorf("%q: events %v, want %v", c.text, got, c.want)
		}
	}
}
