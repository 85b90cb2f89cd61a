package event

import (
	"slices"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// readingOf returns the reading of a text by the built-in rules.
func readingOf(t *testing.T, text string) *reading.Reading {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	return reading.New(reading.NewResources(set, gazetteer.Actors(), gazetteer.Places()), lang.New(article.Clean(article.Input{ID: "t", Text: text})))
}

// eventsOf returns the events of a text. No candidate is left out as improbable,
// so that the tests hold whatever the weights are.
func eventsOf(t *testing.T, text string) []*Event {
	t.Helper()
	r := readingOf(t, text)
	events, _ := Find(r, NewGate(r.Rules, false), Options{})
	return events
}

// clauseOf returns the finder of a sentence and the clause whose predicate is the
// word.
func clauseOf(t *testing.T, text, word string) (*finder, *lang.Clause) {
	t.Helper()
	r := readingOf(t, text)
	f := &finder{set: r.Rules, reading: r, doc: r.Document}
	for i := range r.Document.Sentences {
		for _, c := range r.Document.Analyse(i).Clauses {
			if c.Predicate.Text == word {
				return f, c
			}
		}
	}
	t.Fatalf("%s: no clause of %q", text, word)
	return nil, nil
}

// TestModality holds whether acts are told as having happened.
func TestModality(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Rebels attacked the town.", "attacked", record.Actual},
		{"Rebels did not attack the town.", "attack", record.Negated},
		{"No soldiers were killed in the town.", "killed", record.Negated},
		{"Nobody attacked the town.", "attacked", record.Negated},
		{"Rebels will attack the town.", "attack", record.Planned},
		{"Rebels could attack the town.", "attack", record.Hypothetical},
		{"The militia could not have shelled the school.", "shelled", record.Negated},
		{"The commander said rebels would attack the town.", "attack", record.Planned},
		{"If rebels attack the town, the army will respond.", "attack", record.Hypothetical},
		{"Rebels shelled the town before they attacked the barracks.", "attacked", record.Actual},
		{"Rebels planned to attack the town.", "attack", record.Planned},
		{"Rebels tried to seize the town.", "seize", record.Hypothetical},
		{"Rebels managed to seize the town.", "seize", record.Actual},
		{"Rebels have a plan to attack the town.", "attack", record.Planned},
		{"The army is to attack the town.", "attack", record.Planned},
		{"Soldiers crossed the river to retake the town.", "retake", record.Planned},
		{"The mayor warned that rebels had seized the town.", "seized", record.Actual},
		{"The army denied that it had shelled the town.", "shelled", record.Negated},
		{"Nobody said that rebels had seized the town.", "seized", record.Actual},
		{"A possible attack on the town worried traders.", "attack", record.Hypothetical},
		{"Officials spoke of a threat of attack on the town.", "attack", record.Planned},
		{"No group has claimed the attack on the town.", "attack", record.Actual},
		{"The guerrillas called a truce on Friday in the hills.", "truce", record.Actual},
		{"The envoy called for a truce on Friday in the hills.", "truce", record.Hypothetical},
		{"Villagers survived the bombing of the town.", "bombing", record.Actual},
		{"Unions called for a march in the capital.", "march", record.Planned},
		{"The two armies agreed a ceasefire.", "ceasefire", record.Actual},
		{"Preparations were made for the assault on the town.", "assault", record.Planned},
		{"The explosion in the town did not damage the bridge.", "explosion", record.Actual},
		{"The attack on the town did not take place.", "attack", record.Negated},
		{"Officers failed to prevent the killing of nine farmers in the town.", "killing", record.Actual},
		{"Officers hoped to prevent the killing of nine farmers in the town.", "killing", record.Hypothetical},
		{"The truce was meant to stop the army's advance on the town.", "advance", record.Actual},
		{"The ceasefire agreement between the army and the rebels is set to take effect on Friday.", "ceasefire agreement", record.Planned},
		{"Riot police were sent to the town to quell the unrest.", "quell", record.Planned},
		{"Tear gas was used to disperse the protest in the town.", "used", record.Actual},
		{"Soldiers were seen to attack villagers in the town.", "attack", record.Actual},
		{"It should be mentioned that this was the second attack on the town.", "attack", record.Actual},
		{"Thousands of teachers braved the rain to demonstrate in the town.", "demonstrate", record.Actual},
		{"If the rebels were to capture the town, thousands would flee.", "capture", record.Hypothetical},
		{"Residents fear that the militia will attack the village.", "attack", record.Hypothetical},
		{"The army warned of the consequences of the attack on the town.", "attack", record.Actual},
		{"The killing of the rebel commander will weaken the group.", "killing", record.Actual},
	} {
		var got []string
		for _, e := range eventsOf(t, c.text) {
			got = append(got, e.Word+" "+e.Modality)
		}
		if !slices.Contains(got, c.word+" "+c.want) {
			t.Errorf("%s\n got %v, want %s %s", c.text, got, c.word, c.want)
		}
	}
}

