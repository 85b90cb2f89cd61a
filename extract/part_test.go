package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
)

// counted is a short text and how many people died in its single happenings.
type counted struct {
	text string
	dead int
}

// checkDeaths holds how many dead texts count.
func checkDeaths(t *testing.T, cs []counted) {
	t.Helper()
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cs {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text, Published: "2017-06-15"})
		if err != nil {
			t.Fatal(err)
		}
		n := sumOfDeaths(r.Events)
		if n != c.dead {
			t.Errorf("%s\n got %d dead, want %d", c.text, n, c.dead)
		}
	}
}

// TestCorrectedTolls holds that a figure which another replaces is not counted beside it,
// whichever is higher, and counts where there is no other.
func TestCorrectedTolls(t *testing.T) {
	checkDeaths(t, []counted{
		{"Rebels fired rockets at a column near Izium, killing 19 soldiers, the army said on Friday. The ministry later corrected the toll to nine.", 9},
		{"Rebels shelled a rally in Daraa on Thursday, killing at least 21 people, a monitor said. It had initially given a death toll of 22.", 21},
		{"A suicide blast hit buses near Aleppo on Saturday, killing at least 70 people. The previous death toll was 80.", 70},
		{"Bombs exploded at two hotels in Jakarta on Friday, killing nine people. An earlier statement by the police put the death toll at eleven.", 9},
		{"Rebels bombed a market in Gao on Monday. Officials initially put the toll at 20.", 20},
		{"Gunmen attacked a convoy in Tera on Monday, killing 40 soldiers. On Tuesday the army lowered the number of dead to 30.", 30},
		{"Bombs on two minibuses killed three people near Ain Alak on Tuesday. Police revised the toll down from 12.", 3},
		{"An air strike killed 28 civilians in Qana on Sunday. The authorities had first said that 54 people died.", 28},
		{"At least 174 people were killed in attacks by gunmen in Mumbai on Friday. The toll had been put at 195 on Saturday.", 174},
		{"The death toll from Saturday's bombing of a school in Kabul has risen to 58, officials said on Sunday. The initial toll was 30.", 58},
	})
}

// TestOneMoreDead holds who comes on top of the dead that were told of, and who does not.
func TestOneMoreDead(t *testing.T) {
	checkDeaths(t, []counted{
		{"A bomb killed six people in Herat on Tuesday; a seventh died on Thursday.", 7},
		{"A bomb killed 12 people in Minsk on Monday, and a thirteenth died in hospital overnight.", 13},
		{"A soldier was killed by a sniper near Avdiivka on Monday. A second soldier died of his wounds on Wednesday.", 2},
		{"Gunmen killed three nurses in Goma on Monday. A fourth died in hospital, the ministry said.", 4},
		{"Two soldiers died in a blast near Tera on Monday. The second soldier was a captain, the army said.", 2},
		{"A soldier injured in a mine blast near Donetsk on 2 June died in hospital on 9 June.", 1},
		{"Two villagers who were burned in a petrol bomb attack in Dhaka on January 3 died at a hospital on January 8.", 2},
		{"Gunmen pulled six passengers off a bus near Quetta on Monday and shot them dead.", 6},
	})
}

// TestDeadOfWounds holds that who dies of what he suffered before comes on top of those told
// of, and who is counted among others does not.
func TestDeadOfWounds(t *testing.T) {
	checkDeaths(t, []counted{
		{"A car bomb killed seven people in Darat on Monday. The death toll rose to 10 on the next day after three of the wounded died.", 10},
		{"A car bomb killed seven people in Darat on Monday. The toll rose to 10 two days later.", 10},
		{"A car bomb killed seven people in Darat on Monday. Three of the wounded died on Tuesday, bringing the toll to 10.", 10},
		{"A car bomb killed seven people in Darat on Monday. Two of the wounded died on Tuesday.", 9},
		{"The death toll from a bomb in Owerri has risen to eight, police said, and two more soldiers died in hospital.", 8},
		{"A bomb killed four people at a bus stop in Hpakant on Sunday. A girl injured in the blast died in hospital on Monday, doctors said.", 5},
		{"Gunmen ambushed and killed the mayor of Olanchito and his driver on Saturday, prosecutors said. The mayor's bodyguard was wounded and died in hospital.", 3},
		{"Gunmen shot a trader in Maradi on Saturday. The trader, wounded in the chest, died on Sunday.", 1},
		{"Settlers shot dead a Palestinian farmer near Nablus on Friday, officials said. He was the eighth Palestinian killed by settlers this year, the U.N. said.", 1},
	})
}

