// Package record holds the types of what sitrep writes: one Record is one
// telling of one happening, in one clause, under one attribution.
//
// It holds plain types with their JSON names and no logic, and imports nothing
// of ours. Offsets count Unicode code points in the analysed text, so that
// text[Start:End] (as code points) is the mention's Text.
package record

import "strings"

// Schema is the major version of the JSON layout, after the rules of semantic
// versioning. It grows when a field changes its name, type or meaning or goes
// away, and then the major version of the program grows too. A new field, or a
// new value of one that is no closed set in the JSON Schema, does not raise it:
// a reader passes over what it does not know.
const Schema = 1

// Record is one telling: one happening, in one clause, under one attribution.
type Record struct {
	Schema       int        `json:"schema"`
	ID           string     `json:"id"`
	Incident     string     `json:"incident"`
	PartOf       string     `json:"part_of,omitempty"` // the incident of several happenings whose toll counts the dead of this one
	Article      Article    `json:"article"`
	EventType    string     `json:"event_type"`
	SubEventType string     `json:"sub_event_type"`
	Action       string     `json:"action"`
	Codes        Codes      `json:"codes"`
	Trigger      Trigger    `json:"trigger"`
	Modality     string     `json:"modality"`
	Status       string     `json:"status"`
	Scope        string     `json:"scope"`
	Actors       []Party    `json:"actors,omitempty"`
	Targets      []Party    `json:"targets,omitempty"`
	Weapons      []Weapon   `json:"weapons,omitempty"`
	Locations    []Location `json:"locations,omitempty"`
	Time         *Time      `json:"time,omitempty"`
	Casualties   []Casualty `json:"casualties,omitempty"`
	Source       *Source    `json:"source,omitempty"`
	Also         []Source   `json:"also,omitempty"`
	Confidence   float64    `json:"confidence"`
	Rule         string     `json:"rule"`
	Evidence     Evidence   `json:"evidence"`
}

// Modalities of a happening, as the text tells it.
const (
	Actual       = "actual"
	Planned      = "planned"
	Hypothetical = "hypothetical"
	Negated      = "negated"
)

// Statuses of a record, the first that holds.
const (
	Denied     = "denied"     // another source denies this incident
	Unverified = "unverified" // the text could not verify it, or hedges
	Confirmed  = "confirmed"  // an unrelated source asserts it too
	Claimed    = "claimed"    // a named source says so
	Reported   = "reported"   // the article's own voice
)

// Scopes of a record.
const (
	Single    = "single"
	Aggregate = "aggregate" // many happenings told as one figure
)

// Article says which text a record comes from.
type Article struct {
	ID          string `json:"id"`
	Title       string `json:"title,omitempty"`
	Published   string `json:"published,omitempty"` // ISO date
	Publisher   string `json:"publisher,omitempty"`
	Dateline    string `json:"dateline,omitempty"`
	URL         string `json:"url,omitempty"`
	Fingerprint string `json:"fingerprint,omitempty"` // SHA-256 of the analysed text, hexadecimal
	Part        int    `json:"part,omitempty"`        // number of the post in a live blog, counted from 1
	Time        string `json:"time,omitempty"`        // time of day of the post: "14:32"
	CopyOf      string `json:"copy_of,omitempty"`     // id of the article whose text this one repeats
}

// Codes are the act in other codebooks.
type Codes struct {
	CAMEO      string `json:"cameo,omitempty"`
	PLOVER     string `json:"plover,omitempty"`
	PLOVERMode string `json:"plover_mode,omitempty"`
}

