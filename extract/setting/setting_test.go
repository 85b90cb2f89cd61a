package setting

import (
	"slices"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/gazetteer"
)

// tellingsOf returns the tellings of a text before this stage.
func tellingsOf(t *testing.T, text string) (*reading.Reading, []*telling.Telling) {
	t.Helper()
	return candidatesOf(t, text, 0.5)
}

// candidatesOf is tellingsOf with all events that are likelier than floor.
func candidatesOf(t *testing.T, text string, floor float64) (*reading.Reading, []*telling.Telling) {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := reading.New(reading.NewResources(set, gazetteer.Actors(), gazetteer.Places()), lang.New(article.Clean(article.Input{ID: "t", Text: text})))
	events, _ := event.Find(r, event.NewGate(set, false), event.Options{Floor: floor})
	return r, telling.Of(events)
}

// TestAdd holds where and when the last telling of a text is.
func TestAdd(t *testing.T) {
	for _, c := range []struct {
		text   string
		places []string
		date   string
	}{
		{"Rebels shelled the town of Gao on Monday.", []string{"Gao"}, "on Monday"},
		{"Rebels shelled the town of Gao on Monday. Soldiers fired back at the rebels.", nil, ""},
		{"Gunmen killed two farmers in Dara village of Kot tehsil, in Swat District.", []string{"Dara", "Kot", "Swat District"}, ""},
		{"Gunmen killed two farmers near Gao, police said on Sunday.", []string{"Gao"}, ""},
		{"A suicide bomber blew himself up outside Kabul's foreign ministry.", []string{"Kabul"}, ""},
		{"Hundreds of Bogota residents marched against the killing of activists.", []string{"Bogota"}, ""},
		{"Gunmen killed nine soldiers in the deadliest attack in Gao since 2014.", []string{"Gao"}, ""},
		{"Rebels shelled Gao in the first attack on it since May.", []string{"Gao"}, ""},
		{"Gunmen have killed at least nine soldiers in Gao since 2014.", []string{"Gao"}, "since 2014"},
		{"The attack was the worst in Gao since 2014, when gunmen killed nine people at a school.", []string{"Gao"}, "since 2014"},
		{"A shopkeeper, Hassan Dirie, said soldiers shot three men.", nil, ""},
		{"HTS fighters attacked Hama on Monday. Minsk police arrested an opposition leader.", []string{"Minsk"}, ""},
		{"The army took control of Lughaya city, located in the western province of Awdal.", []string{"Lughaya", "Awdal"}, ""},
		{"Bandits killed nine people in Batsari, Jibia and Danmusa local government areas of Katsina State.", []string{"Batsari", "Jibia", "Danmusa", "Katsina State"}, ""},
		{"A landmine killed six farmers between Kamtok and Longpi villages.", []string{"Kamtok", "Longpi"}, ""},
		{"Protesters burned tires outside the French embassy in Niamey.", []string{"French embassy", "Niamey"}, ""},
		{"Militants hurled a grenade at a CRPF camp in Tral area of Pulwama District.", []string{"Tral", "Pulwama"}, ""},
		{"Seven people were killed in mortar shells fired into homes in the Somali capital of Mogadishu.", []string{"Mogadishu"}, ""},
		{"On 2 June 2020, gunmen raided Anyidi village (Bor South county, Jonglei).", []string{"Anyidi village", "Bor South county", "Jonglei"}, "On 2 June 2020"},
		{"Soldiers captured Akkarayan (Kilinochchi district) from the rebels.", []string{"Akkarayan", "Kilinochchi"}, ""},
		{"Rockets fired from Gaza hit Sderot.", []string{"Sderot"}, ""},
		{"Protesters burned an Arab-owned garage in Haifa.", []string{"Haifa"}, ""},
		{"Four gunmen in a green Ford Falcon shot a judge in Rosario.", []string{"Rosario"}, ""},
		{"Rebels clashed with troops in Gao city, capital of northern Gao region, on Friday.", []string{"Gao", "Gao"}, "on Friday"},
		{"A soldier was injured in an attack between Kamjong and Kongtong.", []string{"Kamjong", "Kongtong"}, ""},
		{"Fighters left rebel-held Foua and Kafraya on Monday.", []string{"Foua", "Kafraya"}, "on Monday"},
		{"Soldiers took up positions in Tebourba, 20 km south of Tunis.", []string{"Tebourba"}, ""},
		{"Troops attacked a post in ISIL-held territory near Raqqa.", []string{"Raqqa"}, ""},
		{"Gunmen shot a judge in Cali in 1988 and fired a rocket at a bank in Neiva in 1995.", []string{"Neiva"}, "in 1995"},
		{"“Gunmen shot at us for an hour,” the mayor, Juan Prez, told a reporter in the square.", nil, ""},
		{"In Patan students hurled bricks at police.", []string{"Patan"}, ""},
		{"The ELN freed two soldiers whom it had abducted near Arauca in May.", []string{"Arauca"}, "in May"},
		{"In May rebels shelled Bria, and in 2019 gunmen abducted two nurses.", []string{"Bria"}, "in 2019"},
		{"On Friday gunmen shot a guard in Kaduna; he was buried on Sunday.", []string{"Kaduna"}, "On Friday"},
		{"Gunmen shot a guard in Kaduna; he was buried on Sunday.", []string{"Kaduna"}, ""},
		{"The death toll from an air strike on a clinic in Kunduz rose to 22 on Sunday.", []string{"Kunduz"}, ""},
		{"The death toll from Saturday's air strike on a clinic in Kunduz rose to 22 on Sunday.", []string{"Kunduz"}, "from Saturday's"},
		{"By Sunday the death toll from an air strike on a clinic in Kunduz was 30.", []string{"Kunduz"}, ""},
		{"Twenty-two people were killed in an air strike on a clinic in Kunduz on Sunday.", []string{"Kunduz"}, "on Sunday"},
		{"Gunmen killed two guards in Quetta and on Tuesday they fled.", []string{"Quetta"}, ""},
		{"Rebels attacked the barracks at Sarh and withdrew on Monday.", []string{"Sarh"}, "on Monday"},
		{"Researchers recorded five strikes in Yemen, against two in February.", []string{"Yemen"}, ""},
		{"The raid on Gao was the worst since 7 August, when gunmen killed nine people.", []string{"Gao"}, "since 7 August"},
		{"Police arrested two men in Tanta over Sunday's blast.", []string{"Tanta"}, ""},
		{"On Monday police in Cairo probed the bombing that ripped through a church the day before.", []string{"Cairo"}, "the day before"},
		{"A court on Friday jailed a man who hid the gunman who shot dead five travellers in Madrid on 3 March 2017.", []string{"Madrid"}, "on 3 March 2017"},
		{"Rebels shot two farmers near Gao, who died at a hospital in Bamako.", []string{"Gao"}, ""},
	} {
		r, ts := tellingsOf(t, c.text)
		if len(ts) == 0 {
			t.Errorf("%s: no event", c.text)
			continue
		}
		Add(r, ts)
		x := ts[len(ts)-1]
		var places []string
		for _, p := range append(x.Places, x.Nearby...) {
			places = append(places, p.Text)
		}
		date := ""
		if x.Date != nil {
			date = x.Date.Text
		}
		if !slices.Equal(places, c.places) || date != c.date {
			t.Errorf("%s\n got %q %q", c.text, places, date)
		}
	}
}
