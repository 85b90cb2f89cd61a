package extract

import "testing"

// TestFaceless holds of what kind people are whom nobody has identified: armed where they
// did violence, else whoever they are.
func TestFaceless(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, kind string }{
		{"Unidentified men abducted a lawyer in Multan on Monday.", "political militia"},
		{"Four unknown persons on motorcycles shot dead a teacher in Pattani.", "political militia"},
		{"Farmers shot dead a teacher in Pattani.", "civilians"},
	} {
		rs := eventsOf(t, x, c.text)
		if len(rs) == 0 || len(rs[0].Actors) == 0 || rs[0].Actors[0].Kind != c.kind {
			t.Errorf("%s: the doers of %+v are not of kind %q", c.text, rs, c.kind)
		}
	}
}
