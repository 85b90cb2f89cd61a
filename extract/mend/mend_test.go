package mend

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/gazetteer"
)

func mender() *Mender { return New(gazetteer.Actors(), gazetteer.Places()) }

func TestMend(t *testing.T) {
	m := mender()
	for _, c := range []struct{ name, in, want string }{
		{"clean", "Rebels killed 12 soldiers near Homs, the army’s spokesman said.", "Rebels killed 12 soldiers near Homs, the army’s spokesman said."},
		{"decoded twice", "Mexicoâ€™s army said â€œtenâ€\u009d men died in JosÃ©'s bar â€” a claim.", "Mexico’s army said “ten” men died in José's bar — a claim."},
		{"decoded three times", "Mexicoâ€šÃ„Ã´s army", "Mexico’s army"},
		{"its last byte lost", "He said â€œno.â€ It", "He said “no.” It"},
		{"its last byte replaced", "He said â€œno,â€\ufffd the aide", "He said “no,” the aide"},
		{"a blank left over", "10Â km from Gao", "10 km from Gao"},
		{"Mac Roman", "Mexico‚Äôs army in Jos√©", "Mexico’s army in José"},
		{"Turkish", "DiyarbakÄ±r and ÅžÄ±rnak", "Diyarbakır and Şırnak"},
		{"Cyrillic", "ÐšÐ¸Ñ—Ð² fell", "Київ fell"},
		{"French, not decoded twice", "at the «CAFÉ» in Nº 5, Ñº", "at the «CAFÉ» in Nº 5, Ñº"},
		{"Portuguese", "SÃO PAULO and Âmbar", "SÃO PAULO and Âmbar"},
		{"escaped", "Mar&#39;inka &amp; Bu&rsquo;ale", "Mar'inka & Bu’ale"},
		{"escaped twice", "Mar&amp;#39;inka&amp;nbsp;fell", "Mar'inka fell"},
		{"not escaped", "AT&T; R&D and Q&A;", "AT&T; R&D and Q&A;"},
		{"soft hyphens", "mil\u00adi\u00adtants in Mos\u00adul", "militants in Mosul"},
		{"a soft hyphen at the end of a line", "mili\u00ad\ntants in Mosul", "militants in Mosul"},
		{"tags", "killed in <a href=\"/x\">Gao</a>, <b>two</b> men; 3 < 4 > 2", "killed in              Gao    ,    two     men; 3 < 4 > 2"},
		{"links of Markdown", "killed in [Gao](https://x.org/a) [sic] (2)", "killed in  Gao                   [sic] (2)"},
		{"accents for apostrophes", "the group`s men, the army´s guns, O‘Neill, ‘no’ `", "the group's men, the army's guns, O'Neill, ‘no’ `"},
		{"words that lines part", "Rebels took an inter-\npreter and nine vill-\r\nagers in Gao", "Rebels took an interpreter and nine villagers in Gao"},
		{"compounds that lines part", "the US-\nled forces, a car-\nbomb factory", "the US-led forces, a car-bomb factory"},
		{"no part of a word", "killed four - \nsoldiers; 3-\nfold; Al-\nQaeda", "killed four - \nsoldiers; 3-\nfold; Al-\nQaeda"},
		{"no width and direction", "Syr\u200bian \u202ajets\u202c", "Syrian  jets "},
		{"a joiner that is needed", "می\u200cخواهم", "می\u200cخواهم"},
		{"hard blanks", "12\u00a0soldiers in\u202fGao", "12\u00a0soldiers in\u202fGao"},
		{"ligatures", "ﬁve ﬂed the oﬃce", "five fled the office"},
		{"full width", "１２ soldiers in Ｇａｏ", "12 soldiers in Gao"},
		{"mathematics", "𝗧𝗲𝗻 killed", "Ten killed"},
		{"digits", "l2 soldiers and 1OO rebels died in 2O17; H2O, M5, lO", "12 soldiers and 100 rebels died in 2017; H2O, M5, lO"},
		{"lower case", "syrian rebels killed 12 soldiers near aleppo on monday. the u.n. said al-shabaab fled in may.",
			"Syrian rebels killed 12 soldiers near Aleppo on Monday. The U.N. said Al-Shabaab fled in May."},
		{"capitals", "THE YPG AND TURKISH TROOPS CLASHED NEAR TELL ABYAD ON SUNDAY, THE U.S. SAID",
			"The YPG and Turkish troops clashed near Tell Abyad on Sunday, the U.S. said"},
		{"a caption without capitals", "a soldier walks through the ruins\n\nThe army took the town on Monday after a week of fighting.",
			"a soldier walks through the ruins\n\nThe army took the town on Monday after a week of fighting."},
		{"a short line of capitals", "KEY POINTS\nThe army took Gao.", "KEY POINTS\nThe army took Gao."},
	} {
		var n counts
		if got := m.text(c.in, &n); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestWarning(t *testing.T) {
	m := mender()
	for text, want := range map[string]string{
		"Rebels took Gao.":                                           "",
		"Rebels \u200btook Gao.":                                     "",
		"Reb\u00adels took Gao.":                                     "mended: 1 invisible character; offsets count in the mended text",
		"R\u00ade\u00adb\u00adels took G\u00adao.":                   "4 invisible characters",
		"rebels killed ten soldiers near the town of gao on monday.": "1 paragraph without capitals",
		"Armyâ€™s men, armyâ€™s jets, armyâ€™s tanks and a&amp;b moved in.": "3 characters that were decoded twice, 1 escaped character",
	} {
		in, warning := m.Input(article.Input{Text: text})
		if want == "" && warning != "" || !strings.Contains(warning, want) {
			t.Errorf("%q: %q, want %q", in.Text, warning, want)
		}
	}
}

// FuzzMend holds that mending never fails, keeps valid text valid, and finds
// nothing more to mend in capitals the second time.
func FuzzMend(f *testing.F) {
	m := mender()
	for _, s := range []string{"", "Mexicoâ€™s", "&amp;#39;", "mil\u00adi", "ﬁve", "l2 men", "rebels took gao in may, u.s. jets", "REBELS TOOK GAO IN MAY", "İSTANBUL ǆ ß ŉ SAYS IT FELL", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var n counts
		got := m.text(s, &n)
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Errorf("%q became invalid: %q", s, got)
		}
		if c := m.caser.mend(s, &n); utf8.RuneCountInString(c) != utf8.RuneCountInString(s) {
			t.Errorf("%q has another number of characters: %q", s, c)
		}
	})
}