// TestTollsBeside holds that a toll which somebody gives beside telling of something else is
// that of what was told before, and that how many had died before more did is the same toll.
func TestTollsBeside(t *testing.T) {
	checkDeaths(t, []counted{
		{"A bomber blew himself up outside a camp in Mogadishu on Tuesday, killing at least 21 recruits, witnesses said. The government put the number of dead at 15 and said that the bomber had been shot before he could enter.", 21},
		{"The toll from a suicide bombing at a wedding in Kabul on Saturday has risen to 80, officials said, after 17 more people died of their wounds. Sixty-three people were reported dead on the day after the blast.", 80},
		{"A bomb exploded on a bus in Nairobi on Saturday, killing two people, police said. On Monday a grenade was thrown into a church, killing a child. The two dead were a student and a street trader.", 3},
		{"Indian soldiers killed 13 civilians in Nagaland on Saturday. They shot dead six miners after mistaking them for rebels, police said. When villagers attacked the troops, the soldiers fired again, killing seven more people.", 13},
		{"The death toll in unrest in Bolivia has risen to 23. Four people were killed in clashes between police and coca farmers near Cochabamba on Friday, bringing the number of deaths since the disputed election to 23, the ombudsman said.", 4},
		{"About 100 people were killed in a raid on a village in Mali on Sunday night, the mayor of Koundou said. The government gave a provisional toll of 95 dead and 19 missing.", 100},
		{"Clashes in Hama, Syria, left 29 people dead on Monday, officials said. In Homs, shelling killed 16 civilians.", 45},
		{"Gunmen attacked a camp in Bujumbura on Monday. The assault was repelled; seven assailants were killed. The death toll later rose to ten.", 10},
		{"Gunmen killed 12 people at a hotel in Gao on Monday. All four attackers were shot dead. The death toll later rose to 14.", 18},
		{"Gunmen killed eight policemen near el-Arish on Wednesday, the ministry said. Five of the attackers were also killed. Medics said that the number of dead policemen had risen to ten.", 15},
		{"Rebels killed 11 soldiers in Fada on Monday, the army said. Another source put the army's losses at 21.", 21},
		{"Fighting between herders and farmers in the far north of Chad killed 12 people on Monday, the governor said, while an aid group spoke of 22 dead.", 22},
		{"Philippine soldiers killed 14 militants in Lanao del Sur in three days of assaults, the military said on Wednesday. Eight were killed on Monday in an air strike near Piagapo and six in clashes on Tuesday.", 14},
		{"At least 24 Palestinians have been killed in Israeli attacks on Gaza since dawn, medics said. Nine died in a strike on a school in Nuseirat, and eight were shot near Rafah.", 24},
		{"Dozens of people were killed in clashes between herders and farmers in Jonglei over the weekend. The commissioner said 34 bodies had been counted by Monday.", 34},
	})
}

// TestDoersAmongTheDead holds that those who did it are none of the people whom they killed,
// unless a figure has both.
func TestDoersAmongTheDead(t *testing.T) {
	checkDeaths(t, []counted{
		{"A man drove a lorry through a crowd in Nice on Thursday and killed 84 people before police shot him dead.", 85},
		{"Gunmen opened fire on a parade in Ahvaz on Saturday, killing 25 people. Four attackers were killed, state TV said.", 29},
		{"Gunmen opened fire on a parade in Ahvaz on Saturday. Twenty-five people were killed, four of the attackers among them.", 25},
		{"Militants raided a restaurant in Bamako on Friday, killing 18 people. Troops shot dead both of the attackers and freed the guests.", 20},
		{"Gunmen stormed a temple in Kabul on Wednesday, killing 25 people. Troops killed the attackers after six hours.", 28},
		{"Three suicide attackers killed 42 people in Ankara on Tuesday night.", 42},
		{"Gunmen killed 43 students at a school in Buni Yadi on Tuesday. A hospital in Damaturu had received 29 bodies, a nurse said.", 43},
		{"Police said they killed nine guerrillas in a firefight near Pec on Friday. Monitors who reached the farm counted 11 bodies and said most had been shot at close range.", 11},
		{"Rebels attacked a post in Kidal on Monday, killing two soldiers. Three rebels were killed, the army said.", 5},
		{"Bombs at three churches in Nigeria on Christmas Day killed 39 people, most of them in Madalla, where 35 died as they left mass.", 39},
	})
}

// TestDenialsOfOtherDeeds holds that a denial of what was done in the past, and one that
// was taken back, leave the dead of a happening to be counted.
func TestDenialsOfOtherDeeds(t *testing.T) {
	checkDeaths(t, []counted{
		{"Warplanes bombed a market in Saada on Monday, killing nine civilians, residents said. The coalition, which has denied bombing civilians in the past, did not comment.", 9},
		{"Warplanes bombed a market in Saada on Monday, killing nine civilians, residents said. The coalition denied bombing the market.", 0},
		{"Somali troops killed eight people in a raid near Awdhegle on Friday. The army, which had first denied that civilians died, conceded on Sunday that the dead were farmers.", 8},
	})
}

