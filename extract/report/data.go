package report

import (
	"cmp"

	"sitrep/extract/link"
	"sitrep/extract/record"
)

// Data is what a page shows. Its JSON names are those that the scripts in page/
// read.
type Data struct {
	Incidents []incident `json:"incidents"`
	Articles  []article  `json:"articles"`

	at    map[string]int    // article, by id and fingerprint
	texts map[string]string // likewise
}

type incident struct {
	ID         string    `json:"id"`
	Type       string    `json:"type"`
	Sub        string    `json:"sub"`
	From       string    `json:"from,omitempty"`
	To         string    `json:"to,omitempty"`
	Place      string    `json:"place,omitempty"`
	Country    string    `json:"country,omitempty"`
	Latitude   *float64  `json:"lat,omitempty"`
	Longitude  *float64  `json:"lon,omitempty"`
	Precision  int       `json:"precision,omitempty"`
	Actors     []string  `json:"actors,omitempty"`
	Targets    []string  `json:"targets,omitempty"`
	Deaths     *int      `json:"deaths,omitempty"`
	*link.Toll           // of the dead, where one is told: lowest, highest, best, rule
	Articles   int       `json:"articles"`
	Tellers    int       `json:"tellers"`
	Status     string    `json:"status"`
	Modality   string    `json:"modality"`
	Confidence float64   `json:"confidence"`
	Confirmed  []string  `json:"confirmed,omitempty"`
	Denied     []string  `json:"denied,omitempty"`
	First      string    `json:"first,omitempty"`
	Last       string    `json:"last,omitempty"`
	Tellings   []telling `json:"tellings"`
}

type telling struct {
	Article  int    `json:"a"`
	Source   string `json:"source,omitempty"`
	Action   string `json:"action"`
	Status   string `json:"status"`
	Modality string `json:"modality"`
	Min      *int   `json:"min,omitempty"`
	Max      *int   `json:"max,omitempty"`
	Who      string `json:"who,omitempty"`
	From     string `json:"from,omitempty"`
	Evidence string `json:"evidence"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Marks    marks  `json:"marks"`
}

type article struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	URL       string `json:"url,omitempty"`
	Copy      string `json:"copy,omitempty"`
	Text      string `json:"text,omitempty"`
}

// Text is a line of what `sitrep extract --articles` writes: an article with the
// text in which its records' offsets count.
type Text struct {
	record.Article
	Text string `json:"text"`
}

// NewData returns the data of no incidents.
func NewData() *Data {
	return &Data{Incidents: []incident{}, Articles: []article{}, at: map[string]int{}, texts: map[string]string{}}
}

// AddText takes the text of an article, before the incidents that tell of it.
func (d *Data) AddText(t Text) { d.texts[key(t.Article)] = t.Text }

func key(a record.Article) string { return a.ID + "\x00" + a.Fingerprint }

// Add takes an incident.
func (d *Data) Add(n link.Incident) {
	out := incident{
		ID: n.ID, Type: n.EventType, Sub: n.SubEventType, Actors: names(n.Actors), Targets: names(n.Targets), Deaths: n.Fatalities, Toll: n.Killed,
		Articles: n.Articles, Tellers: n.Tellers, Status: n.Status, Modality: n.Modality, Confidence: n.Confidence, Confirmed: names(n.ConfirmedBy), Denied: names(n.DeniedBy), First: n.FirstReport, Last: n.LastReport,
	}
	if n.Time != nil {
		out.From, out.To = n.Time.From, n.Time.To
	}
	if l := n.Location; l != nil {
		out.Place, out.Country, out.Latitude, out.Longitude, out.Precision = placeName(l), l.Country, l.Latitude, l.Longitude, l.GeoPrecision
	}
	for _, t := range n.Tellings {
		out.Tellings = append(out.Tellings, d.telling(t))
	}
	d.Incidents = append(d.Incidents, out)
}

func names(ps []link.Party) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Name)
	}
	return out
}

func placeName(l *record.Location) string { return cmp.Or(l.Name, l.Text) }

func sourceName(s *record.Source) string { return cmp.Or(s.Name, s.Text) }

func (d *Data) telling(t link.Telling) telling {
	out := telling{
		Article: d.article(t.Article), Action: t.Action, Status: t.Status, Modality: t.Modality,
		Evidence: t.Evidence.Text, Start: t.Evidence.Start, End: t.Evidence.End, Marks: marksOf(t),
	}
	if t.Source != nil {
		out.Source = sourceName(t.Source)
	}
	if t.Time != nil {
		out.From = t.Time.From
	}
	for _, c := range t.Casualties {
		if c.Kind != "killed" {
			continue
		}
		if out.Min, out.Max = c.Min, c.Max; c.Victims != nil {
			out.Who = cmp.Or(c.Victims.Text, c.Victims.Name)
		}
		break
	}
	return out
}

// article returns the number of an article, which is added where it is new.
func (d *Data) article(a record.Article) int {
	k := key(a)
	if i, ok := d.at[k]; ok {
		return i
	}
	d.at[k] = len(d.Articles)
	d.Articles = append(d.Articles, article{a.ID, a.Title, a.Published, a.Publisher, a.URL, a.CopyOf, d.texts[k]})
	return d.at[k]
}

// The slots of marks, by their place in SLOTS of page/marks.js.
const (
	markActor = iota
	markTarget
	markWeapon
	markPlace
	markTime
	markToll
	markSource
	markTrigger
)

// marks are where slots stand in an article: slot, start, end.
type marks [][3]int

func (m *marks) add(slot, start, end int) {
	if start < end {
		*m = append(*m, [3]int{slot, start, end})
	}
}

// addEach adds where each filler of a slot stands.
func addEach[T any](m *marks, slot int, fillers []T, ends func(T) (start, end int)) {
	for _, f := range fillers {
		start, end := ends(f)
		m.add(slot, start, end)
	}
}

// marksOf returns where the slots of a telling stand in its article.
func marksOf(t link.Telling) marks {
	ofParty := func(p record.Party) (int, int) { return p.Start, p.End }
	out := marks{}
	addEach(&out, markActor, t.Actors, ofParty)
	addEach(&out, markTarget, t.Targets, ofParty)
	addEach(&out, markWeapon, t.Weapons, func(w record.Weapon) (int, int) { return w.Start, w.End })
	addEach(&out, markPlace, t.Locations, func(l record.Location) (int, int) { return l.Start, l.End })
	if t.Time != nil {
		out.add(markTime, t.Time.Start, t.Time.End)
	}
	addEach(&out, markToll, t.Casualties, func(c record.Casualty) (int, int) { return c.Start, c.End })
	if t.Source != nil {
		out.add(markSource, t.Source.Start, t.Source.End)
	}
	out.add(markTrigger, t.Trigger.Start, t.Trigger.End)
	return out
}