// Trigger is the word that names the happening.
type Trigger struct {
	Text  string `json:"text"`
	Lemma string `json:"lemma"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Mention is a stretch of text and what it stands for.
type Mention struct {
	Text  string `json:"text"`
	Name  string `json:"name,omitempty"`
	ID    string `json:"id,omitempty"`
	Kind  string `json:"kind,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Antecedent is the earlier mention that a pronoun or description stands for.
type Antecedent struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Party is an actor or a target.
type Party struct {
	Text       string      `json:"text"`
	Name       string      `json:"name,omitempty"`
	ID         string      `json:"id,omitempty"`
	Kind       string      `json:"kind,omitempty"`    // one of ACLED's eight, "facility", or absent
	Country    string      `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Start      int         `json:"start"`
	End        int         `json:"end"`
	Antecedent *Antecedent `json:"antecedent,omitempty"`
	Confidence float64     `json:"confidence,omitempty"` // that it plays this part
}

// Weapon is what it was done with.
type Weapon struct {
	Text  string `json:"text"`
	Name  string `json:"name,omitempty"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Location is a named place and the spot it resolved to. Latitude and
// longitude are decimal degrees, WGS 84.
type Location struct {
	Text         string   `json:"text"`
	Name         string   `json:"name,omitempty"`
	ID           string   `json:"id,omitempty"`
	Kind         string   `json:"kind,omitempty"`
	Country      string   `json:"country,omitempty"`
	Countries    []string `json:"countries,omitempty"` // of a region that spans several, as the Sahel
	Admin1       string   `json:"admin1,omitempty"`
	Admin2       string   `json:"admin2,omitempty"`
	Admin2ID     string   `json:"admin2_id,omitempty"`
	Latitude     *float64 `json:"latitude,omitempty"`
	Longitude    *float64 `json:"longitude,omitempty"`
	Relation     string   `json:"relation,omitempty"`      // around, near, west of, …
	GeoPrecision int      `json:"geo_precision,omitempty"` // ACLED: 1 exact, 2 near or part of a district, 3 region
	ResolvedBy   string   `json:"resolved_by,omitempty"`   // container: the point is that of the narrowest place that the name is said to lie in
	Inherited    bool     `json:"inherited,omitempty"`     // the record's own sentence does not say so: Start is where another names the place
	Confidence   float64  `json:"confidence,omitempty"`    // of an inherited one, that it happened there
	Start        int      `json:"start"`
	End          int      `json:"end"`
}

// Time is when it happened. From and To are whole ISO days, both inclusive. An
// inherited one without words is the day of publication.
type Time struct {
	Text       string  `json:"text"`
	Start      int     `json:"start"`
	End        int     `json:"end"`
	From       string  `json:"from,omitempty"`
	To         string  `json:"to,omitempty"`
	Precision  string  `json:"precision,omitempty"`  // day, week, month, year
	Inherited  bool    `json:"inherited,omitempty"`  // the record's own sentence does not say so: Start is where another does
	Confidence float64 `json:"confidence,omitempty"` // of an inherited one, that it happened then; absent where other records of the incident tell it
}

// Casualty is one figure of one kind. An open bound is absent.
type Casualty struct {
	Kind     string   `json:"kind"` // killed, wounded, captured, abducted, missing, displaced
	Text     string   `json:"text,omitempty"`
	Start    int      `json:"start"`
	End      int      `json:"end"`
	Min      *int     `json:"min,omitempty"`
	Max      *int     `json:"max,omitempty"`
	Combined bool     `json:"combined"`
	Toll     string   `json:"toll,omitempty"`  // total, new, former: another figure replaces it
	Scope    string   `json:"scope,omitempty"` // aggregate where it counts the victims of other happenings too
	Victims  *Mention `json:"victims,omitempty"`
	Source   *Source  `json:"source,omitempty"` // who gives the figure, where that is not who tells the rest
}

// Source is who says so.
type Source struct {
	Text    string    `json:"text"`
	Name    string    `json:"name,omitempty"`
	ID      string    `json:"id,omitempty"`
	Kind    string    `json:"kind,omitempty"`
	Country string    `json:"country,omitempty"`
	Start   int       `json:"start"`
	End     int       `json:"end"`
	Cue     *Span     `json:"cue,omitempty"`
	Content *Offsets  `json:"content,omitempty"`
	Via     []Mention `json:"via,omitempty"`
}

// Span is a stretch of text with its words.
type Span struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Offsets is a stretch of text without its words.
type Offsets struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Evidence is the sentence that tells it. Sentence counts from 0.
type Evidence struct {
	Page     int    `json:"page,omitempty"` // of a PDF
	Sentence int    `json:"sentence"`
	Text     string `json:"text"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
}

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
