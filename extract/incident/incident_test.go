package incident

import (
	"slices"
	"testing"

	"sitrep/extract/record"
	"sitrep/extract/weigh"
)

// rec is a record of the type at a place, on a day, with a number of dead.
func rec(id, event, sub, place, day string, dead int, source string) record.Record {
	r := record.Record{ID: id, EventType: event, SubEventType: sub, Modality: record.Actual, Scope: record.Single}
	if place != "" {
		r.Locations = []record.Location{{Text: place, ID: place}}
		if place != "Mali" {
			r.Locations[0].Kind = "populated place"
		}
	}
	if day != "" {
		r.Time = &record.Time{From: day, To: day}
	}
	if dead > 0 {
		r.Casualties = []record.Casualty{{Kind: "killed", Min: &dead, Max: &dead}}
	}
	if source != "" {
		r.Source = &record.Source{Text: source, Kind: sources[source]}
	}
	return r
}

// sources are the kinds of those that the tests let speak.
var sources = map[string]string{"residents": "witness", "a doctor": "medical", "police": "official", "a daily": "media", "officials": "official"}

const (
	battles    = "Battles"
	explosions = "Explosions/Remote violence"
	civilians  = "Violence against civilians"
)

func TestTellers(t *testing.T) {
	strike := func(id, place string, dead int, victims string, sentence int) account {
		r := rec(id, explosions, "Air/drone strike", place, "", dead, "")
		r.Evidence.Sentence = sentence
		if dead > 0 {
			r.Casualties[0].Victims = &record.Mention{Text: victims}
		}
		if victims == "scores" {
			most := 99
			r.Casualties[0].Max = &most
		}
		return account{Record: &r}
	}
	of := func(a account, change func(*account)) account {
		change(&a)
		return a
	}
	another := func(a *account) { a.another = true }
	anaphoric := func(a *account) { a.anaphoric = true }
	vague := func(a *account) { a.SubEventType, a.EventType = "Attack", civilians }
	dying := func(a *account) { a.Trigger.Lemma, a.Casualties[0].Toll = "die", "new" }
	deny := func(a *account) { a.Modality = record.Negated }
	region := func(a *account) {
		a.Locations[0].Kind, a.Locations[0].Admin1 = "first-order division", a.Locations[0].Text
	}
	town := func(a *account) { a.Locations[0].Admin1 = "Gao" }
	open := func(a *account) { a.Casualties[0].Max = nil }
	rough := func(a account) account { most := 99; a.Casualties[0].Max = &most; return a }
	clash := func(a *account) { a.SubEventType, a.EventType = "Armed clash", battles }
	fighting := func(a *account) { clash(a); a.Trigger.Lemma = "fighting" }
	loose := func(a *account) { a.SubEventType, a.EventType = "Other", "Other" }
	move := func(lemma string) func(*account) { return func(a *account) { loose(a); a.Trigger.Lemma = lemma } }
	on := func(day string, inherited bool) func(*account) {
		return func(a *account) { a.Time = &record.Time{From: day, To: day, Inherited: inherited} }
	}
	for _, c := range []struct {
		name string
		as   []account
		want string // the incident of each, by its first account
	}{
		{"another one", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Gao", 0, "", 1), another)}, "ab"},
		{"as many dead at an unlike place", []account{strike("a", "Gao", 9, "men", 0), strike("b", "Ansongo", 9, "people", 1)}, "aa"},
		{"one militant, a militant", []account{strike("a", "Gao", 1, "a militant", 0), of(strike("b", "", 1, "One militant", 1), vague)}, "aa"},
		{"the attack", []account{strike("a", "Gao", 9, "men", 0), of(of(strike("b", "Gao", 0, "", 1), vague), anaphoric)}, "aa"},
		{"three more died in hospital", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Bamako", 3, "more", 1), dying)}, "aa"},
		{"another toll than the headline's", []account{strike("a", "Mali", 40, "scores", 0), of(strike("b", "Gao", 12, "people", 1), vague)}, "ab"},
		{"dead of days apart", []account{of(strike("a", "Gao", 9, "men", 0), on("2018-04-14", false)), of(strike("b", "Gao", 12, "men", 1), on("2018-04-02", false))}, "ab"},
		{"dead of the day before", []account{of(strike("a", "Gao", 9, "men", 0), on("2018-04-14", false)), of(strike("b", "Gao", 9, "men", 1), on("2018-04-13", false))}, "aa"},
		{"other dead of days apart, one taken over", []account{of(strike("a", "Gao", 3, "men", 0), on("2018-04-14", true)), of(strike("b", "Gao", 12, "men", 1), on("2018-04-02", false))}, "ab"},
		{"the dead of a day taken over wrongly", []account{of(strike("a", "Gao", 12, "men", 0), on("2018-04-14", true)), of(strike("b", "Gao", 12, "men", 1), on("2018-04-02", false))}, "aa"},
		{"a denial after a denial", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Gao", 0, "", 1), deny), of(strike("c", "Gao", 0, "", 2), deny)}, "aaa"},
		{"a region and its town", []account{of(strike("a", "Gao", 9, "men", 0), region), of(strike("b", "Ansongo", 0, "", 1), town)}, "aa"},
		{"over 70, around 70", []account{of(strike("a", "Mali", 71, "people", 0), open), strike("b", "Ansongo", 70, "people", 2)}, "aa"},
		{"dozens from afar, dozens in a fight", []account{rough(strike("a", "Gao", 24, "", 0)), of(rough(strike("b", "Gao", 24, "soldiers", 1)), fighting)}, "ab"},
		{"dozens of soldiers from afar, dozens of soldiers in a fight", []account{rough(strike("a", "Gao", 24, "soldiers", 0)), of(rough(strike("b", "Gao", 24, "soldiers", 1)), fighting)}, "aa"},
		{"one who dies once, told far away", []account{strike("a", "Gao", 1, "the bomber Omar Diallo", 0), strike("b", "Kidal", 1, "Omar Diallo", 9)}, "aa"},
		{"two of unlike names", []account{strike("a", "Gao", 1, "Omar Diallo", 0), strike("b", "Kidal", 1, "Omar Traore", 9)}, "ab"},
		{"no name", []account{strike("a", "Gao", 1, "a Policeman", 0), strike("b", "Kidal", 1, "A Policeman", 9)}, "ab"},
		{"the dead", []account{of(strike("a", "Gao", 3, "rebels", 0), clash), of(of(strike("b", "", 1, "the dead", 4), vague), open)}, "aa"},
		{"farmers", []account{of(strike("a", "Gao", 3, "rebels", 0), clash), of(of(strike("b", "", 1, "farmers", 4), vague), open)}, "ab"},
		{"a move told twice", []account{of(strike("a", "Gao", 0, "", 0), move("leave")), of(strike("b", "Gao", 0, "", 1), move("leave"))}, "aa"},
	} {
		group(c.as, builtIn())
		lookAgain(c.as)
		got := ""
		for _, a := range c.as {
			got += a.Incident[:1]
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestEvidence holds what speaks for and against an account telling the incident
// before it.
func TestEvidence(t *testing.T) {
	strike := func(id, place string, dead int, sentence int) account {
		r := rec(id, explosions, "Air/drone strike", place, "2018-04-14", dead, "")
		r.Trigger.Lemma, r.Evidence.Sentence = "strike", sentence
		return account{Record: &r, dead: killed(&r)}
	}
	of := func(a account, change func(*account)) account {
		change(&a)
		return a
	}
	vague := func(a *account) { a.vague, a.SubEventType, a.EventType = true, "Attack", civilians }
	attack := func(a *account) { vague(a); a.anaphoric = true }
	total := func(a *account) { a.dead[0].Toll = "total" }
	deny := func(a *account) { a.Modality, a.disclaimed = record.Negated, true }
	far := func(a *account) { a.elsewhere = true }
	gunman := func(a *account) { a.newDoer = true }
	for _, c := range []struct {
		a, b account
		want string
	}{
		{strike("a", "Gao", 9, 0), strike("b", "Gao", 9, 1), "tells of as many dead"},
		{strike("a", "Gao", 9, 0), strike("b", "Gao", 14, 1), "tells of more dead"},
		{strike("a", "Gao", 9, 0), of(strike("b", "Gao", 14, 1), total), "tells of another toll"},
		{strike("a", "Gao", 9, 0), strike("b", "Gao", 1, 1), "tells of one dead, it of more"},
		{strike("a", "Gao", 9, 0), strike("b", "Gao", 0, 1), "tells of none of its dead"},
		{strike("a", "Gao", 0, 0), strike("b", "Gao", 9, 1), "tells of dead, the first"},
		{strike("a", "Gao", 9, 0), of(strike("b", "Gao", 0, 1), vague), "violent, by a word for any act"},
		{strike("a", "Gao", 9, 0), of(strike("b", "Gao", 0, 1), attack), "points back, the last told"},
		{strike("a", "Gao", 9, 0), strike("b", "Kayes", 0, 1), "at another place"},
		{strike("a", "Gao", 9, 0), of(strike("b", "Kayes", 0, 1), far), "at another place, taken over"},
		{strike("a", "Gao", 9, 0), of(strike("b", "Gao", 0, 1), deny), "denies a hand in it"},
		{strike("a", "Gao", 9, 4), of(strike("b", "Gao", 5, 9), gunman), "one of a kind, with other dead"},
		{strike("a", "Gao", 9, 0), strike("b", "Gao", 0, 12), "told long before"},
	} {
		h := &happening{members: []account{c.a}}
		e := h.evidence(nil, c.b, nearest{h, h})
		if !slices.ContainsFunc(e, func(f weigh.Feature) bool { return f.Name == c.want }) {
			t.Errorf("%d dead, then %d: no %q in %v", len(c.a.dead), len(c.b.dead), c.want, e)
		}
	}
}

// TestRuledOut holds what no evidence can make one happening.
func TestRuledOut(t *testing.T) {
	first := rec("a", explosions, "Air/drone strike", "Cali", "2018-04-14", 3, "")
	h := &happening{members: []account{{Record: &first, dead: killed(&first)}}}
	for name, change := range map[string]func(*account){
		"another":                    func(a *account) { a.another = true },
		"a total":                    func(a *account) { a.Scope = record.Aggregate },
		"a plan":                     func(a *account) { a.Modality = record.Planned },
		"other dead of another town": func(a *account) { a.Locations[0].ID, a.Locations[0].Text = "Pasto", "Pasto" },
		"a day of another name":      func(a *account) { a.Time = &record.Time{Text: "on Sunday"} },
	} {
		r := rec("b", explosions, "Air/drone strike", "Cali", "2018-04-14", 1, "")
		r.Evidence.Sentence = 1
		b := account{Record: &r, dead: killed(&r)}
		if !h.mayBeToldBy(b) {
			t.Fatal("the same is ruled out")
		}
		if name == "a day of another name" {
			first.Time = &record.Time{Text: "on Saturday"}
		}
		change(&b)
		if h.mayBeToldBy(b) {
			t.Errorf("%s may be the same", name)
		}
		first.Time = &record.Time{From: "2018-04-14", To: "2018-04-14"}
	}
}

// accounts are those of the records, in the first paragraph.
func accounts(rs []record.Record) []account {
	out := make([]account, len(rs))
	for i := range rs {
		out[i].Record = &rs[i]
	}
	return out
}

func TestGroup(t *testing.T) {
	suicide := func(id string, dead int, by string) record.Record {
		return rec(id, explosions, "Suicide bomb", "Gao", "2018-04-14", dead, by)
	}
	ied := func(id string, dead int, day string) record.Record {
		return rec(id, explosions, "Remote explosive/landmine/IED", "Gao", day, dead, "a doctor")
	}
	clash := func(id, place, day string, dead int, by string) record.Record {
		return rec(id, battles, "Armed clash", place, day, dead, by)
	}
	attack := func(id, place, day string) record.Record {
		return rec(id, civilians, "Attack", place, day, 0, "")
	}
	for _, c := range []struct {
		name  string
		rs    []record.Record
		vague []bool
		want  []string // the incident of each, by its first record
	}{
		{"tolls rise from source to source", []record.Record{suicide("a", 6, "police"), suicide("b", 13, "medics"), suicide("c", 21, "")}, nil, []string{"a", "a", "a"}},
		{"a vaguer word, the same place and day", []record.Record{suicide("a", 21, ""), ied("b", 21, "2018-04-14")}, []bool{false, true}, []string{"a", "a"}},
		{"a vaguer word on another day", []record.Record{suicide("a", 21, ""), ied("b", 4, "2018-03-01")}, []bool{false, true}, []string{"a", "b"}},
		{"two plain types on one day", []record.Record{suicide("a", 21, ""), ied("b", 4, "2018-04-14")}, []bool{false, false}, []string{"a", "b"}},
		{"a fight and the attack", []record.Record{clash("a", "Gao", "2018-04-14", 0, ""), attack("b", "Gao", "")}, []bool{false, true}, []string{"a", "a"}},
		{"elsewhere", []record.Record{clash("a", "Gao", "", 8, ""), clash("b", "Ansongo", "", 7, "")}, nil, []string{"a", "b"}},
		{"the headline and its toll", []record.Record{clash("a", "Mali", "", 8, ""), clash("b", "Ansongo", "", 8, "")}, nil, []string{"a", "a"}},
	} {
		as := accounts(c.rs)
		for i, v := range c.vague {
			as[i].vague = v
		}
		group(as, builtIn())
		var got []string
		for _, r := range c.rs {
			got = append(got, r.Incident[:1])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestShareMeans holds which records take over the means by which others tell of their
// incident.
func TestShareMeans(t *testing.T) {
	told := func(event, sub, lemma string, by ...string) account {
		r := rec("a", event, sub, "Gao", "", 0, "")
		r.Incident, r.Trigger.Lemma = "a-i", lemma
		for _, kind := range by {
			r.Actors = append(r.Actors, record.Party{Kind: kind})
		}
		return account{Record: &r}
	}
	of := func(a account, change func(*account)) account {
		change(&a)
		return a
	}
	blast := told(explosions, "Remote explosive/landmine/IED", "explode")
	result := func(a *account) { a.vague, a.result = true, true }
	anaphoric := func(a *account) { a.anaphoric = true }
	armed := func(a *account) { a.Weapons = []record.Weapon{{Text: "rifle"}} }
	for _, c := range []struct {
		name string
		as   []account // the last is looked at
		want string
	}{
		{"a bomb exploded; he was killed", []account{blast, of(told(civilians, "Attack", "kill"), result)}, "Remote explosive/landmine/IED"},
		{"a bomb exploded; the raid", []account{blast, of(told(battles, "Armed clash", "raid"), anaphoric)}, "Remote explosive/landmine/IED"},
		{"a bomb exploded; the shooting", []account{blast, of(told(civilians, "Attack", "shooting"), anaphoric)}, "Attack"},
		{"a bomb exploded; a raid", []account{blast, told(battles, "Armed clash", "raid")}, "Armed clash"},
		{"a bomb exploded; killed with a rifle", []account{blast, of(of(told(civilians, "Attack", "kill"), result), armed)}, "Attack"},
		{"a bomb exploded; police killed them", []account{blast, of(told(battles, "Armed clash", "kill", "state forces"), result)}, "Armed clash"},
		{"troops shelled; rebels killed them", []account{told(explosions, "Shelling/artillery/missile attack", "shell", "state forces"), of(told(battles, "Armed clash", "kill", "rebel group"), result)}, "Armed clash"},
		{"a bomb exploded, gunmen fired; he was killed", []account{blast, told(civilians, "Attack", "fire"), of(told(civilians, "Attack", "kill"), result)}, "Attack"},
		{"a bomb exploded; he was abducted", []account{blast, of(told(civilians, "Abduction/forced disappearance", "abduct"), result)}, "Abduction/forced disappearance"},
	} {
		shareMeans(c.as)
		if got := c.as[len(c.as)-1].SubEventType; got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestStatus(t *testing.T) {
	denial := rec("c", explosions, "Air/drone strike", "Gao", "2018-04-14", 0, "the army")
	denial.Modality = record.Negated
	strike := func(id, by string) record.Record {
		return rec(id, explosions, "Air/drone strike", "Gao", "2018-04-14", 4, by)
	}
	other := rec("d", battles, "Armed clash", "Ansongo", "2018-04-13", 0, "residents")
	for _, c := range []struct {
		name       string
		rs         []record.Record
		d          doubt
		paragraphs []int // of the records
		want       []string
	}{
		{"denied by another", []record.Record{strike("a", "residents"), strike("b", ""), denial, other}, doubt{}, nil, []string{record.Denied, record.Denied, record.Claimed, record.Claimed}},
		{"confirmed by an unrelated source", []record.Record{strike("a", "residents"), strike("b", "a doctor")}, doubt{}, nil, []string{record.Confirmed, record.Confirmed}},
		{"a newspaper hands on what police say", []record.Record{strike("a", "a daily"), strike("b", "police")}, doubt{}, nil, []string{record.Claimed, record.Claimed}},
		{"officials may be the police", []record.Record{strike("a", "officials"), strike("b", "police")}, doubt{}, nil, []string{record.Claimed, record.Claimed}},
		{"nobody knows who they are", []record.Record{strike("a", "sources"), strike("b", "residents")}, doubt{}, nil, []string{record.Claimed, record.Claimed}},
		{"what two confirm a third may say", []record.Record{strike("a", "residents"), strike("b", "a doctor"), strike("c", "sources"), strike("d", "")}, doubt{}, nil, []string{record.Confirmed, record.Confirmed, record.Confirmed, record.Reported}},
		{"own voice", []record.Record{strike("a", ""), other}, doubt{}, nil, []string{record.Reported, record.Claimed}},
		{"a remark covers the run before it", func() []record.Record {
			rs := []record.Record{other, strike("a", "rebels"), strike("b", "rebels")}
			rs[1].Evidence.Sentence, rs[2].Evidence.Sentence = 1, 2
			return rs
		}(), doubt{unverified: []remark{{sentence: 3, paragraph: 1}}}, []int{0, 0, 1}, []string{record.Claimed, record.Unverified, record.Unverified}},
		{"a claim that others reject", []record.Record{strike("a", "rebels")}, doubt{rejected: []remark{{sentence: 0, speaker: "the army"}}}, nil, []string{record.Denied}},
		{"nobody rejects what he says", []record.Record{strike("a", "rebels")}, doubt{rejected: []remark{{sentence: 0, speaker: "rebels"}}}, nil, []string{record.Claimed}},
		{"a denial needs no verifying", func() []record.Record {
			rs := []record.Record{strike("a", "rebels"), denial}
			rs[1].Evidence.Sentence = 1
			rs[0].Locations = nil
			return rs
		}(), doubt{unverified: []remark{{sentence: 2}}}, nil, []string{record.Denied, record.Claimed}},
	} {
		c.d.related = func(a, b string) bool { return false }
		as := accounts(c.rs)
		for i, p := range c.paragraphs {
			as[i].paragraph = p
		}
		group(as, builtIn())
		settle(as, c.d)
		var got []string
		for _, r := range c.rs {
			got = append(got, r.Status)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}
