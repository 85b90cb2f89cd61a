package lang_test

import (
	"strings"
	"testing"

	"sitrep/extract/article"
)

// The sentences of a text, divided by a bar.
func TestSentences(t *testing.T) {
	for _, want := range []string{
		"Rebels took the town. | The army fled.",
		"Lt. Gen. Omar Said spoke in St. Marin. | He left at 5 p.m. on Monday.",
		"The truce took effect at 8 p.m. | A truce before it failed.",
		"Rebels attacked at 9 p.m. Monday.",
		"Gunmen shot dead a trader in Bhilar on May 3 reports Daily Sun | The slain man was a former rebel.",
		"Two men were held in Kesh on June 2 reports Times of Vardan | According to police both confessed.",
		"Three were killed in the blast reports The Morning Post.",
		"Two men were shot in Kesh on June 2, reported The Post | Investigators said they were brothers.",
		"Nine were held by Kesh police, reports Dawn | KTF rebels had led the riot.",
		"No losses were reported. | Kesh Town Police said that one wall fell.",
		"The group reports losses. | It gave no number.",
		"Shells fell on the city. | \"We hid,\" she said.",
		"He met Gen. Karim in the U.S. | The talks failed.",
		"Residents put the toll at 6. | Gunmen burned nine houses on May 3. | Troops came later.",
		"The post in Deir Zamar. | Moscow said it was hit.",
	} {
		text := strings.ReplaceAll(want, " | ", " ")
		d := document(article.Clean(article.Input{ID: "t", Text: text}))
		var got []string
		for _, s := range d.Sentences {
			got = append(got, s.Text)
		}
		if g := strings.Join(got, " | "); g != want {
			t.Errorf("got  %s\nwant %s", g, want)
		}
	}
}

// TestMissingSpace ends sentences after which the text lacks the space.
func TestMissingSpace(t *testing.T) {
	for _, want := range []string{
		"Rebels burned the town. | The army denied it. | Two men died.",
		"Shells fell on Kalib on Monday. | The army denied it.",
		`"We fled to Damar." | According to police, nine people died.`,
		`They said "he shot my son." | Police held two men in Hosh. | "They hid," she said.`,
		"“We fled to Damar.” | According to police, nine people died.",
		`"Go." | The men ran.`,
		"Jaish Al.Sham took Jabal.Zawiya.",
		"Lt.Gen.Said met St.Peter at Ynet.Com.",
		"He has No.Ten in the U.S.Army.",
	} {
		text := strings.ReplaceAll(want, " | ", "")
		if got := sentencesOf(text); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
