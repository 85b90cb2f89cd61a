package record

import "strings"

// Kinds of mentions.
const (
	MentionPlace       = "place"
	MentionActor       = "actor"
	MentionWeapon      = "weapon"
	MentionCasualty    = "casualty"
	MentionDate        = "date"
	MentionAttribution = "attribution"
)

// MentionRecord is one line of `sitrep mentions`: what was found in a text
// and what it resolved to. Fields that do not apply to its Kind are absent.
type MentionRecord struct {
	Article MentionArticle `json:"article"`
	Kind    string         `json:"kind"`
	Text    string         `json:"text"`
	Start   int            `json:"start"`
	End     int            `json:"end"`
	Name    string         `json:"name,omitempty"`
	ID      string         `json:"id,omitempty"`

	// Actor and place. For a place, Class is its feature kind.
	Class      string      `json:"class,omitempty"`
	Country    string      `json:"country,omitempty"`
	Antecedent *Antecedent `json:"antecedent,omitempty"`

	// Place.
	Admin1       string        `json:"admin1,omitempty"`
	Admin2       string        `json:"admin2,omitempty"`
	Admin2ID     string        `json:"admin2_id,omitempty"`
	Latitude     *float64      `json:"latitude,omitempty"`
	Longitude    *float64      `json:"longitude,omitempty"`
	Relation     string        `json:"relation,omitempty"`
	GeoPrecision int           `json:"geo_precision,omitempty"`
	ResolvedBy   string        `json:"resolved_by,omitempty"`
	Use          string        `json:"use,omitempty"`    // place, metonym, dateline
	Reason       string        `json:"reason,omitempty"` // why it is this place of its name
	Alternatives []Alternative `json:"alternatives,omitempty"`

	// Casualty: Class is killed, wounded, …; date: From to Precision.
	Min       *int     `json:"min,omitempty"`
	Max       *int     `json:"max,omitempty"`
	Combined  bool     `json:"combined,omitempty"`
	Toll      string   `json:"toll,omitempty"`
	Victims   *Mention `json:"victims,omitempty"`
	From      string   `json:"from,omitempty"`
	To        string   `json:"to,omitempty"`
	Precision string   `json:"precision,omitempty"`

	// Attribution.
	Source  *Source `json:"source,omitempty"`
	Cue     *Span   `json:"cue,omitempty"`
	Content *Span   `json:"content,omitempty"`
}

// MentionArticle names the text a mention comes from.
type MentionArticle struct {
	ID string `json:"id"`
}

// Alternative is a candidate that a place name did not resolve to, with the
// score it reached and the reason it lost.
type Alternative struct {
	Name      string  `json:"name"`
	ID        string  `json:"id"`
	Country   string  `json:"country,omitempty"`
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
	Score     float64 `json:"score"`
	Reason    string  `json:"reason,omitempty"`
}

// LastWord returns the last word of a text in small letters, which is the noun of a
// victim's or a party's.
func LastWord(text string) string {
	return strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])
}