// TestFrame holds the slots of clauses: the functions that groups would have in an
// active clause with a verb.
func TestFrame(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"Rebels seized the town.", "seized", "subject=Rebels object=the town"},
		{"The town was seized by rebels.", "seized", "object=The town subject=rebels"},
		{"Four men died at the hands of rebels.", "died", "subject=Four men by=rebels"},
		{"Four men were killed at the hands of rebels.", "killed", "object=Four men subject=rebels"},
		{"The army's advance on the town surprised traders.", "advance", "subject=The army on=the town"},
		{"The capture of the town by rebels surprised traders.", "capture", "object=the town of=the town subject=rebels"},
		{"Rebels launched an attack on the barracks.", "attack", "on=the barracks subject=Rebels on=the barracks"},
		{"The barracks came under attack.", "attack", "object=The barracks"},
		{"Officials blamed rebels for the attack.", "attack", "subject=rebels"},
		{"Officials blamed the attack on rebels.", "attack", "on=rebels subject=rebels"},
		{"An attack that rebels claimed killed a trader.", "attack", "subject=rebels"},
		{"A teacher was among those wounded.", "wounded", "object=A teacher"},
		{"Police arrested five men for planning attacks.", "attacks", "subject=five men"},
		{"A spokesman for the Brown Brigade claimed the attack.", "attack", "subject=the Brown Brigade"},
		{"No group claimed the attack.", "attack", ""},
		{"No group has said it was behind the attack.", "attack", ""},
		{"The Brown Brigade was behind the attack.", "attack", "subject=The Brown Brigade"},
		{"The attack bears the hallmarks of the Brown Brigade.", "attack", "subject=the Brown Brigade"},
		{"The attack was the work of rebels.", "attack", "subject=rebels"},
		{"The minister laid the blame for the attack on rebels.", "attack", "on=rebels subject=rebels"},
		{"Russia's role in the attack angered traders.", "attack", "subject=Russia"},
		{"He was found guilty of complicity in the attack.", "attack", "subject=He"},
		{"Prosecutors accuse a priest of planning attacks.", "attacks", "subject=a priest"},
		{"Rebels launched a second night of attacks on the barracks.", "attacks", "on=the barracks subject=Rebels on=the barracks"},
		{"Traders died in an attack for which rebels claimed responsibility.", "attack", "subject=rebels"},
		{"Rebels claimed a bomb that killed nine traders.", "killed", "subject=a bomb subject=Rebels object=nine traders"},
		{"Troops found rifles after a clash with bandits.", "clash", "with=bandits subject=Troops"},
		{"Two soldiers were killed in a clash with bandits.", "clash", "with=bandits"},
		{"The attacks on Tuesday surprised traders.", "attacks", ""},
		{"Soldiers used batons to push back traders.", "used", "subject=Soldiers object=batons purpose=traders"},
	} {
		f, clause := clauseOf(t, c.text, c.word)
		r := f.triggersOf(clause)[0].Rule
		var got []string
		for _, s := range f.frame(clause, r) {
			got = append(got, s.function+"="+s.group.Text())
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s (%s)", c.text, g, c.want, r.ID)
		}
	}
}

