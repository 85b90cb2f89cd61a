package incident

import (
	"slices"
	"testing"

	"sitrep/extract/record"
)

// rec is a record of the type at a place, on a day, with a number of dead.
func rec(id, event, sub, place, day string, dead int, source string) record.Record {
	r := record.Record{ID: id, EventType: event, SubEventType: sub, Modality: record.Actual, Scope: record.Single}
	if place != "" {
		r.Locations = []record.Location{{Text: place, ID: place}}
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
	on := func(day string) func(*account) { return func(a *account) { a.Time = &record.Time{From: day, To: day} } }
	loose := func(a *account) { a.SubEventType, a.EventType = "Other", "Other" }
	move := func(lemma string) func(*account) { return func(a *account) { loose(a); a.Trigger.Lemma = lemma } }
	for _, c := range []struct {
		name string
		as   []account
		want string // the incident of each, by its first account
	}{
		{"another one", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Gao", 0, "", 1), another)}, "ab"},
		{"another one, told on", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Gao", 0, "", 1), another), of(strike("c", "Gao", 0, "", 1), another), strike("d", "Gao", 0, "", 2)}, "abbb"},
		{"as many dead at an unlike place", []account{strike("a", "Gao", 9, "men", 0), strike("b", "Ansongo", 9, "people", 1)}, "aa"},
		{"as few dead at an unlike place", []account{strike("a", "Gao", 1, "a man", 0), strike("b", "Ansongo", 1, "a man", 1)}, "ab"},
		{"one militant, a militant", []account{strike("a", "Gao", 1, "a militant", 0), of(strike("b", "", 1, "One militant", 1), vague)}, "aa"},
		{"the attack", []account{strike("a", "Gao", 9, "men", 0), of(of(strike("b", "Gao", 0, "", 1), vague), anaphoric)}, "aa"},
		{"the attack, far away", []account{strike("a", "Gao", 9, "men", 0), of(of(strike("b", "Gao", 0, "", 5), vague), anaphoric)}, "ab"},
		{"three more died in hospital", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Bamako", 3, "more", 1), dying)}, "aa"},
		{"two unlike moves", []account{of(strike("a", "Gao", 0, "", 0), move("leave")), of(strike("b", "Gao", 0, "", 1), move("visit"))}, "ab"},
		{"the headline's rough toll", []account{strike("a", "Mali", 40, "scores", 0), of(strike("b", "Gao", 43, "people", 1), vague)}, "aa"},
		{"another toll than the headline's", []account{strike("a", "Mali", 40, "scores", 0), of(strike("b", "Gao", 12, "people", 1), vague)}, "ab"},
		{"five guards died", []account{strike("a", "Gao", 9, "men", 0), strike("b", "Ansongo", 0, "", 1), of(of(strike("c", "Gao", 5, "guards", 1), vague), func(a *account) { a.vague, a.elsewhere = true, true })}, "abb"},
		{"a denial after a denial", []account{strike("a", "Gao", 9, "men", 0), of(strike("b", "Gao", 0, "", 1), deny), of(strike("c", "Gao", 0, "", 2), deny)}, "aaa"},
		{"a region and its town", []account{of(strike("a", "Gao", 9, "men", 0), region), of(strike("b", "Ansongo", 0, "", 1), town)}, "aa"},
		{"a region and another's town", []account{of(strike("a", "Kayes", 9, "men", 0), region), of(strike("b", "Ansongo", 0, "", 1), town)}, "ab"},
		{"over 70, around 70", []account{of(strike("a", "Mali", 71, "people", 0), open), strike("b", "Ansongo", 70, "people", 2)}, "aa"},
		{"a telling toll over a day", []account{of(strike("a", "Gao", 23, "men", 0), on("2018-04-14")), strike("x", "Kayes", 0, "", 1), of(strike("b", "Gao", 23, "men", 6), on("2018-04-15"))}, "axa"},
		{"a small toll over a day", []account{of(strike("a", "Gao", 5, "men", 0), on("2018-04-14")), strike("x", "Kayes", 0, "", 1), of(strike("b", "Gao", 5, "men", 6), on("2018-04-15"))}, "axb"},
		{"a move told twice", []account{of(strike("a", "Gao", 0, "", 0), move("leave")), of(strike("b", "Gao", 0, "", 1), move("leave"))}, "aa"},
	} {
		group(c.as)
		got := ""
		for _, a := range c.as {
			got += a.Incident[:1]
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
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
		{"a fight and a shooting", []record.Record{clash("a", "Gao", "2018-04-14", 0, ""), attack("b", "Gao", "")}, nil, []string{"a", "b"}},
		{"one dead is not eight", []record.Record{clash("a", "Gao", "", 8, "he"), clash("b", "Gao", "", 1, "he")}, nil, []string{"a", "b"}},
		{"one source, two figures", []record.Record{clash("a", "Gao", "", 8, "he"), clash("b", "Gao", "", 5, "he")}, nil, []string{"a", "b"}},
		{"elsewhere", []record.Record{clash("a", "Gao", "", 8, ""), clash("b", "Ansongo", "", 7, "")}, nil, []string{"a", "b"}},
		{"the headline and its toll", []record.Record{clash("a", "Mali", "", 8, ""), clash("b", "Ansongo", "", 8, "")}, nil, []string{"a", "a"}},
		{"no day in the first", []record.Record{clash("a", "Gao", "", 0, ""), clash("b", "Gao", "2018-04-14", 0, ""), clash("c", "Gao", "2018-04-15", 0, "")}, nil, []string{"a", "a", "c"}},
	} {
		as := accounts(c.rs)
		for i, v := range c.vague {
			as[i].vague = v
		}
		group(as)
		var got []string
		for _, r := range c.rs {
			got = append(got, r.Incident[:1])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
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
		group(as)
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
