package fold

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Names in one row are one place and must share a loose key; those after a
// bar are another's and must not.
func TestLooseMeets(t *testing.T) {
	for _, row := range [][]string{
		{"Deir ez-Zor", "Deir al-Zour", "Dayr az Zawr", "Deir Ezzor|", "Deir el-Zor", "Der ez Zor"},
		{"Al-Hasakah", "Hasaka", "Hassakeh", "al-Hasakeh", "Al Ḩasakah"},
		{"Raqqa", "Ar Raqqah", "al-Raqqa", "Rakka", "ar-Raqqah"},
		{"Khan Sheikhoun", "Khan Shaykhun", "Khan Shaykoun", "Khān Shaykhūn"},
		{"Kuweires", "Kuwayris", "Kweires"},
		{"Tell Rifaat", "Tal Rifaat", "Tel Rif'at"},
		{"Douma", "Duma", "Dūmā"},
		{"Zaporizhzhia", "Zaporizhia", "Zaporizhzhya"},
		{"Jisr al-Shughur", "Jisr ash-Shughur", "Jisr esh-Shughour"},
		{"Sana'a", "Sanaa", "Sana’a"},
		{"Ma'rib", "Marib", "Maʾrib"},
		{"Quneitra", "Qunaytirah|", "Kuneitra", "al-Qunaytra"},
		{"Misrata", "Misratah"},
		{"Kafr Nabl", "Kafr Nabel|", "Kafar Nabl"},
	} {
		want := Loose(row[0])
		for _, name := range row[1:] {
			name, other := strings.CutSuffix(name, "|")
			if got := Loose(name); (got == want) == other {
				t.Errorf("%s folds to %q, %s to %q; other place: %v", row[0], want, name, got, other)
			}
		}
	}
}

func TestTight(t *testing.T) {
	for in, want := range map[string]string{
		"Deir ez-Zor":         "deir al zor",
		"Dayr az Zawr":        "dayr al zawr",
		"St. Louis":           "saint louis",
		"St":                  "st",
		"L’Aquila":            "laquila",
		"İzmir":               "izmir",
		"Łódź":                "lodz",
		"Đà Nẵng":             "da nang",
		"Straße":              "strasse",
		"U.S.":                "us",
		"As-Suwayda":          "al suwayda",
		"At Tall":             "al tall",
		"an Lushan":           "an lushan", // n is no l
		"Baden-Württemberg":   "baden wurttemberg",
		"  El   Paso ":        "al paso",
		"Ağrı":                "agri",
		"N\u0303ame":          "name",
		"Trinidad & Tobago":   "trinidad and tobago",
		"Stratford-upon-Avon": "stratford upon avon",
	} {
		if got := Tight(in); got != want {
			t.Errorf("Tight(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Deir ez-Zor", "Kfar Nabl", "Đà Nẵng", "\xff", "al-", "-", "ab\u0301c", "Ⅷ ﬁ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Tight(s)
		if !utf8.ValidString(k) {
			t.Fatalf("%q: the key %q is not UTF-8", s, k)
		}
		if again := Tight(k); again != k {
			t.Fatalf("%q folds to %q, that to %q", s, k, again)
		}
		if strings.TrimSpace(k) != k || strings.Contains(k, "  ") {
			t.Fatalf("%q: blanks in %q", s, k)
		}
		Loose(s)
	})
}
