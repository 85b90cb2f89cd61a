package deaths

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sitrep/extract/record"
)

func n(i int) *int { return &i }

func TestCount(t *testing.T) {
	for _, c := range []struct {
		text     string
		min, max *int
		want     int
	}{
		{"12", n(12), n(12), 12}, {"at least 12", n(12), nil, 12}, {"more than 40", n(41), nil, 41}, {"up to 30", nil, n(30), 1},
		{"dozens", n(24), n(99), 12}, {"dozens of", n(24), n(99), 12}, {"hundreds", n(200), n(999), 100}, {"several", n(3), n(9), 3},
		{"", n(1), nil, 3}, {"many", n(1), nil, 3}, {"at least one", n(1), nil, 1}, {"a soldier", n(1), n(1), 1}, {"no one", n(0), n(0), 0},
		{"none", nil, n(0), 0}, {"civilians", n(1), nil, 3}, {"a large number", n(1), nil, 3}, {"at least 1", n(1), nil, 1}, {"tens of thousands", n(20000), n(99999), 20000},
	} {
		if got, _ := count(record.Casualty{Kind: "killed", Text: c.text, Min: c.min, Max: c.max}, 3); got != c.want {
			t.Errorf("%q: got %d, want %d", c.text, got, c.want)
		}
	}
}

