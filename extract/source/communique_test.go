package source

import (
	"strings"
	"testing"
)

// TestCommunique holds whose words a text in the first person is.
func TestCommunique(t *testing.T) {
	const told = "On Monday our men ambushed an army patrol near Gao. Nine soldiers were killed.\n\nWe warn the traders of the town. Our fight is not with them.\n\nThe enemy shelled the town of Ansongo, and we buried four of our own.\n"
	quoted := strings.NewReplacer("our", "“our”", "Our", "“Our”", "We", "“We”", "we", "“we”").Replace(told)
	for _, c := range []struct{ text, want string }{
		{"Azawad Liberation Front\n\n" + told, "Azawad Liberation Front"},
		{told + "\nAzawad Liberation Front\n\nGao, 3 May 2016\n", "Azawad Liberation Front"},
		{told, ""},
		{"The week in the hills\n\n" + told, ""},
		{"Azawad Liberation Front\n\n" + quoted, ""},
		{"Azawad Liberation Front\n\nRebels ambushed an army patrol near Gao on Monday. Nine soldiers were killed.\n\nThe army shelled the town of Ansongo.\n", ""},
	} {
		r, ts := tellingsOf(t, c.text)
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		Add(r, ts)
		for _, x := range ts {
			got := ""
			if x.Source != nil {
				got = x.Source.Text
			}
			if got != c.want {
				t.Errorf("%s\n%s: got %q, want %q", c.text, x.Event.Sentence.Text, got, c.want)
			}
		}
	}
}
