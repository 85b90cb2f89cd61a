package link

import (
	"fmt"
	"testing"

	"sitrep/extract/record"
)

// telling is a record of its own article: dead at a place on a day.
func telling(id, published, day, place, sub string, dead int) record.Record {
	r := record.Record{
		ID: id, Incident: id + "-i", Article: record.Article{ID: "article-" + id, Published: published},
		EventType: "Violence against civilians", SubEventType: sub, Modality: record.Actual, Scope: record.Single, Status: record.Reported,
		Evidence: record.Evidence{Text: "Sentence " + id},
	}
	if day != "" {
		r.Time = &record.Time{From: day, To: day, Precision: "day"}
	}
	if lat, ok := map[string]float64{"Gao": 16.27, "Ansongo": 15.66}[place]; ok {
		lon := 0.05
		r.Locations = []record.Location{{Text: place, ID: place, Kind: "populated place", Country: "MLI", Latitude: &lat, Longitude: &lon, GeoPrecision: 1}}
	}
	if dead > 0 {
		r.Casualties = []record.Casualty{{Kind: "killed", Text: fmt.Sprint(dead), Min: &dead, Max: &dead}}
	}
	return r
}

func link(records ...record.Record) []Incident {
	var out []Incident
	l := NewLinker(Options{Window: DefaultWindow, UnknownFatalities: 3}, func(n Incident) error {
		out = append(out, n)
		return nil
	})
	for _, r := range records {
		l.Add([]record.Record{r})
	}
	l.Close()
	return out
}

func TestLink(t *testing.T) {
	const attack, abduction = "Attack", "Abduction/forced disappearance"
	denial := telling("d", "2018-04-15", "2018-04-14", "Gao", attack, 0)
	denial.Modality, denial.Source = record.Negated, &record.Source{Text: "the army"}
	for _, c := range []struct {
		name    string
		records []record.Record
		want    int // incidents
		dead    int // over all
	}{
		{"one toll, two outlets", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2018-04-15", "2018-04-14", "Gao", attack, 6)}, 1, 6},
		{"a toll rises", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2018-04-15", "2018-04-14", "Gao", attack, 9)}, 1, 9},
		{"a toll is corrected", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 9), telling("b", "2018-04-15", "2018-04-14", "Gao", attack, 8)}, 1, 8},
		{"two days", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2018-04-16", "2018-04-15", "Gao", attack, 9)}, 2, 15},
		{"two towns", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2018-04-15", "2018-04-14", "Ansongo", attack, 9)}, 2, 15},
		{"two kinds of act", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2018-04-15", "2018-04-14", "Gao", abduction, 0)}, 2, 6},
		{"a year later", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("b", "2019-04-14", "2019-04-14", "Gao", attack, 6)}, 2, 12},
		{"a vague account chains nothing", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), telling("v", "2018-04-15", "", "Gao", attack, 0),
			telling("b", "2018-04-16", "2018-04-15", "Gao", attack, 9)}, 2, 15},
		{"denied", []record.Record{telling("a", "2018-04-14", "2018-04-14", "Gao", attack, 6), denial}, 1, 6},
	} {
		got := link(c.records...)
		dead := 0
		for _, n := range got {
			if n.Fatalities != nil {
				dead += *n.Fatalities
			}
		}
		if len(got) != c.want || dead != c.dead {
			t.Errorf("%s: %d incidents, %d dead; want %d, %d", c.name, len(got), dead, c.want, c.dead)
		}
		if c.name == "denied" && got[0].Status != record.Denied {
			t.Errorf("%s: status %s", c.name, got[0].Status)
		}
	}
}

// TestCopies: an article that repeats the sentences of another is no teller of
// its own, and its old toll does not stand against the newer one.
func TestCopies(t *testing.T) {
	a, b := telling("a", "2018-04-14", "2018-04-14", "Gao", "Attack", 6), telling("b", "2018-04-15", "2018-04-14", "Gao", "Attack", 9)
	copied := telling("c", "2018-04-15", "2018-04-14", "Gao", "Attack", 6)
	a.Evidence.Text = "Gunmen killed six people in an attack on a market in Gao on Saturday, police said."
	copied.Evidence.Text = a.Evidence.Text
	got := link(a, b, copied)
	if len(got) != 1 || got[0].Articles != 3 || got[0].Tellers != 2 || *got[0].Fatalities != 9 || got[0].Tellings[2].Article.CopyOf != "article-a" {
		t.Errorf("got %+v", got)
	}
}

// TestHeadline: a headline that says less, or of the dead only the newest, is of
// what its lead tells; one whose article tells of two happenings too.
func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		name     string
		headline record.Record
		want     int // incidents
	}{
		{"the newest of the dead", telling("h", "2018-04-15", "", "", "Attack", 1), 1},
		{"another kind of act", telling("h", "2018-04-15", "2018-04-14", "", "Armed clash", 0), 1},
		{"another town", telling("h", "2018-04-15", "2018-04-14", "Ansongo", "Attack", 0), 2},
	} {
		lead := telling("l", "2018-04-15", "2018-04-14", "Gao", "Attack", 4)
		c.headline.Article = record.Article{ID: "article", Title: "Headline", Published: "2018-04-15"}
		lead.Article, lead.Evidence.Start, lead.Trigger.Start = c.headline.Article, 48, 56
		c.headline.Evidence.Text, lead.Evidence.Text = "Fourth trader killed in Gao market attack", "Four traders were killed when gunmen attacked the market of Gao on Saturday."
		var out []Incident
		l := NewLinker(Options{Window: DefaultWindow, UnknownFatalities: 3}, func(n Incident) error {
			out = append(out, n)
			return nil
		})
		l.Add([]record.Record{c.headline, lead})
		l.Close()
		if len(out) != c.want {
			t.Errorf("%s: %d incidents, want %d", c.name, len(out), c.want)
		} else if c.want == 1 && out[0].Tellings[0].Event != "h" {
			t.Errorf("%s: the first telling is %s, not the headline", c.name, out[0].Tellings[0].Event)
		}
	}
}

func TestTollOf(t *testing.T) {
	for _, c := range []struct {
		figures []figure
		best    int
		rule    string
	}{
		{[]figure{{1, 6, false, "a"}, {1, 6, false, "b"}}, 6, Agreed},
		{[]figure{{1, 6, true, "a"}, {2, 20, false, "b"}, {3, 18, false, "c"}}, 18, Latest},
		{[]figure{{1, 9, false, "a"}, {1, 9, false, "b"}, {2, 1, false, "c"}}, 9, Repeated},
		{[]figure{{1, 9, false, "a"}, {1, 9, false, "b"}, {1, 12, false, "c"}}, 9, MostTold},
		{[]figure{{1, 9, false, "a"}, {1, 12, false, "c"}}, 12, MostTold},
	} {
		got := tollOf(c.figures)
		if got.Best != c.best || got.Rule != c.rule {
			t.Errorf("%v: got %d by %q, want %d by %q", c.figures, got.Best, got.Rule, c.best, c.rule)
		}
	}
}

// BenchmarkLink: the time a record is the same however many there are.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				var s Sorter
				for r := range invented(n) {
					if err := s.Add(r); err != nil {
						b.Fatal(err)
					}
				}
				incidents := 0
				l := NewLinker(Options{Window: DefaultWindow, UnknownFatalities: 3}, func(Incident) error { incidents++; return nil })
				for records, err := range s.Articles() {
					if err != nil {
						b.Fatal(err)
					}
					l.Add(records)
				}
				l.Close()
				s.Close()
				b.ReportMetric(float64(incidents), "incidents")
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/record")
		})
	}
}
