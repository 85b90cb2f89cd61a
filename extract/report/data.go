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
	Actors     []named   `json:"actors,omitempty"`
	Targets    []named   `json:"targets,omitempty"`
	Deaths     *int      `json:"deaths,omitempty"`
	Lowest     *int      `json:"lowest,omitempty"`
	Highest    *int      `json:"highest,omitempty"`
	Best       *int      `json:"best,omitempty"`
	Rule       string    `json:"rule,omitempty"`
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

type named struct {
	Name string `json:"name"`
}

type telling struct {
	Article  int      `json:"a"`
	Source   string   `json:"source,omitempty"`
	Action   string   `json:"action"`
	Status   string   `json:"status"`
	Modality string   `json:"modality"`
	Min      *int     `json:"min,omitempty"`
	Max      *int     `json:"max,omitempty"`
	Who      string   `json:"who,omitempty"`
	From     string   `json:"from,omitempty"`
	Evidence string   `json:"evidence"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Marks    [][3]int `json:"marks"` // slot, start, end
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
		ID: n.ID, Type: n.EventType, Sub: n.SubEventType, Actors: namesOf(n.Actors), Targets: namesOf(n.Targets), Deaths: n.Fatalities,
		Articles: n.Articles, Tellers: n.Tellers, Status: n.Status, Modality: n.Modality, Confidence: n.Confidence, First: n.FirstReport, Last: n.LastReport,
	}
	if n.Time != nil {
		out.From, out.To = n.Time.From, n.Time.To
	}
	if l := n.Location; l != nil {
		out.Place, out.Country, out.Latitude, out.Longitude, out.Precision = cmp.Or(l.Name, l.Text), l.Country, l.Latitude, l.Longitude, l.GeoPrecision
	}
	if k := n.Killed; k != nil {
		out.Lowest, out.Highest, out.Best, out.Rule = &k.Lowest, &k.Highest, &k.Best, k.Rule
	}
	for _, p := range n.ConfirmedBy {
		out.Confirmed = append(out.Confirmed, p.Name)
	}
	for _, p := range n.DeniedBy {
		out.Denied = append(out.Denied, p.Name)
	}
	for _, t := range n.Tellings {
		out.Tellings = append(out.Tellings, d.telling(t))
	}
	d.Incidents = append(d.Incidents, out)
}

func namesOf(ps []link.Party) []named {
	var out []named
	for _, p := range ps {
		out = append(out, named{p.Name})
	}
	return out
}

func (d *Data) telling(t link.Telling) telling {
	out := telling{
		Article: d.article(t.Article), Action: t.Action, Status: t.Status, Modality: t.Modality,
		Evidence: t.Evidence.Text, Start: t.Evidence.Start, End: t.Evidence.End, Marks: marksOf(t),
	}
	if t.Source != nil {
		out.Source = cmp.Or(t.Source.Name, t.Source.Text)
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

// marksOf returns where the slots of a telling stand in its article.
func marksOf(t link.Telling) [][3]int {
	out := [][3]int{}
	add := func(slot, start, end int) {
		if start < end {
			out = append(out, [3]int{slot, start, end})
		}
	}
	for _, p := range t.Actors {
		add(markActor, p.Start, p.End)
	}
	for _, p := range t.Targets {
		add(markTarget, p.Start, p.End)
	}
	for _, w := range t.Weapons {
		add(markWeapon, w.Start, w.End)
	}
	for _, l := range t.Locations {
		add(markPlace, l.Start, l.End)
	}
	if t.Time != nil {
		add(markTime, t.Time.Start, t.Time.End)
	}
	for _, c := range t.Casualties {
		add(markToll, c.Start, c.End)
	}
	if t.Source != nil {
		add(markSource, t.Source.Start, t.Source.End)
	}
	add(markTrigger, t.Trigger.Start, t.Trigger.End)
	return out
}
