package extract

import (
	"context"
	"strings"
	"testing"

	"sitrep/extract/article"
)

// TestIncidents holds which records of a text are one incident: their triggers joined
// by a plus, incidents apart by a bar.
func TestIncidents(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		// What one subject does in one sentence.
		{"Two men threw a grenade and opened fire at a checkpoint in Quetta.", "threw+opened fire"},
		{"Helicopters fired rockets and dropped barrel bombs on the village of Kafr Nabl.", "fired+dropped"},
		{"Rebels shelled the barracks at Bunia and ambushed a relief column near Komanda.", "shelled | ambushed"},
		// A definite noun says more closely where.
		{"Rebels ambushed a convoy in Ituri on Monday. The ambush on the road to Mambasa killed six soldiers.", "ambushed+ambush"},
		{"A car bomb exploded in Mogadishu on Friday. The bomb killed nine people. Another car bomb exploded in Kismayo.", "exploded+killed | exploded"},
		// Counted from one another.
		{"A gunman killed 69 people at a camp near Oslo on Friday, two hours after a bomb had killed eight in Oslo.", "killed | killed"},
		{"The attack on Gao came a day after rebels had killed six soldiers there.", "attack | killed"},
		{"Rebels attacked a post near Gao on Monday and killed two soldiers after a long fight.", "attacked"},
		{"The army fought with a rebel column at Beni on Tuesday, and seven rebels were killed, its spokesman said. Soldiers found a rifle. On Wednesday rebels shelled a market in Oicha. A priest told the radio that the dead were woodcutters who were executed by soldiers.", "fought+executed | found | shelled"},
		// One among many, and others beside some.
		{"Jets carried out air strikes in Idlib this week. A strike on Tuesday killed nine people. A strike on Thursday hit a market.", "air strikes | strike | strike"},
		{"Some marchers sang in Lyon; others burned cars and looted shops.", "burned | looted"},
		// Unlike days, resolved or not.
		{"On Saturday rebels shot dead three herders near Bria. On Sunday rebels shot dead five herders near Bria.", "shot dead | shot dead"},
		{"A bomber killed five soldiers at a checkpoint in Bama on 12 March 2014. On 2 February 2014 gunmen killed 14 people in an attack on the market of the town.", "killed | attack"},
		{"Shelling killed 24 people in Mosul on 10 July 2017. The shelling resumed on 11 July 2017, killing nine.", "Shelling | shelling"},
		{"Shelling killed 24 people in Mosul on 10 July 2017. By 11 July 2017 the death toll of the shelling had risen to 31.", "Shelling+shelling"},
		{"Shells killed a teacher in Avdiivka on 6 July 2017. Two civilians were killed on 3 July 2017 when shells hit the town.", "killed | hit"},
		// A place is taken once, and from the other side anew.
		{"Government forces captured Sirte on Monday. The capture of Sirte was hailed in Tripoli.", "captured+capture"},
		{"Militants seized Marawi on Tuesday. The army recaptured Marawi on Thursday.", "seized | recaptured"},
		{"A ceasefire took effect in Hodeida on Monday. The truce was brokered by Sweden.", "ceasefire+truce"},
		// What came of it, and the headline.
		{"A lorry bomb wrecked the court in Siirt; five guards died.", "wrecked+died"},
		{"Scores killed in Gao raid. Gunmen on motorcycles killed at least 43 people in a raid on a village near Gao.", "raid+raid"},
		{"Rocket attack on a camp in Baghdad. The United States condemned the attack on the camp in Baghdad that killed and injured residents.", "Rocket attack+attack"},
		// One person dies once; one of the dead is named.
		{"Three drivers were killed in an ambush by rebels near Cali on Monday. Juan Restrepo was killed at the wheel.", "ambush+killed"},
		{"Three drivers were killed near Cali on Monday. Police said a boy was killed in Pasto.", "killed | killed"},
		{"Omar Bakri was killed near Derna. The commander, Bakri, was killed by a drone on Monday, an official said.", "killed+killed"},
		// Who is named among the dead, a rival figure and a toll given anew.
		{"A bomb in a station in Adana killed 31 people on Tuesday. Fatma Demir, whose brother was killed in the explosion, waited outside.", "killed+explosion"},
		{"A gunman killed 14 people in a market in Sfax on Friday. The attack in Sfax was the worst in years.", "killed+attack"},
		{"A car bomb exploded in Quetta on Saturday, killing 64 people. The toll of the bombing rose to 84.", "exploded+bombing"},
		{"Police shoot dead three protesters in Conakry. Police opened fire in the suburb of Cosa on Monday, killing at least three protesters.", "shoot dead+opened fire"},
		// Two happenings of one kind.
		{"Gunmen killed five policemen in Mosul on Friday. In Kirkuk a roadside bomb killed three soldiers.", "killed | killed"},
		{"A suicide bomber killed 30 people in Kunduz on Thursday. Hours before, a bomb in Herat killed eight.", "killed | killed"},
		{"Shelling killed four people in Kherson on Monday. Shelling killed nine people in Kharkiv on Monday.", "Shelling | Shelling"},
		// One toll told twice, and a toll of many with its parts.
		{"Rebels kill 17 in Kurdish town. Rebels attacked Ras al-Ain on Saturday and 17 people died in the fighting, a monitor said.", "kill+attacked+fighting"},
		{"Gunmen attacked a bus near Quetta on Monday, wounding 14 people. Five of them died of their wounds in a hospital.", "attacked+died"},
		// The last toll is that of the dead told of, whatever is told between.
		{"A bomb killed 14 people in Kabul on Monday. Troops searched the area and arrested three men. The death toll has since risen to 18.", "killed+death toll | searched | arrested"},
		{"A bomb killed 14 people in Kabul on Monday. An attack on a mosque in Herat was thwarted by guards. The death toll later rose to 17.", "killed+death toll | attack | thwarted"},
		{"Two pilots were killed when rebels shot down a helicopter near Homs on Friday. It was on a mission to help troops near Palmyra. The crew died, the military said.", "killed+died | shot down"},
		// Dates that do not resolve are apart by their words.
		{"A Monday attack on a church in Jos wounded nine people. Tuesday's attack on a mosque wounded four.", "attack | attack"},
		{"A bombing on June 2 wounded nine people in Kabul. A June 4 bombing wounded 12 others.", "bombing | bombing"},
		{"A bombing on June 2 wounded nine people in Kabul. The June 2 bombing was claimed by the Taliban.", "bombing+bombing"},
		{"A bombing on June 2 killed 19 people in Kabul, police said on June 3. The June 2 bombing also wounded 12.", "bombing+bombing"},
		{"A bomb killed 16 people in Bannu on Monday. In May a bomb killed nine people there.", "killed | killed"},
		{"A bomb exploded in Kumba on Monday. A bomb exploded there two years ago.", "exploded | exploded"},
		{"Rebels shelled Loikaw on Jan. 3. Rebels shelled Loikaw on Jan. 9.", "shelled | shelled"},
		{"Over 30 grenades were thrown at troops in Lashio during Friday's clashes in the town.", "thrown+clashes"},
		// Other numbers of acts, and several that are pointed back to.
		{"The coalition carried out 34 strikes in Syria and Iraq on Sunday. In Syria, it carried out 23 strikes.", "strikes | strikes"},
		{"Two bombings killed 30 people in Quetta on Monday. The second bombing hit a hospital. No group has claimed the bombings.", "bombings+bombings | bombing"},
		{"A wave of attacks killed 41 people across Mali on Sunday. In Kidal, a car bomb killed 12. The rebels said they carried out the attacks.", "attacks+attacks | killed"},
		{"A bomb killed nine people in Herat on Monday. On Tuesday gunmen killed six guards. The two attacks were claimed by the Taliban.", "killed | killed | attacks"},
		{"Gunmen killed nine people in Wajir on Monday. The attacks were condemned by the president.", "killed+attacks"},
		{"A bomb exploded at a market in Pattani on Monday. Another bomb exploded near a school. Nine people were killed in the second blast.", "exploded | exploded+blast"},
		{"A bomb exploded in Lahore on Monday. The second blast in a week killed nine people.", "exploded | blast"},
		{"A bomb exploded in Kayseri on Monday, killing 13 soldiers. Civilians may also have been injured.", "exploded+injured"},
		{"The minister welcomes the liberation of Sinjar from the terrorists. Sinjar has been liberated from its occupation by the rebels.", "liberation+liberated+occupation"},
		{"The army announced the recapture of Bambari. Bambari was recaptured from troops by the rebels, a monk said.", "recapture | recaptured"},
		{"Monday's bombing was the deadliest attack in Ibb since gunmen killed 22 people at a wedding.", "bombing+attack | killed"},
		{"Heavy bombing in Idlib kills civilians. At least 16 civilians were killed in air raids by Syrian war planes on Idlib province on Monday.", "bombing+air raids"},
		{"Bombing in Idlib kills civilians. At least 16 civilians were killed in air raids on Hama on Monday.", "Bombing | air raids"},
		// What points back by a town or a day of its own.
		{"Gunmen shot dead 28 worshippers in Kharkiv on Monday. On Tuesday gunmen killed 13 farmers in a raid near Nikopol. The first attack was the deadliest in Kharkiv this year.", "shot dead+attack | raid"},
		{"Gunmen shot dead 28 worshippers in Swat on Monday. On Tuesday a car bomb killed 14 people in Quetta. The Swat shooting was claimed by the Taliban.", "shot dead+shooting | killed"},
		{"A bomber killed 42 people in Kramatorsk on Monday. On Tuesday gunmen killed 16 farmers in a raid near Sumy. A witness to Monday's attack said the dead included children.", "killed+attack | raid"},
		// Whom a pronoun stands for.
		{"Two suicide bombers blew up a bank in Jeddah on Friday. Police surrounded a house and exchanged fire with the men before they blew themselves up.", "blew up+blew | surrounded | exchanged"},
		// An answer is not what it answers.
		{"Rebels fired rockets at a base in Dori on Monday in revenge for the killing of 12 of their commanders.", "fired | killing"},
		{"In retaliation for an attack on a hospital in Sumy, rebels shelled a barracks in Nikopol.", "attack | shelled"},
		{"A bomb killed 17 people in Puno on Monday. The attack came on the anniversary of a massacre in which 33 villagers were shot dead.", "killed+attack | shot dead"},
		{"A suicide bomber killed 21 people in Mosul on Monday. Police fired at a crowd that gathered there, killing eight protesters.", "killed | fired"},
		{"Eight villagers were hacked to death near Gao on Monday, while nine people died in shelling in a nearby village.", "hacked | shelling"},
		// Who sees some of the dead, and what is told after a blow that hurt nobody.
		{"Shells hit Herat on Monday, killing 39 people. The mayor said gunmen had fled. A reporter saw six bodies in the street.", "hit+saw"},
		{"A bomb killed 29 soldiers in Damaturu on Monday. A second bomb exploded in the town, but no one was hurt. Local people said 30 people had been killed.", "killed+killed | exploded"},
		// A later time is that of another happening, or of who speaks of the first.
		{"Shells killed seven people in Jaffna on Monday. Later that day, 11 teachers were shot dead on their way home.", "killed | shot dead"},
		{"Shells killed seven people in Jaffna on Monday. Later that day, a doctor said that seven people had been killed.", "killed+killed"},
		{"A bomb killed 19 people in Gao on Monday. Hours later, a suicide attack on a police station killed nine officers.", "killed | suicide attack"},
		{"A bomb killed 19 people in Gao on Monday. Hours later, the Taliban claimed responsibility for the attack.", "killed+attack"},
		{"Gunmen shot dead 27 policemen in Herat on Monday. A few hours after that, gunmen killed 26 guards at a bank.", "shot dead | killed"},
		{"Gunmen shot dead 27 policemen in Herat on Monday. Two days later, police said they were looking for the men who had killed the 27.", "shot dead+killed"},
		{"Gunmen shot dead 27 policemen in Herat on Monday. At about the same time, gunmen killed 26 guards at a bank.", "shot dead | killed"},
		{"Raiders attacked Bor on Saturday and killed 28 people. Today raiders attacked Bor again and killed 35 people.", "attacked | attacked"},
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		var order []string
		groups := map[string][]string{}
		for _, e := range r.Events {
			if groups[e.Incident] == nil {
				order = append(order, e.Incident)
			}
			groups[e.Incident] = append(groups[e.Incident], e.Trigger.Text)
		}
		var got []string
		for _, i := range order {
			got = append(got, strings.Join(groups[i], "+"))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, s, c.want)
		}
	}
}