// TestDeadOfATime holds that the dead of days of fighting are not those of one happening.
func TestDeadOfATime(t *testing.T) {
	checkDeaths(t, []counted{
		{"A ceasefire took effect in Gaza on Wednesday, ending eight days of fighting in which 158 people were killed.", 0},
		{"The army took Bunia on Monday after two weeks of clashes in which 60 soldiers died.", 0},
		{"The army took Bunia on Monday after a clash in which six soldiers died.", 6},
	})
}

// TestPartsOfAToll holds that the dead of one happening that the toll of several counts
// are not counted again, and those of others are.
func TestPartsOfAToll(t *testing.T) {
	checkDeaths(t, []counted{
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. A strike on a market in Saada left six dead.", 26},
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. In Kabul a suicide bomber killed six people.", 32},
		{"Air strikes killed at least 26 people across Yemen on Tuesday, medics said. A strike on a market in Saada left six dead on 3 March 2016.", 32},
		{"A series of bombings killed 41 people across Iraq on Thursday. A car bomb in Baghdad killed 13 people. Another bombing in Mosul killed three policemen.", 41},
		{"32 people killed in Daraa and Aleppo. A car bomb killed 22 people in Daraa on Friday. Ten people were killed in the shelling of Aleppo.", 32},
		{"32 killed in two attacks in Somalia. A car bomb killed at least 22 people in Baidoa on Friday. Ten people were killed when gunmen raided a village near Jowhar.", 32},
		{"Attacks in Basra and Mosul killed seven people on Friday. Six shoppers were killed by rockets fired at a market in Mosul. A roadside bomb in Basra killed a driver.", 7},
		{"Two suicide bombings killed 49 people in Charikar and Kabul on Tuesday. The first attack killed 27 people at a rally. Twenty-two people died in the second bombing. Women and children are among the dead in both attacks, and several soldiers were killed.", 49},
		{"Gunmen killed 21 farmers in Safra village on Monday. On Wednesday, militants shot dead six herders near Tola. A girl was among those killed.", 27},
		{"Rebels shot dead two women and four boys in Oro on Monday. The mayor said the two women and four boys had been shot dead on the road.", 6},
		{"A suicide bomber killed nine people at a market in Gao on Monday; the bomber also died.", 10},
		{"A car bomb exploded near a checkpoint in Mogadishu on Thursday, killing at least 11 people, police said. Three more died of their wounds overnight, the hospital reported.", 14},
	})
}

// TestSumsAtTheEnd tests that a toll that sums up what was told before is not counted in addition to
// it, and that a plural for the dead is no sum of happenings told later.
func TestSumsAtTheEnd(t *testing.T) {
	checkDeaths(t, []counted{
		{"A car bomb killed 28 people in Mosul on Friday and a second killed three in Tikrit. In all, 31 people died.", 31},
		{"A car bomb killed eight people in Kirkuk on Friday. Gunmen shot dead four policemen in Ramadi. Altogether, 12 people were killed, the ministry said.", 12},
		{"A landmine killed five farmers near Kidal on Sunday. Gunmen killed six traders in Gao. Eleven people died in the two attacks.", 11},
		{"A landmine killed five farmers near Kidal on Sunday. Gunmen killed six traders in Gao. Fourteen people were hurt.", 11},
		{"Gunmen shot dead seven people in Gao on Saturday. Police said seven people died in the killings. The Malian army said it had killed three fighters in an operation near Kidal.", 10},
		{"Rebels stormed a police base in Kunduz on Monday, killing 16 officers. Six of the 16 dead were women, according to a councillor.", 16},
		{"Gunmen kill 18 in Damaturu\n\nGunmen shot dead 18 people in Damaturu on Saturday. The killings killed 18 people and wounded 23, the ministry said. Elsewhere, three civilians died when a shell hit a house in Mubi.", 21},
		{"Colombia: 41 soldiers killed in ambush\n\n41 soldiers were killed in an ambush near Cucuta on Saturday, a military spokesman said. The Colombian army said it had killed two fighters in an operation near Quibdo.", 43},
	})
}

// TestNumberOfAll tests that the number of people killed in an area is a sum over many happenings,
// and that the number of people killed in the attack is not.
func TestNumberOfAll(t *testing.T) {
	checkDeaths(t, []counted{
		{"Rebels killed five soldiers near Mosul on Sunday. That took the number of soldiers killed in the province to 13.", 5},
		{"A mine killed five people near Gao on Sunday. That raised the number of people killed by mines in the area to 14.", 5},
		{"A bomb killed 11 people in Jos on Sunday. A girl died in hospital, which brought the number of people killed in the attack to 12.", 12},
		{"A bomb killed 11 people in Jos on Sunday. Doctors said the death of a girl raised the number of people killed to 12.", 12},
	})
}

