package mend

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMessage(t *testing.T) {
	for in, want := range map[string]string{
		"#BREAKING: Heavy shelling on #Aleppo by rebels 🇸🇾😢 https://t.co/abc @x1": "Heavy shelling on Aleppo by rebels",
		"RT @desk: Airstrike hit #Idlib. #Syria #war":                             "Airstrike hit Idlib.",
		"@a1 @b2 Rebels took #Gao today":                                          "Rebels took Gao today",
		"JUST IN — troops enter Goma 2/5":                                         "troops enter Goma",
		"The army's @ArmyDesk says five died":                                     "The army's ArmyDesk says five died",
		"Rebels took Gao.":                                                        "Rebels took Gao.",
		"Mail a@b.example about C# and issue #5":                                  "Mail a@b.example about C# and issue #5",
	} {
		got := message(in)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(in) {
			t.Errorf("%q has another length: %q", in, got)
		}
		if s := strings.Join(strings.Fields(got), " "); s != want {
			t.Errorf("%q, want %q", s, want)
		}
	}
	if long := strings.Repeat("Rebels took #Gao. ", 200); message(long) != long {
		t.Error("an article is read as a message")
	}
}
