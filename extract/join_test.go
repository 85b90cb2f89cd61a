package extract

import (
	"slices"
	"testing"

	"sitrep/extract/article"
)

// TestJoin holds which happening of a sentence a toll in it belongs to.
func TestJoin(t *testing.T) {
	x := newExtractor(t)
	for _, c := range []struct {
		text  string
		wants []string // triggers
		tolls []int    // of each: how many figures
	}{
		{"Three guerrillas were killed during an exchange of fire with soldiers near Menaka on Friday.", []string{"exchange"}, []int{1}},
		{"The army claimed two bombings in the capital Bamako that killed at least 31 people.", []string{"bombings"}, []int{1}},
		{"A string of air strikes on rebel camps in the hills this week killed more than 50 fighters, the army said.", []string{"air strikes"}, []int{1}},
		{"Two guards were shot dead in an ambush near Gao on Monday.", []string{"ambush"}, []int{1}},
		{"Rebels kidnapped nine nurses and killed two drivers near Gao.", []string{"kidnapped", "killed"}, []int{1, 1}},
		{"Soldiers shelled the village and militiamen killed four farmers near Gao.", []string{"shelled", "killed"}, []int{0, 1}},
		{"Gunmen opened fire on worshippers in Tera after detonating a bomb, killing 21 people.", []string{"opened fire", "detonating"}, []int{1, 0}},
		{"Troops fired live rounds at protesters in Tera, leaving two dead, and broke up a march in Gao.", []string{"fired", "broke up"}, []int{1, 0}},
		{"Rebels attacked and overran three checkpoints near Gao, killing six guards.", []string{"attacked", "overran"}, []int{1, 0}},
		{"They recalled the ambush near Lamu, in which five officers were killed.", []string{"ambush"}, []int{1}},
		{"The attack came a day after a raid on a post in Herat in which ten soldiers were killed.", []string{"attack", "raid"}, []int{0, 1}},
		{"Soldiers threw back an attack on the town of Bor, killing eleven rebels.", []string{"attack"}, []int{1}},
		{"Soldiers repelled an assault on Bor, killing eleven rebels.", []string{"assault"}, []int{1}},
		{"Forty lives were lost in the bombing of a market in Hilla.", []string{"bombing"}, []int{1}},
		{"Insurgents stormed a checkpoint near Gao, shooting four guards dead and taking their rifles.", []string{"stormed"}, []int{1}},
		{"The raid on Kidal came two days after two bombs killed six police officers in Gao.", []string{"raid", "killed"}, []int{0, 1}},
		{"The army denied that it had killed two herders near Gao.", []string{"killed"}, []int{0}},
		{"At least six people were killed and ten wounded as a result of army attacks on a camp near Gao.", []string{"attacks"}, []int{2}},
		{"Gunmen opened fire on a bus near Gao in an attack that killed 11 people.", []string{"opened fire"}, []int{1}},
		{"Two bombers blew themselves up in a market in Gao, in twin explosions that killed 38 people.", []string{"blew"}, []int{1}},
		{"Militants ambushed a convoy near Gao in the latest attack on the road.", []string{"ambushed"}, []int{0}},
		{"A man blew himself up in Gao hours after an explosion that killed two people.", []string{"blew", "explosion"}, []int{0, 1}},
		{"Protesters gathered outside the palace in Gao, chanting slogans against the president.", []string{"gathered"}, []int{0}},
		{"Guerrillas agreed on Friday to extend a truce near Gao.", []string{"agreed"}, []int{0}},
		{"Rebels raided a village near Gao, burning huts and killing four women.", []string{"raided", "burning"}, []int{1, 0}},
		{"Rebels shelled Gao on Friday, striking a hospital and wounding nine nurses.", []string{"shelled"}, []int{1}},
	} {
		r := extractText(t, x, article.Input{ID: "a", Text: c.text})
		var got []string
		var tolls []int
		for _, e := range r.Events {
			got = append(got, e.Trigger.Text)
			tolls = append(tolls, len(e.Casualties))
		}
		if !slices.Equal(got, c.wants) || !slices.Equal(tolls, c.tolls) {
			t.Errorf("%s\n got %q %v, want %q %v", c.text, got, tolls, c.wants, c.tolls)
		}
	}
}

// TestCountedBehindSemicolon holds that a clause which only counts those an act befell
// tells no other act, unless it has a day or place of its own; among notes of a few
// sentences it does.
func TestCountedBehindSemicolon(t *testing.T) {
	x := newExtractor(t)
	const before = "The army has fought the rebels of the hills since March. Its battalions hold the roads. The rebels hold the hills. On Tuesday soldiers shelled their camps. "
	for _, c := range []struct {
		text string
		want []string // triggers of the last sentence
	}{
		{before + "On Friday gunmen stormed the barracks at Bol; seven soldiers were killed.", []string{"stormed"}},
		{before + "A bomb went off at the port of Aden on Sunday; five people died.", []string{"went off"}},
		{before + "Rebels attacked a convoy near Kidal on Sunday; the captain died in Gao on Tuesday.", []string{"attacked", "died"}},
		{"Gunmen stormed the barracks at Bol; seven soldiers were killed.", []string{"stormed", "killed"}},
	} {
		r := extractText(t, x, article.Input{ID: "a", Text: c.text, Published: "2016-12-12"})
		var got []string
		for _, e := range r.Events {
			if e.Evidence.Start > len(before)-2 || len(c.text) < len(before) {
				got = append(got, e.Trigger.Text)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q, want %q", c.text, got, c.want)
		}
	}
}