// TestConfirmed holds the statuses of all records of a text, in text order.
func TestConfirmed(t *testing.T) {
	x, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Residents and the Red Cross said that rebels had burned a clinic in Masisi.", "confirmed"},
		{"Gunmen killed nine villagers near Oicha, the army said. A local rights group put the dead at 13.", "confirmed"},
		{"Gunmen killed nine villagers near Oicha, the army said. An army officer put the dead at 13.", "claimed"},
		{"Officials and the police said rioters had burned a market in Aba.", "claimed"},
		{"The army said a bomb had killed nine soldiers near Kidal. The rebels said they had planted the bomb.", "confirmed confirmed"},
		{"Rebels claimed to have captured Mopti. An army officer confirmed that the town had fallen.", "confirmed confirmed"},
		{"Residents accused soldiers of burning houses in Mopti, which the army denies.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti, a claim rejected by the army.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti, but the army denied this.", "denied"},
		{"A roadside bomb killed two policemen in Swat, police said. The Taliban claimed responsibility for the bomb attack.", "confirmed confirmed"},
		{"A roadside bomb killed two policemen in Swat, the daily Dawn said, citing police.", "claimed"},
		{"SANA and residents said troops had shelled Douma.", "claimed"},
		{"Pentagon spokesman Peter Cook said a drone had struck a camp near Derna. Cook said the strike killed nine militants.", "claimed claimed"},
		{"A bomb killed nine people in Quetta, police said. The Taliban denied any role in the blast.", "claimed claimed"},
		{"Gunmen killed six monks in Bago, villagers said. The army denied its soldiers were behind the killings.", "claimed claimed"},
		{"Gunmen killed six monks in Bago, villagers said. The militia said it had nothing to do with the killings.", "claimed claimed"},
		{"Rockets hit a school in Gaza, killing nine people, medics said. The army denied shelling the school.", "denied claimed"},
		{"Rebels accused the army of bombing a market in Kalib, a charge the army rejected.", "denied"},
		{"The army said rebels had shelled Ganta, a claim that the rebels denied.", "denied"},
		{"The army said it had shelled Ganta, a claim the rebels rejected.", "denied"},
		{"The army said it had shelled Ganta, a claim that the rebels have rejected.", "denied"},
		{"The army said it had killed 15 rebels near Goma. The rebels said they had killed nine soldiers. Neither claim could be verified.", "unverified unverified"},
		{"Gunmen killed nine villagers near Oicha, residents said. A doctor confirmed the death toll.", "confirmed"},
		{"A shell killed six people in Avdiivka, the army said. This was confirmed by the Red Cross.", "confirmed"},
		{"Gunmen killed nine villagers near Oicha, residents said. The army did not confirm the toll.", "claimed"},
		{"Gunmen killed nine soldiers near Oicha, the army said. An army spokesman confirmed the toll.", "claimed"},
		{"Residents said that 30 people were killed when soldiers raided Kona. The toll could not be confirmed independently.", "unverified"},
		{"Unconfirmed reports said that 40 civilians were killed in an air strike on Inkhil.", "unverified"},
		{"Officials of the unconfirmed government said that 40 civilians were killed in an air strike on Inkhil.", "claimed"},
		{"Afghan forces killed 51 Taliban fighters in operations in three provinces, the defence ministry said on Thursday. In Kandahar 30 were killed in air strikes, 14 died in Helmand and seven in Ghazni. A Taliban spokesman rejected the claim.", "denied denied"},
		{"The rebels said they killed 12 soldiers near Mopti. The claim was denied by the army.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti. \"It is pure propaganda,\" the minister said.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti. The report turned out to be untrue.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti. The army said there had been no such attack.", "denied claimed"},
		{"The rebels said they killed 12 soldiers near Mopti. The mayor said nothing of the kind had happened.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti. The mayor said there had been no casualties.", "denied"},
		{"The rebels said they killed 12 soldiers near Mopti. The mayor said there had been no other casualties.", "claimed"},
		{"The rebels said they killed 12 soldiers near Mopti. Two houses burned. There were no other casualties.", "claimed reported"},
		{"The rebels said they killed 12 soldiers in an ambush near Mopti. The mayor said no civilians had been hurt.", "claimed claimed"},
		{"The rebels said they killed 12 soldiers in an ambush near Mopti. The army said that no prisoners had been taken.", "claimed claimed"},
		{"The army said rebels killed 12 soldiers, including one who was beheaded, near Mopti. The rebels denied that anybody had been beheaded.", "claimed denied claimed"},
		{"Gunmen killed 12 people in Mopti, the army said. The minister denied that he would resign over the deaths.", "claimed claimed"},
		{"Gunmen killed 12 people in Mopti, the army said. The rebels denied carrying out the attack.", "claimed claimed"},
		{"Gunmen killed 12 people in Mopti, the army said. The rebels denied that they were responsible for the deaths.", "claimed claimed"},
		{"The army denied that it had shelled Douma. Residents said troops had shelled Douma.", "claimed denied"},
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "t", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range r.Events {
			got = append(got, e.Status)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, s, c.want)
		}
	}
}
