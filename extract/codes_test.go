package extract

import (
	"context"
	"os"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/wordlist"
)

// codes has a sentence for every CAMEO code and every mode of PLOVER that sitrep
// gives.
var codes = []struct{ text, cameo, plover, mode string }{
	{"The government and the rebels signed a peace agreement in Juba on Monday.", "057", "AGREE", ""},
	{"The two militias merged and joined forces against the army.", "062", "COOPERATE", ""},
	{"The rebels released eleven hostages after talks with the government.", "0841", "RETREAT", "release"},
	{"The government and the rebels agreed on a ceasefire in Daraa.", "0871", "RETREAT", "ceasefire"},
	{"Two hundred fighters of the militia laid down their weapons in Bossangoa.", "0873", "RETREAT", "disarm"},
	{"Forty rebels surrendered to the army in Arauca.", "0874", "RETREAT", "withdraw"},
	{"The army withdrew from the town of Kidal on Friday.", "0874", "RETREAT", "withdraw"},
	{"Thousands of people demonstrated in Rabat on Sunday.", "141", "PROTEST", "demo"},
	{"Workers held a hunger strike in Tunis against the government.", "142", "PROTEST", "hunger"},
	{"Traders called a general strike in Cochabamba to protest against the president.", "143", "PROTEST", "strike"},
	{"Protesters blocked the highway to Lahore on Sunday.", "144", "PROTEST", "obstruct"},
	{"Rioters went on the rampage in Port-au-Prince and looted shops.", "145", "PROTEST", "riot"},
	{"The army deployed 500 soldiers to the border with Chad.", "154", "MOBILIZE", "troops"},
	{"The militia recruited 300 young men in Walikale.", "154", "MOBILIZE", "militia"},
	{"Police raided the offices of the militia in Basra.", "170", "COERCE", ""},
	{"Bomb disposal experts defused a mine near Mosul.", "171", "COERCE", "seize"},
	{"Militiamen looted shops in Goma.", "1711", "COERCE", "seize"},
	{"Soldiers seized rifles and ammunition from rebels in Cauca.", "1711", "COERCE", "seize"},
	{"Soldiers burned 30 houses in Tillaberi.", "1712", "COERCE", "seize"},
	{"Police blocked protesters from marching to the parliament in Kampala.", "1721", "COERCE", "restrict"},
	{"The junta imposed a curfew in Ouagadougou on Friday.", "1723", "COERCE", "curfew"},
	{"The army imposed martial law in Bangkok.", "1724", "COERCE", "martial-law"},
	{"Soldiers arrested an opposition leader in Bangui.", "173", "COERCE", "arrest"},
	{"Police arrested 15 protesters in Minsk.", "173", "COERCE", "arrest"},
	{"The militia expelled 200 villagers from their homes in Bunia.", "174", "COERCE", "deport"},
	{"Police fired tear gas at protesters in Nairobi.", "175", "ASSAULT", "crowd-control"},
	{"Police beat protesters with batons in Harare.", "175", "ASSAULT", "crowd-control"},
	{"Soldiers opened fire on protesters in Khartoum.", "175", "ASSAULT", "firearms"},
	{"Bandits attacked a village in Zamfara.", "180", "ASSAULT", ""},
	{"The militants executed three captives in Mosul.", "180", "ASSAULT", "execute"},
	{"Gunmen kidnapped six students in Zamfara.", "181", "ASSAULT", "abduct"},
	{"Soldiers beat a villager in Rakhine.", "182", "ASSAULT", "beat"},
	{"Soldiers raped three women in Bunia.", "1821", "ASSAULT", "sexual"},
	{"Rebels tortured a teacher in Bamenda.", "1822", "ASSAULT", "torture"},
	{"Militants beheaded two farmers in Borno.", "1823", "ASSAULT", "primitive"},
	{"Assailants threw a grenade into a bar in Bujumbura, wounding five.", "183", "ASSAULT", "explosives"},
	{"A suicide bomber killed nine people in Mogadishu.", "1831", "ASSAULT", "suicide-attack"},
	{"A car bomb exploded in Kabul, killing three.", "1832", "ASSAULT", "explosives"},
	{"A roadside bomb hit an army convoy near Ghazni.", "1833", "ASSAULT", "explosives"},
	{"A bomb went off in a market in Quetta.", "1834", "ASSAULT", "explosives"},
	{"Rebels blew up a bridge in Arauca.", "1834", "ASSAULT", "explosives"},
	{"A bodyguard was killed in an assassination attempt on the governor of Aden.", "185", "ASSAULT", "assassinate"},
	{"Gunmen assassinated the mayor of Aden.", "186", "ASSAULT", "assassinate"},
	{"The army and the rebels clashed near Bria.", "190", "ASSAULT", ""},
	{"Soldiers besieged the town of Kut.", "191", "ASSAULT", ""},
	{"Rebels captured the town of Palmyra on Monday.", "192", "ASSAULT", ""},
	{"The army recaptured Tikrit from the militants.", "192", "ASSAULT", ""},
	{"Soldiers and rebels exchanged fire near Kirkuk.", "193", "ASSAULT", "firearms"},
	{"Gunmen shot dead a trader in Kano.", "193", "ASSAULT", "firearms"},
	{"The army shelled Donetsk with artillery.", "194", "ASSAULT", "heavy-weapons"},
	{"Tanks fired shells at Horlivka.", "194", "ASSAULT", "heavy-weapons"},
	{"Warplanes bombed Idlib.", "195", "ASSAULT", "aerial"},
	{"A guided bomb hit a warehouse in Kharkiv.", "1951", "ASSAULT", "aerial"},
	{"A drone strike killed two fighters near Hajjah.", "1952", "ASSAULT", "aerial"},
	{"The rebels violated the ceasefire in Hasakah.", "196", "ASSAULT", ""},
	{"Militiamen massacred villagers in Djugu.", "202", "ASSAULT", ""},
	{"The militia carried out ethnic cleansing in Darfur.", "203", "ASSAULT", ""},
	{"Government forces used chlorine gas in an attack on Saraqib.", "2041", "ASSAULT", "cbrn"},
}

// TestCodesAreComplete holds that every code of the two lists has its sentence.
func TestCodesAreComplete(t *testing.T) {
	tested := map[string]bool{}
	for _, c := range codes {
		tested[c.cameo], tested[c.plover+" "+c.mode] = true, true
	}
	for _, r := range wordlist.Rows(os.DirFS("code/data"), "cameo.csv", "code: wording") {
		if !tested[r[0]] {
			t.Errorf("CAMEO %s has no sentence", r[0])
		}
	}
	for _, r := range wordlist.Rows(os.DirFS("code/data"), "plover.csv", "plover,mode: meaning") {
		if !tested[r[0]+" "+r[1]] {
			t.Errorf("PLOVER %s %s has no sentence", r[0], r[1])
		}
	}
}

func TestCodes(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range codes {
		r, err := x.Extract(context.Background(), article.Input{ID: "a", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range r.Events {
			found = found || e.Codes.CAMEO == c.cameo && e.Codes.PLOVER == c.plover && e.Codes.PLOVERMode == c.mode
			t.Logf("%s: %s, %s, %+v", c.text, e.SubEventType, e.Action, e.Codes)
		}
		if !found {
			t.Errorf("%q is not CAMEO %s, PLOVER %s %s", c.text, c.cameo, c.plover, c.mode)
		}
	}
}