// TestMerge holds which words of a sentence tell of one act, and with whom in it:
// who did it after <, to whom after >.
func TestMerge(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels launched an attack on the barracks.", "attack <Rebels >the barracks"},
		{"Rebels ambushed a convoy near Gao, killing two soldiers.", "ambushed <Rebels >a convoy"},
		{"Four soldiers were killed in an attack on the barracks.", "attack >the barracks"},
		{"Ten people were killed and thirty wounded in an attack on the market.", "attack >the market"},
		{"Ten people were killed in an attack on the market and thirty were wounded.", "attack >the market"},
		{"At least 30 protesters were killed when soldiers broke up a sit-in.", "broke up <soldiers >a sit-in"},
		{"Eleven people were killed after suicide bombers targeted a market.", "targeted <suicide bombers >a market"},
		{"Police used live bullets to disperse marchers, killing one protester.", "used <Police >marchers"},
		{"Protesters were killed by police. A month later soldiers broke up a sit-in.", "killed <police >Protesters; broke up <soldiers >a sit-in"},
		{"Troops advanced on the ridge, where a clash between soldiers and rebels took place in which 18 soldiers were hurt.", "advanced <Troops; clash <soldiers <rebels >18 soldiers"},
		{"Two soldiers were wounded when rebels ambushed a convoy.", "ambushed <rebels >a convoy"},
		{"Clashes that resulted in the death of four men broke out in Gao.", "Clashes >four men"},
		{"Gunmen opened fire on the crowd, leading to the death of one man.", "opened fire <Gunmen >the crowd"},
		{"Two soldiers were killed in a clash with rebels near Gao.", "clash <rebels >Two soldiers"},
		{"Police used tear gas to disperse the protesters.", "used <Police >the protesters"},
		{"Soldiers fired tear gas to break up a rally.", "fired <Soldiers >a rally"},
		{"Four soldiers were killed in a complex attack.", "attack"},
		{"A car bomb exploded outside a bank branch near Gao.", "exploded >a bank branch"},
		{"Soldiers and rebels exchanged fire near Gao.", "exchanged <Soldiers <rebels"},
		{"Two car bombs exploded in the market.", "exploded >the market"},
		{"A grenade hurled by gunmen exploded in the market.", "exploded <gunmen >the market"},
		{"Gunmen kidnapped and killed a trader.", "kidnapped <Gunmen >a trader; killed <Gunmen >a trader"},
		{"Rebels shelled the town, and two officers were arrested.", "shelled <Rebels; arrested >two officers"},
		{"Rebels attacked the town and soldiers bombed the market.", "attacked <Rebels; bombed <soldiers >the market"},
		{"The rebels annihilated two battalions, killing 61 soldiers.", "annihilated <The rebels >two battalions"},
		{"Police broke up a sit-in outside the assembly in Kumasi.", "broke up <Police >a sit-in"},
		{"A rally in Tbilisi was dispersed with tear gas.", "dispersed >A rally"},
		{"Soldiers opened fire on a demonstration in Conakry.", "opened fire <Soldiers >a demonstration"},
		{"The British occupied the ridge without firing a shot.", "occupied <The British"},
		{"A truce was negotiated in November by the emir of Dhala.", "negotiated <the emir"},
		{"The two sides agreed to exchange 32 prisoners at Poipet.", "agreed <The two sides >32 prisoners"},
		{"The deadliest of the blasts struck a crowd of labourers in Sadr City.", "blasts >a crowd of labourers"},
		{"Youths stoned the town hall of Ibarra in protest.", "stoned <Youths >the town hall"},
		{"Two guards were killed, and the attackers burned eleven buses.", "killed >Two guards; burned <the attackers >eleven buses"},
		{"The attack happened during a march for peace in Kano.", "attack"},
		{"Gunmen killed a driver after they hijacked a lorry near Bosaso.", "killed <Gunmen >a driver; hijacked <they >a lorry"},
		{"A driver was killed in 2009 after Madrid refused to pay, and a Swede was shot the following year in a raid on a camp.", "killed >A driver; shot >a Swede"},
		{"The blast happened as worshippers left the church, killing 20.", "blast >20; left"},
		{"Two men were wounded by a mine that August, and a gun battle ten days later killed four soldiers.", "wounded >Two men; gun battle >four soldiers"},
		{"A bomber killed thirty mourners, and the army was called out when a crowd set buses on fire.", "killed <A bomber >thirty mourners; fire <a crowd >buses"},
	} {
		var events []string
		for _, e := range eventsOf(t, c.text) {
			s := e.Word
			for _, a := range e.Actors {
				s += " <" + a.Group.Text()
			}
			for _, x := range e.Targets {
				s += " >" + x.Group.Text()
			}
			events = append(events, s)
		}
		if got := strings.Join(events, "; "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestCondition holds which conditions of rules are of language, so that they
// decide by themselves whether a rule's sense is meant. The others are evidence.
func TestCondition(t *testing.T) {
	for _, c := range []struct {
		name         string
		test         rules.Test
		except, need bool
	}{
		{"word of the object", rules.Test{Function: "object", Lemmas: []string{"deal"}}, true, true},
		{"word or kind of the object", rules.Test{Function: "object", Lemmas: []string{"deal"}, Kinds: []string{"force"}}, true, false},
		{"kind of the object", rules.Test{Function: "object", Kinds: []string{"force"}}, false, false},
		{"word of the subject", rules.Test{Function: "subject", Lemmas: []string{"striker"}}, false, false},
		{"word anywhere in the clause", rules.Test{Function: "any", Lemmas: []string{"match"}}, false, true},
		{"word in the sentence", rules.Test{Function: "sentence", Lemmas: []string{"match"}}, false, false},
		{"word in the sentence that settles it", rules.Test{Function: "sentence", Lemmas: []string{"match"}, Settles: true}, true, true},
	} {
		if got := settlesSense(&c.test); got != c.except {
			t.Errorf("%s: an exception settles the sense: %v", c.name, got)
		}
		if got := makesSense(&c.test); got != c.need {
			t.Errorf("%s: a need settles the sense: %v", c.name, got)
		}
	}
}

// TestHolds holds where in a clause conditions look.
func TestHolds(t *testing.T) {
	const text = "Soldiers shelled the old market near Gao."
	f, c := clauseOf(t, text, "shelled")
	slots := f.frame(c, &rules.Rule{})
	for _, x := range []struct {
		test rules.Test
		want bool
	}{
		{rules.Test{Function: "subject", Lemmas: []string{"soldier"}}, true},
		{rules.Test{Function: "subject", Kinds: []string{"force"}}, true},
		{rules.Test{Function: "object", Kinds: []string{"force"}}, false},
		{rules.Test{Function: "object", Kinds: []string{"force"}, Absent: true}, true},
		{rules.Test{Function: "object", Lemmas: []string{"old"}}, true},
		{rules.Test{Function: "near", Kinds: []string{"place"}}, true},
		{rules.Test{Function: "any", Lemmas: []string{"shell"}}, true},
		{rules.Test{Function: "sentence", Lemmas: []string{"market"}}, true},
		{rules.Test{Function: "sentence", Lemmas: []string{"school"}}, false},
		{rules.Test{Function: "governor", Lemmas: []string{"launch"}}, false},
	} {
		if got := f.holds(&x.test, c, slots); got != x.want {
			t.Errorf("%s\n%+v holds: %v", text, x.test, got)
		}
	}
}

// TestLadder holds the types that ladders give the last event of a text.
func TestLadder(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rebels attacked an army post near Gao.", "Armed clash"},
		{"Rebels attacked villagers near Gao.", "Attack"},
		{"Rebels attacked villagers near Gao with mortars.", "Shelling/artillery/missile attack"},
		{"A mob attacked a trader in Gao.", "Mob violence"},
		{"Soldiers fired on protesters in Gao.", "Excessive force against protesters"},
		{"The army seized the town of Gao.", "Government regains territory"},
		{"Rebels seized the town of Gao.", "Non-state actor overtakes territory"},
		{"Warplanes bombed the market in Gao.", "Air/drone strike"},
		{"Warplanes bombed the market in Gao. The attack was the first this year.", "Air/drone strike"},
		{"Rebels shelled the market in Gao. Four people died.", "Shelling/artillery/missile attack"},
	} {
		events := eventsOf(t, c.text)
		if len(events) == 0 {
			t.Errorf("%s: no event", c.text)
		} else if got := events[len(events)-1].Type; got != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestAbsorb holds whom an act takes over from what is merged into it.
func TestAbsorb(t *testing.T) {
	rebels, soldiers := Filler{Group: &lang.NounGroup{Lemma: "rebel"}, Class: rules.Rebel}, Filler{Group: &lang.NounGroup{Lemma: "soldier"}, Class: rules.State}
	bomb := Filler{Group: &lang.NounGroup{Lemma: "bomb"}, Class: rules.Weapon}
	make := func(r rules.Rule, voice lang.Voice, actors, targets []Filler) *candidate {
		return &candidate{Event: &Event{Rule: &r, Clause: &lang.Clause{Predicate: lang.Predicate{Voice: voice}}, Actors: actors, Targets: targets}}
	}
	lemmas := func(fs []Filler) string {
		var out []string
		for _, f := range fs {
			out = append(out, f.Group.Lemma)
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		name            string
		act, other      *candidate
		actors, targets string
	}{
		{"an act keeps its own", make(rules.Rule{}, lang.Active, []Filler{rebels}, []Filler{soldiers}), make(rules.Rule{}, lang.Active, []Filler{soldiers}, []Filler{rebels}), "rebel", "soldier"},
		{"the victims of its result are its targets", make(rules.Rule{}, lang.Active, []Filler{rebels}, nil), make(rules.Rule{Result: true}, lang.Passive, nil, []Filler{soldiers}), "rebel", "soldier"},
		{"killed in a clash with rebels", make(rules.Rule{Reciprocal: true}, lang.Active, nil, []Filler{rebels}), make(rules.Rule{Result: true}, lang.Passive, nil, []Filler{soldiers}), "rebel", "soldier"},
		{"a bomb that killed them is no actor", make(rules.Rule{}, lang.Active, nil, nil), make(rules.Rule{Result: true}, lang.Active, []Filler{bomb}, []Filler{soldiers}), "", "soldier"},
	} {
		c.act.absorb(c.other)
		if a, x := lemmas(c.act.Actors), lemmas(c.act.Targets); a != c.actors || x != c.targets {
			t.Errorf("%s: actors %q, targets %q", c.name, a, x)
		}
		if !c.other.merged || c.other.into != c.act {
			t.Errorf("%s: not merged", c.name)
		}
	}
	weak, strong := make(rules.Rule{}, lang.Active, nil, nil), make(rules.Rule{}, lang.Active, nil, nil)
	weak.against, weak.alone, strong.alone = []string{"needs: an actor"}, 0.1, 0.9
	if weak.absorb(strong); strong.merged {
		t.Error("what is hardly an event took over one that is")
	}
}
