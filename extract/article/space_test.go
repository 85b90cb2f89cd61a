package article

import "testing"

func TestSingleSpaced(t *testing.T) {
	for text, want := range map[string]string{
		"water cannon":              "water cannon",
		"water  cannon":             "water cannon",
		"water\ncannon":             "water cannon",
		"water\u00a0cannon":         "water cannon",
		"the Peña\u00a0\n barracks": "the Peña barracks",
		"the Peña barracks":         "the Peña barracks",
		"":                          "",
	} {
		if got := SingleSpaced(text); got != want {
			t.Errorf("SingleSpaced(%q) = %q, want %q", text, got, want)
		}
	}
}
