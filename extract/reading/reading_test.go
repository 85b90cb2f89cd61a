package reading

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

func resources(t *testing.T) *Resources {
	t.Helper()
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewResources(set, gazetteer.Actors(), gazetteer.Places())
}

// TestYears holds the last date of texts without a day of publication.
func TestYears(t *testing.T) {
	res := resources(t)
	for _, c := range []struct{ text, want string }{
		{"The NLF mined the road on 22 February 1966. In March it shelled the airfield. On 4 April it left. On 2 May it came back.", "1966-05-02"},
		{"The NLF mined the road on 22 February 1966. The tribe, at peace since 1963, joined it. In March it shelled the airfield. On 4 April a grenade hit a school. On 2 May a bus hit a mine.", "1966-05-02"},
		{"In 1992 the rebels took the ferry at Banjul. In May they lost it.", "1992-05-01"},
		{"7 January 2006. Gunmen shot an editor. 12 April. A bomb hit a market. 25 April. A bomb hit a bus. 15 June. A mine hit a bus.", "2006-06-15"},
		{"The army took Faw on 20 February 2016. In November gunmen had killed a judge.", "2015-11-01"},
		{"Soldiers shot three men in Conakry on 28 September 2009. The case was opened in 2022. On Monday a court sat.", ""},
		{"War broke out again in 1992. In May the rebels took the ferry.", "1992-05-01"},
		{"Tembo joined the army in 1990. The worst year was 1993. In May rebels took the ferry.", "1993-05-01"},
		{"Tembo joined the army in 1990. By 1993 the war had spread. In May rebels took the ferry.", "1993-05-01"},
		{"Tembo joined the army in 1990. The vote in 1993 was lost. In May rebels took the ferry.", "1993-05-01"},
		{"The year in Togo\n\n1991\n\nMay 4\n\nSoldiers shot four men in Sokode.", "1991-05-04"},
		{"In 1990 rebels took the ferry. The boat, which was built in 1996, sank. In May they left.", "1990-05-01"},
		{"In 1990 rebels took the ferry. It was the first raid since 1998. In May they left.", "1990-05-01"},
		{"In 1990 rebels took the ferry. A vote would be held in 1993. In May they left.", "1990-05-01"},
		{"They took Konduga on 4 May 2014, and on 7 May jets bombed it.", "2014-05-07"},
		{"They took Konduga on 4 May 2014. In December they had taken Bama.", "2013-12-01"},
		{"They took Konduga on 4 May 2014. In June 2014 a bomb hit Bama.", "2014-06-01"},
		{"Militiamen burned the village of Jebel Moon. On 4 April they came back.", ""},
	} {
		r := New(res, lang.New(article.Clean(article.Input{ID: "t", Text: c.text})))
		got := ""
		for i := range r.Document.Sentences {
			for _, d := range r.Dates(r.Document.Analyse(i)) {
				if got = ""; !d.From.IsZero() {
					got = d.From.Format(time.DateOnly)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s\n got %s, want %s", c.text, got, c.want)
		}
	}
}

// TestOrder: what a reading answers does not depend on the order of questions.
func TestOrder(t *testing.T) {
	res := resources(t)
	files, err := filepath.Glob("../../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ask := func(backwards bool) []string {
			r := New(res, lang.New(article.Clean(article.Input{ID: f, Text: string(b)})))
			answers := make([]string, len(r.Document.Sentences))
			order := make([]int, len(answers))
			for i := range order {
				order[i] = i
			}
			if backwards {
				slices.Reverse(order)
			}
			for _, i := range order {
				answers[i] = about(r, i)
			}
			return answers
		}
		forwards, backwards := ask(false), ask(true)
		for i := range forwards {
			if forwards[i] != backwards[i] {
				t.Errorf("%s, sentence %d:\n%s\n%s", f, i, forwards[i], backwards[i])
			}
		}
	}
}

// about returns all that a reading knows of sentence i.
func about(r *Reading, i int) string {
	s := r.Document.Analyse(i)
	var out string
	for _, g := range s.Nouns {
		out += fmt.Sprintf("%s %v %s;", g.Text(), r.Class(g).Names(), r.ArmedGroup(g))
		for _, p := range r.PlacesIn(g) {
			out += " " + p.Text + " " + p.ID
		}
		for _, a := range r.ActorsOf(g) {
			out += " " + a.Text + " " + a.ID
		}
	}
	for _, d := range r.Dates(s) {
		out += fmt.Sprint(" ", d.Text, d.From, d.To)
	}
	for _, c := range r.Casualties(s) {
		out += " " + c.Kind + " " + c.Quantity.Text
	}
	all := r.Attributions()
	for k := range all {
		if all[k].Sentence == i {
			out += " " + r.Source(&all[k]).Name
		}
	}
	return out
}

// TestRelated holds which actors are on one side.
func TestRelated(t *testing.T) {
	r := New(resources(t), lang.New(article.Clean(article.Input{ID: "t", Text: "Nothing happened."})))
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"SYR-MIL", "SYR-GOV", true}, {"SYR-MIL", "RUS-MIL", false}, {"", "", false}, {"islamic-state", "SYR-MIL", false},
	} {
		if got := r.Related(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

// TestMayNameMilitants: what is said before any sentence is read holds when all
// are.
func TestMayNameMilitants(t *testing.T) {
	res := resources(t)
	read := func(text string) *Reading {
		return New(res, lang.New(article.Clean(article.Input{ID: "t", Text: text})))
	}
	for text, want := range map[string]bool{
		"The president of France met the chairman of the BBC in Rome.": false,
		"Boko Haram was to blame.":                                     true,
		"Gunmen fired at the staff of Oxfam.":                          true,
		"Gunmen fired at the staff.":                                   false, // of nobody that has an id
		"Men on motorbikes chased a Red Cross team.":                   true,
		"The Sons of Rain Brigade met Oxfam.":                          true,
	} {
		if got := read(text).MayNameMilitants(); got != want {
			t.Errorf("%q may name militants: %t", text, got)
		}
	}
	var texts []string
	for _, pattern := range []string{"../../testdata/*.txt", "../testdata/*", "../lang/testdata/clauses/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal("no texts in "+pattern, err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				continue // a folder
			}
			texts = append(texts, strings.Split(string(b), "\n\n")...)
		}
	}
	for _, text := range texts {
		r := read(text)
		if r.MayNameMilitants() {
			continue
		}
		for i := range r.Document.Sentences {
			for _, g := range r.Document.Analyse(i).Nouns {
				if id := r.ArmedGroup(g); id != "" {
					t.Errorf("%q names %s", g.Text(), id)
				}
			}
		}
	}
}
