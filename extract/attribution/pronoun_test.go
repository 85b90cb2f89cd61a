package attribution

import (
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

// TestChain holds whom a pronoun that speaks stands for.
func TestChain(t *testing.T) {
	for _, c := range []struct{ text, source, want string }{
		{"Brigadier Hassan Karimi said three men were killed in Gao. He said rebels attacked the base.", "He", "Brigadier Hassan Karimi"},
		{"A spokeswoman said two shells hit the port. The convoy had left, she said.", "she", "A spokeswoman"},
		{"The interior ministry said gunmen attacked a post. Two policemen were wounded, it said.", "it", "the interior ministry"},
		{"The mayor said the bridge was gone. The army said it had shelled the hills. No soldier died, it said.", "it", "The army"},
		{"The war has killed 4,000 people, according to the Human Rights Foundation. Hatice Demir, whose brother was killed, stayed behind. He had gone for a ticket, she said.", "she", "Hatice Demir"},
		{"The army said rebels had fled. Maria Lopez hid in a well. Soldiers shot her dog, she said.", "she", "Maria Lopez"},
		{"A nurse said nine men had died. Omar Diallo lost a leg. He said gunmen had shot at him.", "He", "Omar Diallo"},
		{"Omar Diallo lost a leg. A spokeswoman said nine men had died. They were farmers, she said.", "she", "A spokeswoman"},
		{"The mayor said the bridge was gone. Nobody slept. Rain fell. The dogs barked. The night was long. He said they left.", "He", ""},
	} {
		got, found := "", false
		for _, a := range Find(lang.New(article.Clean(article.Input{Text: c.text}))) {
			if a.Source.Text == c.source {
				found = true
				if a.Source.Antecedent != nil {
					got = a.Source.Antecedent.Text
				}
			}
		}
		if !found || !equalFold(got, c.want) {
			t.Errorf("%s\n got %q (%v), want %q", c.text, got, found, c.want)
		}
	}
}

// TestCredit holds reports that name their paper at the end.
func TestCredit(t *testing.T) {
	outlet := func(text, name string) []article.Span {
		for i := 0; i+len(name) <= len(text); i++ {
			if text[i:i+len(name)] == name {
				return []article.Span{{Start: i, End: i + len(name)}}
			}
		}
		return nil
	}
	for _, c := range []struct{ text, outlet, source, content string }{
		{"Two guards were shot at near the market on Friday reports Hill Gazette Militants fired from a car and fled into the woods", "Hill Gazette", "Hill Gazette", "Two guards were shot at near the market on Friday"},
		{"Rebels burnt a lorry near the ford on May 25, reports Hillnews.com.", "", "Hillnews.com", "Rebels burnt a lorry near the ford on May 25"},
		{"Blasts on the coast road killed at least nine people, Libyan health and police officials said.", "", "Libyan health and police officials", "Blasts on the coast road killed at least nine people"},
		{"A company of the brigade laid down its arms near the front, informed sources told the paper on Monday.", "", "sources", "A company of the brigade laid down its arms near the front"},
		{"Rebels shot a man and dropped a leaflet, Superintendent of Police (Town) Birsa said.", "", "Superintendent of Police (Town) Birsa", "Rebels shot a man and dropped a leaflet"},
	} {
		var spans []article.Span
		if c.outlet != "" {
			spans = outlet(c.text, c.outlet)
		}
		as := Find(lang.New(article.Clean(article.Input{Text: c.text})), spans...)
		if len(as) != 1 {
			t.Errorf("%s\n got %d attributions", c.text, len(as))
			continue
		}
		x := as[0].Extent()
		if got := c.text[x.Start:x.End]; as[0].Source.Text != c.source || got != c.content {
			t.Errorf("%s\n got %q: %q, want %q: %q", c.text, as[0].Source.Text, got, c.source, c.content)
		}
	}
}

func equalFold(a, b string) bool { return a == b || len(a) == len(b) && a != "" && a[1:] == b[1:] }
