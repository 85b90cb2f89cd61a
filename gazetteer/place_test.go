package gazetteer

import (
	"testing"
)

func TestPlaceLookupFirst(t *testing.T) {
	for name, want := range map[string]string{
		"Palmyra":        "geonames:163808",
		"Tadmur":         "geonames:163808",
		"Deir al-Zour":   "geonames:170794",
		"Deir Ezzor":     "geonames:170794",
		"Dayr az Zawr":   "geonames:170794",
		"Kharkov":        "geonames:706483",
		"Kharkiv":        "geonames:706483",
		"Syria":          "iso3166:SYR",
		"US":             "iso3166:USA",
		"U.S.":           "iso3166:USA",
		"Burma":          "iso3166:MMR",
		"Zaire":          "iso3166:COD",
		"Ivory Coast":    "iso3166:CIV",
		"Paris":          "geonames:2988507",
		"Kabul":          "geonames:1138958",
		"St. Petersburg": "geonames:498817",
	} {
		ps := Places().Lookup(name)
		if len(ps) == 0 {
			t.Errorf("%s: nothing", name)
			continue
		}
		if ps[0].ID != want {
			t.Errorf("%s: got %s %s (%s, %s) %.1f, want %s", name, ps[0].ID, ps[0].Name, ps[0].Kind, ps[0].Country, ps[0].Prior(), want)
		}
	}
}

func TestPlaceLongest(t *testing.T) {
	s := Places().Scanner()
	for text, want := range map[string]string{
		"Deir ez-Zor city":             "Deir ez-Zor",
		"Syria's army":                 "Syria",
		"U.S. forces":                  "U.S.",
		"Ky. (AP)":                     "Ky.",
		"Aleppo. Homs":                 "Aleppo",
		"St. Louis":                    "St. Louis",
		"St. John's, Canada":           "St. John's",
		"al-Bab, a town":               "al-Bab",
		"al bab":                       "",
		"New York City was":            "New York City",
		"New York\n   City was":        "New York\n   City",
		"New York\n\nCity was":         "New York",
		"Mali. The army":               "Mali",
		"Washington, D.C.":             "Washington",
		"D.C. police":                  "D.C.",
		"Port-au-Prince":               "Port-au-Prince",
		"Kabul-Kandahar highway":       "Kabul",
		"kabul":                        "",
		"Hassakeh province":            "Hassakeh",
		"Nahr al-Barid camp":           "Nahr al-Barid",
		"ash-Shaddadi":                 "ash-Shaddadi",
		"Sana’a":                       "Sana’a",
		"Sana’a’s airport":             "Sana’a",
		"DAMASCUS (Reuters)":           "DAMASCUS",
		"Democratic Republic of Congo": "Democratic Republic of Congo",
		"United Nations":               "",
		"the Netherlands":              "",
		"Côte d'Ivoire":                "Côte d'Ivoire",
		"U.S. Senator":                 "U.S.",
		"Ar Raqqah fell":               "Ar Raqqah",
		"Mosul dam":                    "Mosul dam",
		"Tigray":                       "Tigray",
	} {
		h, ok := s.Longest(text, 0)
		got := ""
		if ok {
			got = text[h.Start:h.End]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
