package gazetteer

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestActorRowsDoNotContradict(t *testing.T) {
	for _, c := range contradictions(Actors()) {
		t.Error(c)
	}
}

// Every name of every row leads back to the row, alone or among others.
func TestEveryActorIsFoundByItsNames(t *testing.T) {
	x := Actors()
	for _, a := range x.All() {
		for _, alias := range a.Aliases() {
			m, ok := x.Lookup(alias.Text)
			if !ok {
				t.Errorf("%s: %q is not found", a.ID, alias.Text)
				continue
			}
			found := false
			for _, c := range m.Candidates {
				found = found || c.ID == a.ID
			}
			if !found {
				t.Errorf("%s: %q leads to %s", a.ID, alias.Text, m.Candidates[0].ID)
			}
			if !alias.Ambiguous && m.Candidates[0].ID != a.ID {
				t.Errorf("%s: %q leads to %s first", a.ID, alias.Text, m.Candidates[0].ID)
			}
		}
	}
}

func TestEveryStateHasItsForces(t *testing.T) {
	x := Actors()
	for _, s := range x.states {
		for _, v := range x.services {
			a := x.StateForce(s.iso3, v.role)
			if a == nil {
				t.Fatalf("%s has no %s", s.iso3, v.role)
			}
			if m, ok := x.Lookup(a.Name); !ok || m.Candidates[0].ID != a.ID {
				t.Errorf("%q does not lead to %s", a.Name, a.ID)
			}
		}
	}
}

func TestActorScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Syrian army shelled the town.", "Syrian army=SYR-MIL/force"},
		{"Syria's military and Kenyan police met.", "Syria's military=SYR-MIL/force Kenyan police=KEN-POL/force"},
		{"the armed forces of Ukraine said", "armed forces of Ukraine=UKR-MIL/force"},
		{"It is not for us to say that IS fired.", "IS=islamic-state/name"},
		{"U.S.-led coalition jets and U.S. troops", "U.S.-led coalition jets=global-coalition/name U.S. troops=USA-MIL/force"},
		{"Da’esh and Da'esh's men", "Da’esh=islamic-state/name Da'esh=islamic-state/name"},
		{"South Sudanese soldiers, not Sudanese ones", "South Sudanese soldiers=SSD-MIL/force Sudanese=SDN-GOV/adjective"},
		{"Moscow said Russians had died in Guinea-Bissau.", "Moscow=RUS-GOV/metonym Russians=RUS-GOV/people Guinea-Bissau=GNB-GOV/state"},
		{"turkey and chad are served; the army marched", ""},
		{"Iran. Army units moved", "Iran=IRN-GOV/state"},
		{"Royal Air Force jets", "Royal Air Force=GBR-AIR/name"},
	} {
		var got []string
		for _, m := range Actors().Scan(c.text) {
			got = append(got, c.text[m.Start:m.End]+"="+m.Candidates[0].ID+"/"+m.Form.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

func TestLongestBeginsWhereAsked(t *testing.T) {
	text := "fighting between Boko Haram and Nigerian Army units"
	at := strings.Index(text, "Nigerian")
	m, ok := Actors().Longest(text, at)
	if !ok || text[m.Start:m.End] != "Nigerian Army units" || m.Candidates[0].ID != "NGA-MIL" {
		t.Errorf("got %+v", m)
	}
	if _, ok := Actors().Longest(text, 1); ok {
		t.Error("found a name inside a word")
	}
}

// TestActorNameOver: a name that is passed over by the number of its words is none that
// goes on so far.
func TestActorNameOver(t *testing.T) {
	files, err := filepath.Glob("../testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	texts := []string{"Al Qaeda in the Arabian Peninsula, the Arakan Army's men and the Army of Syria; U.S. Army, Da'esh, al-Shabaab, Bashar al-Assad's Syria."}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(b))
	}
	found := 0
	for _, text := range texts {
		for at := range len(text) {
			if at > 0 && text[at-1] > ' ' && at%7 > 0 {
				continue // words and some of their insides are enough
			}
			want, ok := Actors().Longest(text, at)
			ok = ok && (want.Form == FormName || want.Form == FormLeader)
			for end := at + 1; end <= min(at+60, len(text)); end++ {
				got, over := Actors().NameOver(text, at, end)
				if wanted := ok && want.End >= end; over != wanted || over && !reflect.DeepEqual(got, want) {
					t.Fatalf("%q to %q: %t", text[at:min(at+60, len(text))], text[at:end], over)
				}
			}
			if ok {
				found++
			}
		}
	}
	if found == 0 {
		t.Error("no names")
	}
}

// TestActorEndsNoun: every noun ends in a word of which that is known.
func TestActorEndsNoun(t *testing.T) {
	for _, e := range Actors().entries {
		if e.class != classNoun {
			continue
		}
		noun := Actors().nouns[e.ref].Noun
		if word := noun[strings.LastIndexByte(noun, ' ')+1:]; !Actors().EndsNoun(word) {
			t.Errorf("%s ends in no noun", noun)
		}
	}
	if Actors().EndsNoun("rhubarb") {
		t.Error("rhubarb is known")
	}
}

func TestActorNouns(t *testing.T) {
	for _, c := range []struct {
		noun, kind, class string
		plural            bool
	}{
		{"militants", KindRebelGroup, NounForce, true},
		{"gunman", KindPoliticalMilitia, NounForce, false},
		{"Policemen", KindStateForces, NounForce, true},
		{"aid worker", KindCivilians, NounCivilian, false},
		{"passers-by", KindCivilians, NounCivilian, true},
		{"protesters", KindProtesters, NounCrowd, true},
		{"warplanes", "", NounCarrier, true},
		{"mosques", KindFacility, NounFacility, true},
		{"security forces", KindStateForces, NounForce, true},
	} {
		n, ok := Actors().Noun(c.noun)
		if !ok || n.Kind != c.kind || n.Class != c.class || n.Plural != c.plural {
			t.Errorf("%s: %+v", c.noun, n)
		}
	}
	if whose, rel, ok := Actors().Relation("Iran-backed"); !ok || whose != "Iran" || rel != "backed by" {
		t.Error(whose, rel, ok)
	}
}

func TestUsersActors(t *testing.T) {
	head := "id,name,kind,aliases\n"
	x, notices, err := ActorsWith(ActorFile{"mine.csv", strings.NewReader(head + "lions,Mountain Lions,rebel group,Lions of the Pass|Daesh\nhezbollah,Party of God,political militia,Hezbollah\n")})
	if err != nil {
		t.Fatal(err)
	}
	if m, ok := x.Lookup("Lions of the Pass"); !ok || m.Candidates[0].ID != "lions" {
		t.Error("a user's alias is not found")
	}
	if m, ok := x.Lookup("Daesh"); !ok || len(m.Candidates) != 1 || m.Candidates[0].ID != "lions" {
		t.Error("a user's alias does not stand before ours")
	}
	if a, _ := x.ByID("hezbollah"); a.Name != "Party of God" {
		t.Error("a user's row does not replace ours")
	}
	var all []string
	for _, n := range notices {
		all = append(all, n.String())
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{`mine.csv:2:1: "Daesh" no longer means islamic-state`, `mine.csv:3:1: id "hezbollah" replaces the row of data/actors/groups.csv:`} {
		if !strings.Contains(got, want) {
			t.Errorf("no notice %s in\n%s", want, got)
		}
	}
	for _, c := range []struct{ file, want string }{
		{"id,name,kind\nx,X,rebels\n", `f.csv:2:5: "rebels" is not a kind of actor`},
		{"id,name\nx,X\n", `f.csv:1:1: column "kind" is missing`},
		{"id,name,kind,colour\n", `f.csv:1:14: unknown column "colour"`},
		{"id,name,kind,from,to\nx,X,rebel group,2001,1999\n", `f.csv:2:22: x ends in 1999 before it begins in 2001`},
		{"id,name,kind,countries\nx,X,,XX\n", `f.csv:2:6: "XX" is not an ISO 3166`},
		{"id,name,kind\nx,X,\nx,Y,\n", `f.csv:3:1: id "x" appears twice`},
		{"id,name,kind\nx,\"X,\n", `f.csv:`},
		{"", `f.csv:1:1: the file is empty`},
		{"id,name,kind,from\nx,X,,soon\n", `f.csv:2:6: "soon" is not a year`},
	} {
		_, _, err := ActorsWith(ActorFile{"f.csv", strings.NewReader(c.file)})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v", c.file, err)
		}
	}
}

func BenchmarkOpenActors(b *testing.B) {
	for b.Loop() {
		if _, _, err := buildActors(nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScanActors(b *testing.B) {
	text := "Army units backed by allied militias pushed into the eastern outskirts of the city on Tuesday, a military source said, while warplanes hit positions held by Islamic State near the airport and the Syrian Observatory for Human Rights reported dozens of casualties."
	x := Actors()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.Scan(text)
	}
	b.ReportMetric(float64(len(strings.Fields(text))*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// The word tables name only kinds, services and classes that exist, and every
// noun is found again.
func TestActorWordTables(t *testing.T) {
	x := Actors()
	classes := map[string]bool{NounForce: true, NounCrowd: true, NounCivilian: true, NounPerson: true, NounOfficial: true, NounGroup: true, NounCarrier: true, NounFacility: true, NounObject: true}
	service := func(where, s string) {
		if _, ok := x.serviceOf[s]; s != "" && !ok {
			t.Errorf("%s: no service %q", where, s)
		}
	}
	for _, n := range x.nouns {
		if !classes[n.Class] || !actorKinds[n.Kind] && n.Kind != KindFacility || !sourceKinds[n.SourceKind] {
			t.Errorf("%s: %+v", n.Noun, n)
		}
		service(n.Noun, n.Service)
		if m, ok := x.Noun(n.Noun); !ok || m.Noun != n.Noun {
			t.Errorf("%s is not found, or leads to %s", n.Noun, m.Noun)
		}
	}
	for _, r := range x.roles {
		if !sourceKinds[r.SourceKind] || r.SourceKind == "" {
			t.Errorf("%s: source kind %q", r.Role, r.SourceKind)
		}
		service(r.Role, r.Service)
	}
	for _, m := range x.mods {
		if !actorKinds[m.Kind] {
			t.Errorf("%s: kind %q", m.Word, m.Kind)
		}
	}
	for _, l := range x.leaders {
		if l.From != 0 && l.To != 0 && l.To < l.From {
			t.Errorf("%s leads from %d to %d", l.Name, l.From, l.To)
		}
	}
}

func FuzzActorScan(f *testing.F) {
	f.Add("Da’esh, U.S.-led forces and Syria's army; the armed forces of the ")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range Actors().Scan(text) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) || len(m.Candidates) == 0 || m.Candidates[0].Actor == nil {
				t.Fatalf("%+v in %q", m, text)
			}
			last = m.End
		}
	})
}
