package attribution_test

import (
	"testing"

	"sitrep/extract/attribution"
	"sitrep/extract/lang"
)

func TestVerifications(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kind       attribution.Certainty
	}{
		{"The agency could not independently verify the footage.", "could not independently verify", attribution.Unverified},
		{"The report could not be verified.", "could not be verified", attribution.Unverified},
		{"It was not immediately possible to verify either account.", "not immediately possible to verify", attribution.Unverified},
		{"There was no independent confirmation of the toll.", "no independent confirmation", attribution.Unverified},
		{"Neither figure has been independently verified.", "Neither figure has been independently verified", attribution.Unverified},
		{"The figures have not been independently confirmed.", "have not been independently confirmed", attribution.Unverified},
		{"The paper was unable to confirm the claim.", "unable to confirm", attribution.Unverified},
		{"The accounts couldn't be corroborated.", "couldn't be corroborated", attribution.Unverified},
		{"The claim is impossible to verify.", "impossible to verify", attribution.Unverified},
		{"The army has not confirmed the loss.", "has not confirmed", attribution.Unverified},
		{"Independent confirmation was not immediately available.", "Independent confirmation was not", attribution.Unverified},
		{"The reports were impossible to check.", "impossible to check", attribution.Unverified},
		{"The claim was denied by the army.", "claim was denied", attribution.Rejection},
		{"The army neither confirmed nor denied the report.", "nor denied", attribution.Hedge},
		{"There were no casualties.", "were no casualties", attribution.NoDead},
		{"There were no other casualties.", "", ""},
		{"The film purports to show the raid.", "purports to", attribution.Hedge},
		{"Soldiers allegedly burned the barn.", "allegedly", attribution.Hearsay},
		{"Ten men were reportedly taken.", "reportedly", attribution.Hearsay},
		{"The commander is believed to be dead.", "believed to be", attribution.Hedge},
		{"Two men suspected of planting the mine fled.", "suspected of", attribution.Hedge},
		{"The boat is thought to have sunk.", "thought to have", attribution.Hedge},
		{"Unconfirmed reports spoke of a second blast.", "Unconfirmed", attribution.Hedge},
		{"It appeared to be a drone.", "appeared to", attribution.Hedge},
		{"The town is quiet.", "", ""},
		{"The court confirmed the sentence.", "", ""},
	} {
		got := attribution.Verifications(lang.New(plain(c.text)))
		switch {
		case c.want == "" && len(got) > 0:
			t.Errorf("%s: got %q, want nothing", c.text, got[0].Text)
		case c.want != "" && (len(got) == 0 || got[0].Text != c.want || got[0].Kind != c.kind):
			t.Errorf("%s: got %+v, want %s %q", c.text, got, c.kind, c.want)
		}
	}
}
