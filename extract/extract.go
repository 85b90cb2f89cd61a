package extract

import (
	"context"
	"errors"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/code"
	"sitrep/extract/confidence"
	"sitrep/extract/event"
	"sitrep/extract/incident"
	"sitrep/extract/lang"
	"sitrep/extract/reading"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// Extractor holds the rules and dictionaries. It is safe for concurrent use.
type Extractor struct {
	options   options
	rules     *rules.Set
	actors    *gazetteer.ActorIndex
	resources *reading.Resources
	gate      *event.Gate
	kinds     map[string]bool // of mentions that are asked for
	notices   []gazetteer.ActorNotice
}

// New loads the built-in rules and dictionaries, and the user's own. An error
// names the file and line that is wrong.
func New(opts ...Option) (*Extractor, error) {
	x := &Extractor{}
	for _, o := range opts {
		o(&x.options)
	}
	var err error
	if x.kinds, err = x.options.kindsAsked(); err != nil {
		return nil, err
	}
	if x.rules, err = rules.Load(x.options.rules...); err != nil {
		return nil, err
	}
	if x.actors, x.notices, err = gazetteer.WithActorsFiles(x.options.actors...); err != nil {
		return nil, err
	}
	index := gazetteer.Places()
	if len(x.options.places) > 0 {
		if index, err = gazetteer.WithPlacesFiles(x.options.places...); err != nil {
			return nil, err
		}
	}
	x.resources = reading.NewResources(x.rules, x.actors, index)
	x.gate = event.NewGate(x.rules, x.options.eager)
	return x, nil
}

// Notices are what is allowed and worth a word in the user's dictionaries of
// actors: a name that no longer means whom it meant, a name of two.
func (x *Extractor) Notices() []gazetteer.ActorNotice { return x.notices }

// Extract reads one article. It returns an error only where ctx ends before
// it is done or the input holds no text.
func (x *Extractor) Extract(ctx context.Context, in article.Input) (Result, error) {
	if strings.TrimSpace(in.Text) == "" && strings.TrimSpace(in.Title) == "" {
		return Result{}, errors.New("no text")
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	a := article.Clean(in)
	d := lang.New(a)
	found := x.mentions(d)
	events, rejected := event.Find(found.Reading, x.gate, x.options.trace)
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	records := x.records(d, found, events)
	for i := range records {
		records[i].Codes = code.Of(records[i].SubEventType, records[i].Codes)
	}
	belligerents(records)
	incident.Group(records, vague(events))
	shareTimes(records)
	incident.Settle(records, found.doubt(d, records, events))
	confidence.Confide(records, x.rules)
	return x.result(found, records, events, rejected), nil
}