// TestDeadOfACapture tests that the dead told of the capture of a place and those told of the fight
// for it are counted as those of one incident.
func TestDeadOfACapture(t *testing.T) {
	checkDeaths(t, []counted{
		{"Hundreds dead as rebels seize Kidal base\n\nRebels stormed an army base near Kidal on Sunday, capturing it after a battle that cost over 780 lives, a monitoring group said.", 781},
		{"26 soldiers were killed when rebels overran a base near Beni on Monday. Five traders died in the attack, too.", 31},
	})
}

// TestPartsAreNoRivals holds that a part of a sum is no other figure for the whole.
func TestPartsAreNoRivals(t *testing.T) {
	checkDeaths(t, []counted{
		{"Violence across Iraq killed 23 people on Monday, police said. In Mosul, a car bomb killed 17. In Kirkuk, gunmen shot dead six policemen.", 23},
		{"Attacks in Yemen killed 15 people on Monday. In Marib, a mine killed 11 soldiers. In Taiz, gunmen shot dead four policemen.", 15},
	})
}

// TestAttackersOnTop holds that attackers are none of the people killed, whoever attacked.
func TestAttackersOnTop(t *testing.T) {
	checkDeaths(t, []counted{
		{"At least 23 people were killed in an attack on a police station in Kharkiv on Monday. Five attackers were killed in an exchange of fire, police said.", 28},
		{"Marines raided a house in Culiacan on Monday; a marine and four attackers died in a shootout.", 5},
		{"Seventeen people died in an attack on a hotel in Kabul on Monday. Three gunmen were killed by the security forces.", 20},
		{"Soldiers killed three gunmen in Kabul on Monday.", 3},
		{"Gunmen killed three gunmen of a rival gang in Kabul on Monday. The three gunmen were ambushed.", 3},
		{"At least 23 people, including five attackers, were killed in an attack on a police station in Kharkiv on Monday.", 23},
	})
}

// TestDeadCountedFrom holds that what a length of time counts from has dead of its own.
func TestDeadCountedFrom(t *testing.T) {
	checkDeaths(t, []counted{
		{"Gunmen killed 17 people in Mosul on Monday, three days after a similar attack in Kirkuk left six dead.", 23},
		{"Seventeen people were killed in Mosul on Monday, hours after a bombing in Kirkuk killed six.", 23},
		{"Two soldiers died hours after a bomb hit their truck in Mosul.", 2},
	})
}

// TestOwnLosses holds that what a side lost is told by a number alone too, and comes on top of the
// dead of the other side.
func TestOwnLosses(t *testing.T) {
	checkDeaths(t, []counted{
		{"The army lost 12 men in a battle for Ibb on Monday. The rebels lost 29.", 41},
		{"Gunmen killed nine soldiers in Gao on Monday and lost 13.", 22},
		{"The army said 23 rebels were killed when it repelled an attack on Marib on Monday. It put its own losses at six.", 29},
		{"Rebels said they had killed 40 soldiers near Djibo on Monday, while the army acknowledged the loss of 14.", 14},
		{"Rebels killed two soldiers in Lamu on Monday. The army said its losses were three.", 3},
		{"Islamic State said it had killed 30 soldiers in an attack on a base near Kirkuk on Monday. The Iraqi army put its losses at 16.", 16},
		{"Islamic State said it had killed 44 soldiers in an attack on a base near Mosul on Monday, but the Iraqi army said only 15 had died.", 15},
	})
}

// TestToldBeside holds that what is told beside an act with a time or a place of its own has its own
// dead, and what is added up or told of one place alone has none.
func TestToldBeside(t *testing.T) {
	checkDeaths(t, []counted{
		{"A bomb killed 17 people in Ibb on Monday, in the worst attack on the town since gunmen killed 22 people at a wedding two years ago.", 39},
		{"Past attacks in Yemen include a bombing in Marib in March that killed 22 people and an ambush in May in which six soldiers died.", 28},
		{"In May five died in a bombing in Quetta. In March 12 were killed in an ambush near Gao.", 17},
		{"The number of people killed in Sunday's attack on a bus near Gao has risen by six to 43.", 43},
		{"Rescuers found six more bodies on Tuesday in the rubble of a building in Marib hit by a missile on Sunday, taking the number of dead to 31.", 31},
		{"Air strikes killed 21 people in Hodeidah on Monday. In the district of Old Town alone 11 people died.", 21},
		{"Gunmen killed nine people in Jos on Monday. In October alone, 30 people were killed in the state.", 9},
	})
}
