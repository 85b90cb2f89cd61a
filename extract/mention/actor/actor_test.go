package actor

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/gazetteer"
)

func read(text string, places ...mention.Place) *Reader {
	return Read(gazetteer.Actors(), lang.New(article.Clean(article.Input{ID: "x", Text: text})), gazetteer.Actors().Scan(text), places)
}

func found(r *Reader) string {
	var out []string
	for i := range r.Document().Sentences {
		for _, m := range r.Sentence(i) {
			if m.ID != "" || m.Kind != "" {
				out = append(out, fmt.Sprintf("%s=%s/%s", m.Text, m.ID, m.Kind))
			}
		}
	}
	return strings.Join(out, "; ")
}

func TestGroupsAndTheirActors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// One group, two owners.
		{"Turkish and Syrian jets bombed a ridge.", "Turkish=TUR-MIL/state forces; Syrian jets=SYR-MIL/state forces"},
		// A name that runs across the possessor or behind the group.
		{"Sudan's army left the valley.", "Sudan's army=SDN-MIL/state forces; Sudan=SDN-GOV/state forces"},
		{"The armed forces of Ukraine held the ridge.", "armed forces of Ukraine=UKR-MIL/state forces"},
		// Whose fighters: before the noun, behind it, by a participle.
		{"Houthi fighters crossed the ridge.", "Houthi fighters=houthis/rebel group"},
		{"Syrian fighters of Boko Haram fled.", "Syrian fighters=boko-haram/rebel group; Boko Haram=boko-haram/rebel group"},
		{"Three members of Boko Haram fled.", "Three members of Boko Haram=boko-haram/rebel group"},
		{"Militias loyal to Khalifa Haftar fled.", "Militias=lna-libya/state forces; Khalifa Haftar=lna-libya/state forces"},
		// A state beside a noun without a service says the country alone.
		{"Syrian rebels fled.", "Syrian rebels=/rebel group"},
		{"Suspected Maoist rebels shot at a patrol.", "Suspected Maoist rebels=/rebel group; patrol=/state forces"},
		// Modifiers decide the kind.
		{"Pro-government militias fled from a Fulani militia.", "Pro-government militias=/political militia; Fulani militia=/identity militia"},
		{"Two off-duty soldiers died.", "Two off-duty soldiers=/civilians"},
		// Titles.
		{"Constable Amir Dogar died.", "Constable Amir Dogar=/state forces"},
		// Facilities and carriers are their owner's.
		{"Shells hit a rebel position and an army base.", "rebel position=/rebel group; army base=/facility"},
		// Names of no dictionary, by a telling word.
		{"The camp of the Sons of Thunder Brigade burned.", "camp=/rebel group; Sons of Thunder Brigade=/rebel group"},
		// No actors.
		{"An army of accountants marched in.", ""},
		{"The Salvation Army served soup.", ""},
		{"The Taliban, a Danish film, won.", ""},
	} {
		if got := found(read(c.text)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestAbbreviationsOfTheTextItself(t *testing.T) {
	r := read("The Liberation Front of Oz (LFO) shot at a bus. LFO gunmen fled. Later LFO denied it.")
	var got []string
	for i := range r.Document().Sentences {
		for _, m := range r.Sentence(i) {
			if strings.Contains(m.Text, "LFO") {
				got = append(got, m.Text+"="+m.Name+"/"+m.Kind)
			}
		}
	}
	want := "LFO gunmen=Liberation Front of Oz/rebel group; LFO=Liberation Front of Oz/rebel group"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s", s)
	}
}

// An ambiguous abbreviation means the group whose country the text names.
func TestCountriesSettleNames(t *testing.T) {
	text := "The RSF shelled the hospital."
	if got := found(read(text)); strings.Contains(got, "rsf-sudan") {
		t.Errorf("nothing speaks for %s", got)
	}
	if got := found(read(text + " Sudan has seen two coups.")); !strings.Contains(got, "RSF=rsf-sudan") {
		t.Errorf("got %s", got)
	}
}

// A police without a country is that of the sentence's places.
func TestLocalise(t *testing.T) {
	text := "Police shot a driver near Alphaville."
	at := strings.Index(text, "Alphaville")
	p := mention.Place{Span: article.Span{Start: at, End: at + 10}, Country: "KEN", Kind: "populated place"}
	r := read(text, p)
	m := r.Sentence(0)[0]
	r.Localise(m)
	if m.ID != "KEN-POL" {
		t.Errorf("got %q", m.ID)
	}
}

// text[start:end] is the mention, whatever the text is made of.
func FuzzSpans(f *testing.F) {
	f.Add("Da’esh fighters (IS) shot at Russia’s “Wagner” men — two of them in Côte d’Ivoire.")
	f.Add("U.S.-led coalition jets, the Syrian army's T-72s and al-Qa'ida; its fighters' camp.")
	f.Add("The (LFO) \x00 [X] Army of ")
	f.Fuzz(func(t *testing.T, text string) {
		r := read(text)
		a := r.Document().Article
		for i := range r.Document().Sentences {
			for _, m := range r.Sentence(i) {
				if m.Start < 0 || m.End > len(a.Text) || m.Start >= m.End || a.Text[m.Start:m.End] != m.Text {
					t.Fatalf("%q is not at %d to %d of %q", m.Text, m.Start, m.End, a.Text)
				}
			}
		}
	})
}

// TestSoldiersOfNoSide holds that soldiers are a state's only in a text that is about
// that state.
func TestSoldiersOfNoSide(t *testing.T) {
	jenin := mention.Place{Country: "PSE", Use: mention.UsePlace}
	jenin.Start, jenin.End = 26, 31
	r := read("Troops raided a mosque in Jenin.", jenin)
	m := r.Sentence(0)[0]
	if r.Localise(m); m.ID != "" {
		t.Errorf("in a text that names no state, %s are %s", m.Text, m.ID)
	}
	r = read("Nigeria is at war. Nigeria's army said so. Troops raided a mosque in Jenin.", mention.Place{Span: article.Span{Start: 69, End: 74}, Country: "NGA", Use: mention.UsePlace})
	m = r.Sentence(2)[0]
	if r.Localise(m); m.ID != "NGA-MIL" {
		t.Errorf("in a text about Nigeria, %s are %q", m.Text, m.ID)
	}
}

// TestOfficersAreNoGroup holds that a police rank before a name keeps it from naming an
// armed group or its leader.
func TestOfficersAreNoGroup(t *testing.T) {
	for text, id := range map[string]string{
		"Inspector Aslam Baloch was shot.": "bla",
		"Inspector Omar Shabab was shot.":  "al-shabaab",
		"SSP Irfan Ali was shot.":          "sipah-e-sahaba",
		"Ahmed Shabab was wounded.":        "al-shabaab",
	} {
		if got := found(read(text)); strings.Contains(got, id) {
			t.Errorf("%s: %s", text, got)
		}
	}
}
