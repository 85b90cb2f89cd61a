package lang_test

import (
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// TestVerbTags holds that the verb of a plain sentence is read as one, whatever
// prose takes it for, and a noun or an adjective of the same form as what it is.
func TestVerbTags(t *testing.T) {
	for _, c := range []struct {
		text, word, want string
		title            bool
	}{
		{text: "On 8 August they and the Chadian army retook Faya.", word: "retook", want: "VBD"},
		{text: "Police raided two homes in Bouar and arrested at least nine men.", word: "arrested", want: "VBD"},
		{text: "Soldiers burned huts, killed as many as 40 farmers and fled.", word: "killed", want: "VBD"},
		{text: "Two men were shot and wounded at least three times.", word: "wounded", want: "VBN"},
		{text: "Four men were found shot dead in a car in Durban.", word: "shot", want: "VBN"},
		{text: "His men overran it before dawn.", word: "overran", want: "VBD"},
		{text: "Villagers slain in Plateau were buried on Friday.", word: "slain", want: "VBN"},
		{text: "Villages carpet-bombed by jets lay empty.", word: "carpet-bombed", want: "VBN"},
		{text: "Riot police pepper-sprayed the mothers in Kadikoy.", word: "pepper-sprayed", want: "VBD"},
		{text: "Two nurses were gang-raped in Goma.", word: "gang-raped", want: "VBN"},
		{text: "A man whom the papers called the Sniper shot nine people along the road.", word: "shot", want: "VBD"},
		{text: "Riots began after a soldier shot a boy, residents said.", word: "shot", want: "VBD"},
		{text: "Officials in Harare said a soldier shot a boy.", word: "shot", want: "VBD"},
		{text: "Officials said that a soldier shot his wife.", word: "soldier", want: "NN"},
		{text: "Police said the shot the guard heard came from a car.", word: "shot", want: "NN"},
		{text: "Riots erupted in Dhaka on Monday.", word: "Riots", want: "NNS"},
		{text: "Coups in Bamako and Niamey shook the region.", word: "Coups", want: "NNS"},
		{text: "Skirmishes continued near Taiz.", word: "Skirmishes", want: "NNS"},
		{text: "Hunt said the army would stay.", word: "Hunt", want: "NNP"},
		{text: "March brought heavy fighting.", word: "March", want: "NNP"},
		{text: "The militia, backed by tanks, annexed government land in Taiz.", word: "annexed", want: "VBD"},
		{text: "Jets from the carrier intercepted targets near Sirte.", word: "intercepted", want: "VBD"},
		{text: "The rebels loot shops, avoid soldiers and kidnap boys.", word: "kidnap", want: "VBP"},
		{text: "The rebels loot shops, avoid soldiers and kidnap boys.", word: "loot", want: "VBP"},
		{text: "Rebels attack a post and capture heavy weapons.", word: "capture", want: "VBP"},
		{text: "Police fire tear gas and arrest peaceful demonstrators.", word: "arrest", want: "VBP"},
		{text: "Soldiers often ambush traders here.", word: "ambush", want: "VBP"},
		{text: "The FARC shoot a priest in San Vicente.", word: "shoot", want: "VBP"},
		{text: "The FARC capture Mitu.", word: "capture", want: "VBP"},
		{text: "14 May 2003: Gunmen of the AUC storm Tame.", word: "storm", want: "VBP"},
		{text: "14 May 2003: Troops of the 3rd Brigade shelled Tame.", word: "Troops", want: "NNS"},
		{text: "13:58 - Troops of the 3rd Brigade shelled Tame.", word: "Troops", want: "NNS"},
		{text: "Al-Shabaab captures Bardera.", word: "captures", want: "VBZ"},
		{text: "The PKK murders a judge in Van.", word: "murders", want: "VBZ"},
		{text: "The army has launched a raid and claims to have killed nine.", word: "claims", want: "VBZ"},
		{text: "Soldiers murder a judge in Van.", word: "murder", want: "VBP"},
		{text: "The NATO attack a day earlier killed two.", word: "attack", want: "NN"},
		{text: "Rebels based in Congo attacked a town.", word: "based", want: "VBN"},
		{text: "Police kill two, arrest eleven in hunt for bombers", word: "arrest", want: "VBP", title: true},
		{text: "Seventeen slain in Los Reyes as cartels fight for road", word: "slain", want: "VBN", title: true},
		{text: "Navy nabs smugglers off Mombasa", word: "nabs", want: "VBZ", title: true},
		{text: "Gunmen on a motorcycle shoot dead an editor in Batticaloa.", word: "shoot", want: "VBP"},
		{text: "A claymore mine tears through a bus near Kebithigollewa.", word: "tears", want: "VBZ"},
		{text: "Aircraft bomb a former orphanage near Mullaitivu.", word: "bomb", want: "VBP"},
		{text: "A boy of 19 died in the raid.", word: "died", want: "VBD"},
		{text: "A gunman shot six soldiers dead at a checkpoint in Tera.", word: "dead", want: "JJ"},
		{text: "A gunman shot six soldiers dead at a checkpoint in Tera.", word: "shot", want: "VBD"},
		{text: "It came after eight days of fighting in which nine men died.", word: "fighting", want: "NN"},
		{text: "Officials say that five days of fighting in Sirte have killed 27 people.", word: "fighting", want: "NN"},
		{text: "After two years of fighting insurgents the army withdrew.", word: "fighting", want: "VBG"},
		{text: "Three more died of their wounds in Goma.", word: "died", want: "VBD"},
		{text: "Three more dead were found in Goma.", word: "dead", want: "JJ"},
		{text: "The following night gunmen raided the town.", word: "following", want: "JJ"},
		{text: "Nine guards were hurt in militants attack at a market in Tank.", word: "attack", want: "NN"},
		{text: "Nine guards were hurt as militants attack a market in Tank.", word: "attack", want: "VBP"},
		{text: "Mothers in tears.", word: "tears", want: "NNS"},
		{text: "Three stolen rifles lay there.", word: "stolen", want: "VBN"},
		{text: "The shot was heard in the next village.", word: "shot", want: "NN"},
		{text: "The army, police and rescue teams arrived at noon.", word: "rescue", want: "NN"},
		{text: "Reporters and ambush victims met in Jos.", word: "ambush", want: "NN"},
	} {
		in := article.Input{ID: "t", Text: c.text}
		if c.title {
			in = article.Input{ID: "t", Title: c.text, Text: "No more was known on Monday."}
		}
		ts := lang.New(article.Clean(in), conflict()).Analyse(0).Tokens
		for i := range ts {
			if ts[i].Text == c.word && ts[i].Tag != c.want {
				t.Errorf("%s: %s has the tag %s, want %s", c.text, c.word, ts[i].Tag, c.want)
			}
		}
	}
}
