package extract

import (
	"context"
	"errors"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/clock"
	"sitrep/extract/code"
	"sitrep/extract/confidence"
	"sitrep/extract/event"
	"sitrep/extract/frame"
	"sitrep/extract/incident"
	"sitrep/extract/kind"
	"sitrep/extract/lang"
	"sitrep/extract/listing"
	"sitrep/extract/mend"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/role"
	"sitrep/extract/rules"
	"sitrep/extract/scope"
	"sitrep/extract/setting"
	"sitrep/extract/source"
	"sitrep/extract/telling"
	"sitrep/extract/toll"
	"sitrep/extract/trace"
	"sitrep/gazetteer"
)

// Extractor holds the rules and dictionaries. It is safe for concurrent use.
type Extractor struct {
	options   options
	resources *reading.Resources
	gate      *event.Gate
	words     *lang.Vocabulary
	mender    *mend.Mender
	notices   []gazetteer.ActorNotice
}

// New loads the built-in rules and dictionaries, and the user's own. An error
// names the file and line that is wrong.
func New(opts ...Option) (*Extractor, error) {
	x := &Extractor{options: options{floor: ToldFrom}}
	for _, o := range opts {
		o(&x.options)
	}
	if len(x.options.kinds) == 0 {
		x.options.kinds = listing.Kinds
	}
	if err := listing.CheckKinds(x.options.kinds); err != nil {
		return nil, err
	}
	set, err := rules.Load(x.options.rules...)
	if err != nil {
		return nil, err
	}
	actors, notices, err := gazetteer.WithActorsFiles(x.options.actors...)
	if err != nil {
		return nil, err
	}
	places := gazetteer.Places()
	if len(x.options.places) > 0 {
		if places, err = gazetteer.WithPlacesFiles(x.options.places...); err != nil {
			return nil, err
		}
	}
	x.resources, x.notices = reading.NewResources(set, actors, places), notices
	x.mender = mend.New(actors, places)
	x.gate = event.NewGate(set, x.options.eager)
	if x.words, err = lang.NewVocabulary(set.Vocabulary()); err != nil {
		return nil, err
	}
	return x, nil
}

// Notices returns what is allowed but worth a word in the user's dictionaries
// of actors, such as a name that two actors share.
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
	t := x.options.clock
	t.Start(clock.Rest)
	defer t.Stop()
	r := x.read(in)
	log := x.readFirst(r)

	t.Start(clock.Events)
	events, rejected := event.Find(r, x.gate, event.Options{Trace: x.options.trace, Floor: x.options.floor, First: x.options.weights.FirstEvents, Weights: x.options.weights.Events})
	t.Stop()
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	ts := telling.Of(events)
	t.Of(clock.Tolls, func() { toll.Add(r, ts) })
	t.Of(clock.Settings, func() { setting.Add(r, ts) })
	t.Of(clock.Roles, func() { role.Add(r, ts, x.options.weights.Roles, x.options.trace) })
	t.Of(clock.Sources, func() { source.Add(r, ts) })
	scope.Add(r, ts)
	kind.Add(r, ts, kind.Options{Weights: x.options.weights.Kinds, Trace: x.options.trace})
	t.Of(clock.Settings, func() {
		frame.Add(r, ts, frame.Options{Weights: x.options.weights.Settings, Explicit: x.options.explicit, Trace: x.options.trace})
	})
	head := telling.Article(r.Article())
	records := telling.Records(r, ts, head)
	t.Of(clock.Incidents, func() {
		incident.Group(r, ts, incident.Options{Weights: x.options.weights.Incidents, Explicit: x.options.explicit, Trace: x.options.trace})
	})
	code.Add(records)
	confidence.Add(records, ts, x.resources.Rules)

	out := Result{
		Article: head, Text: r.Article().Text, Events: records,
		LeftOut: event.CountLeftOut(rejected), Warnings: r.Article().Warnings,
	}
	if x.options.trace {
		out.Trace = trace.Of(r, x.gate, log, ts, rejected, records)
	}
	if x.options.mentions {
		out.Mentions = listing.Mentions(r, x.options.kinds, records)
	}
	return out, nil
}

// read cleans a text, finds its sentences and the names in it.
func (x *Extractor) read(in article.Input) *reading.Reading {
	t := x.options.clock
	t.Start(clock.Clean)
	in, mended := x.mender.Input(in)
	a := article.Clean(in)
	if mended != "" {
		a.Warnings = append(a.Warnings, mended)
	}
	t.Stop()
	t.Start(clock.Sentences)
	d := lang.New(a, x.words)
	t.Stop()
	d.Clock = t
	return reading.New(x.resources, d)
}

// readFirst has done before the events what else would be done when they ask
// for it: all sentences are analysed where the extractor is eager, and for a
// trace, which tells what each stage asks for, places and attributions are found.
// It returns the log of the trace, or nil.
func (x *Extractor) readFirst(r *reading.Reading) *trace.Log {
	if x.options.eager {
		for i := range r.Document.Sentences {
			r.Document.Analyse(i)
		}
	}
	if !x.options.trace {
		return nil
	}
	log := trace.NewLog(r.Document)
	r.Places()
	log.After(trace.Places)
	r.Attributions()
	log.After(trace.Attribution)
	return log
}

// Result is what the pipeline found in one article, in text order.
type Result struct {
	Article  record.Article
	Text     string                 // the analysed text, in which offsets count
	Mentions []record.MentionRecord // of the kinds that WithMentions asks for
	Events   []record.Record
	LeftOut  int         // what may be an event and probably is none: WithFloor tells it too
	Trace    trace.Trace // WithTrace fills it
	Warnings []string    // about the input: an unreadable publication date, …
}