func TestIncidentFatalitiesCountEachDeathOnce(t *testing.T) {
	dead := func(number int, kind, toll string) record.Casualty {
		return record.Casualty{Kind: "killed", Text: "N", Min: n(number), Max: n(number), Toll: toll, Victims: &record.Mention{Text: "those killed", Kind: kind}}
	}
	counted := func(number int) record.Casualty {
		c := dead(number, "", "total")
		c.Source = &record.Source{Kind: "medical", Start: 99}
		return c
	}
	telling := func(incident string, c ...record.Casualty) record.Record {
		return record.Record{Incident: incident, Modality: record.Actual, Status: record.Claimed, Scope: record.Single, Casualties: c}
	}
	later := func(r record.Record) record.Record {
		r.Evidence.Sentence = 1
		return r
	}
	by := func(kind, id string, r record.Record) record.Record {
		r.Source = &record.Source{Kind: kind, ID: id}
		return r
	}
	bombed := func(r record.Record) record.Record {
		r.Actors = []record.Party{{Text: "a bomber"}}
		return r
	}
	scores := record.Casualty{Kind: "killed", Text: "scores", Min: n(40), Max: n(99)}
	denied, planned, aggregate := telling("d", dead(9, "", "")), telling("p", dead(9, "", "")), telling("g", dead(9, "", ""))
	denied.Status, planned.Modality, aggregate.Scope = record.Denied, record.Planned, record.Aggregate
	against := dead(9, "civilians", "")
	against.Source = &record.Source{Kind: "witness", Start: 4}
	but := telling("a", dead(26, "rebel group", ""), against)
	but.Evidence.Text = "but villagers said nine had died"
	initial := telling("a", dead(27, "", ""))
	initial.Source = &record.Source{Kind: "media", Text: "Initial reports"}
	for name, c := range map[string]struct {
		records []record.Record
		want    []int // -1: empty
	}{
		"a rising toll counts once":              {[]record.Record{telling("a", dead(10, "", "total")), telling("a", dead(15, "", "total"))}, []int{-1, 15}},
		"more who died are added":                {[]record.Record{telling("a", dead(10, "", "total")), later(telling("a", dead(2, "", "new")))}, []int{12, -1}},
		"a total has those who die beside it":    {[]record.Record{telling("a", dead(10, "", "total")), telling("a", dead(2, "", "new"))}, []int{10, -1}},
		"a belligerent counts the other's dead":  {[]record.Record{by("belligerent", "x", telling("a", dead(90, "", ""))), by("medical", "", telling("a", dead(9, "", "")))}, []int{9, -1}},
		"nobody else counts them":                {[]record.Record{by("belligerent", "x", telling("a", dead(90, "", "")))}, []int{90}},
		"other words for the same dead":          {[]record.Record{telling("a", dead(13, "state forces", "")), telling("a", dead(13, "civilians", ""))}, []int{13, -1}},
		"the eight dead may be soldiers":         {[]record.Record{telling("a", dead(8, "state forces", "")), telling("a", record.Casualty{Kind: "killed", Text: "eight", Min: n(8), Max: n(8), Victims: &record.Mention{Text: "the eight dead", Kind: "civilians"}})}, []int{8, -1}},
		"what a side claims, others tell":        {[]record.Record{telling("a", scores), by("belligerent", "x", telling("a", dead(21, "civilians", ""))), telling("a", dead(21, "civilians", "")), telling("a", dead(15, "civilians", ""), dead(6, "civilians", ""))}, []int{21, -1, -1, -1}},
		"a former figure lacked the new ones":    {[]record.Record{telling("a", dead(18, "", "")), later(telling("a", dead(15, "", "former"), dead(3, "", "new")))}, []int{18, -1}},
		"a total has the new ones already":       {[]record.Record{telling("a", dead(10, "", "total")), telling("a", dead(2, "", "new"), dead(12, "", "total"))}, []int{-1, 12}},
		"a total has what its record tells":      {[]record.Record{telling("a", dead(19, "", ""), dead(24, "", "total"))}, []int{24}},
		"eighteen bodies of eighteen dead":       {[]record.Record{telling("a", dead(18, "", ""), dead(18, "", ""))}, []int{18}},
		"some of those hit were killed":          {[]record.Record{telling("a", record.Casualty{Kind: "killed", Min: n(1), Combined: true})}, []int{3}},
		"nobody knows how many of sixty":         {[]record.Record{telling("a", record.Casualty{Kind: "killed", Min: n(60), Max: n(60), Combined: true})}, []int{-1}},
		"two and two are four":                   {[]record.Record{telling("a", dead(2, "", ""), dead(2, "", ""))}, []int{4}},
		"soldiers and civilians add up":          {[]record.Record{telling("a", dead(10, "state forces", "")), telling("a", dead(4, "civilians", ""))}, []int{14, -1}},
		"people may hold both":                   {[]record.Record{telling("a", dead(14, "", "")), telling("a", dead(4, "civilians", ""), dead(10, "state forces", ""))}, []int{14, -1}},
		"two tellings of soldiers do not add up": {[]record.Record{telling("a", dead(10, "state forces", "")), telling("a", dead(10, "state forces", ""))}, []int{10, -1}},
		"two incidents each have theirs":         {[]record.Record{telling("a", dead(1, "", "")), telling("b", dead(2, "", ""))}, []int{1, 2}},
		"no deaths, no figure":                   {[]record.Record{telling("a"), telling("a")}, []int{-1, -1}},
		"denied, planned and aggregate are out":  {[]record.Record{denied, planned, aggregate, telling("a", dead(1, "", ""))}, []int{-1, -1, -1, 1}},
		"unlike words do not add to a number":    {[]record.Record{telling("a", dead(70, "identity militia", "")), telling("a", record.Casualty{Kind: "killed", Text: "Sunnis", Min: n(1), Victims: &record.Mention{Kind: "civilians"}})}, []int{70, -1}},
		"soldiers, and civilians beside them":    {[]record.Record{telling("a", dead(2, "state forces", ""), record.Casualty{Kind: "killed", Text: "civilians", Min: n(1), Victims: &record.Mention{Kind: "civilians"}})}, []int{5}},
		"people may be soldiers":                 {[]record.Record{telling("a", dead(12, "state forces", "")), telling("a", record.Casualty{Kind: "killed", Text: "15", Min: n(15), Max: n(15), Victims: &record.Mention{Text: "15 people", Kind: "civilians"}})}, []int{-1, 15}},
		"two soldiers and three others are five": {[]record.Record{telling("a", dead(2, "state forces", ""), record.Casualty{Kind: "killed", Text: "three", Min: n(3), Max: n(3), Victims: &record.Mention{Text: "three others", Kind: "civilians"}})}, []int{5}},
		"a nurse counts what the army claims":    {[]record.Record{by("belligerent", "x", telling("a", dead(27, "", ""), counted(9)))}, []int{9}},
		"more of another kind come on top":       {[]record.Record{telling("a", dead(10, "civilians", "")), later(telling("a", dead(2, "rebel group", "new")))}, []int{12, -1}},
		"another man, on top of nothing":         {[]record.Record{telling("a", dead(1, "civilians", "new")), later(telling("a", dead(1, "", "")))}, []int{1, -1}},
		"scores give way to a number":            {[]record.Record{telling("a", scores), telling("a", dead(37, "", ""))}, []int{37, -1}},
		"police are no side to people":           {[]record.Record{bombed(by("belligerent", "AFG-POL", telling("a", dead(9, "civilians", "")))), by("belligerent", "x", telling("a", dead(30, "", "")))}, []int{-1, 9}},
		"an army owns up to its own dead":        {[]record.Record{by("belligerent", "x", telling("a", dead(31, "state forces", ""))), by("belligerent", "SOM-MIL", telling("a", dead(6, "state forces", "")))}, []int{6, -1}},
		"hospitals count what the army claims":   {[]record.Record{by("belligerent", "SOM-MOH", telling("a", dead(14, "", ""))), by("belligerent", "SOM-AIR", telling("a", dead(31, "rebel group", "")))}, []int{-1, 14}},
		"what is set against it does not":        {[]record.Record{but}, []int{26}},
		"initial reports knew less":              {[]record.Record{telling("a", dead(17, "", "")), initial}, []int{17, -1}},
		"initial reports are better than none":   {[]record.Record{initial}, []int{27}},
		"nor is what only they tell left out":    {[]record.Record{telling("b", dead(5, "", "")), initial}, []int{5, 27}},
		"rivals do not add up":                   {[]record.Record{by("official", "x", telling("a", dead(13, "", ""), counted(15)))}, []int{15}},
		"a number beats an unknown one": {[]record.Record{telling("a", record.Casualty{Kind: "killed", Min: n(1)}),
			telling("a", dead(2, "civilians", ""))}, []int{-1, 2}},
	} {
		var got []int
		for _, p := range OfIncidents(c.records, 3) {
			got = append(got, bound(p))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestMenOfAFightAreNoCivilians(t *testing.T) {
	telling := func(eventType, victims string, number int) record.Record {
		return record.Record{
			Incident: "a", EventType: eventType, Modality: record.Actual, Status: record.Claimed, Scope: record.Single,
			Casualties: []record.Casualty{{Kind: "killed", Text: "N", Min: n(number), Max: n(number), Victims: &record.Mention{Text: victims, Kind: "civilians"}}},
		}
	}
	for _, c := range []struct {
		name  string
		first record.Record
		want  int
	}{
		{"lost eight men; a medic was killed", telling("Battles", "eight men", 8), 9},
		{"shot eight men; a medic was killed", telling("Violence against civilians", "eight men", 8), 8},
	} {
		got := Told([]record.Record{c.first, telling("Violence against civilians", "a medic", 1)}, 3)
		if got == nil || *got != c.want {
			t.Errorf("%s: got %v, want %d", c.name, got, c.want)
		}
	}
}
