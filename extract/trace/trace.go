package trace

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/listing"
	"sitrep/extract/mention"
	"sitrep/extract/reading"
	"sitrep/extract/record"
	"sitrep/extract/telling"
)

// The stages that have sentences analysed.
const (
	Places      = "places"
	Attribution = "attribution"
	events      = "events"
	coreference = "coreference"
)

// Log notes which stage had which sentence analysed first. A nil one notes
// nothing.
type Log struct {
	doc *lang.Document
	by  []string // the stage, by sentence
}

// NewLog returns the log of a document.
func NewLog(d *lang.Document) *Log { return &Log{d, make([]string, len(d.Sentences))} }

// After notes that a stage has done its work.
func (l *Log) After(stage string) {
	if l == nil {
		return
	}
	for i, by := range l.by {
		if by == "" && l.doc.Analysed(i) {
			l.by[i] = stage
		}
	}
}

// Of returns what the stages made of every sentence. It has all of them
// analysed, after everything else is done.
func Of(r *reading.Reading, gate *event.Gate, log *Log, ts []*telling.Telling, rejected []event.Rejection, records []record.Record) Trace {
	log.After(coreference)
	a := r.Article()
	var t Trace
	for _, s := range a.Segments {
		if !s.Part.Read() {
			t.LeftOut = append(t.LeftOut, Part{s.Part.String(), a.Slice(s.Span), a.CodePoint(s.Start), a.CodePoint(s.End)})
		}
	}
	mentions := listing.Mentions(r, listing.Kinds, records)
	t.Sentences = make([]Sentence, len(r.Document.Sentences))
	for i := range t.Sentences {
		s := r.Document.Analyse(i)
		x := &t.Sentences[i]
		x.Index, x.Part, x.Text, x.Start, x.End = i, s.Part.String(), s.Text, a.CodePoint(s.Start), a.CodePoint(s.End)
		x.Gate = gatesOf(gate, log, s)
		for _, k := range s.Tokens {
			x.Tokens = append(x.Tokens, Token{k.Text, k.Tag, k.Lemma})
		}
		x.Groups, x.Clauses = groups(r, s), clauses(a, s)
		n := 0
		for n < len(mentions) && mentions[n].Start < x.End {
			n++
		}
		x.Mentions, mentions = mentions[:n:n], mentions[n:]
	}
	t.addCandidates(r, a, ts, rejected)
	return t
}

// gatesOf returns why a sentence was analysed.
func gatesOf(gate *event.Gate, log *Log, s *lang.Sentence) []Gate {
	out := []Gate{}
	words := slices.Collect(gate.Words(s.Text))
	// what coreference asks for while events are found is not told apart from
	// what the events themselves ask for
	if by := log.by[s.Index]; by != "" && (by != coreference || len(words) == 0) {
		out = append(out, Gate{Stage: by})
	}
	if len(words) > 0 {
		out = append(out, Gate{events, words})
	}
	return out
}

// groups returns the noun groups of a sentence.
func groups(r *reading.Reading, s *lang.Sentence) []Group {
	a := r.Article()
	part := map[*lang.NounGroup]string{}
	for _, g := range s.Nouns {
		for _, m := range g.Conjuncts {
			part[m] = "conjunct of " + g.Lemma
		}
		if g.Apposition != nil {
			part[g.Apposition] = "apposition of " + g.Lemma
		}
		switch {
		case g.Pronoun:
			part[g] = "pronoun"
		case g.Time:
			part[g] = "time"
		}
	}
	var out []Group
	for _, g := range s.Nouns {
		out = append(out, Group{g.Text(), g.Lemma, r.Class(g).Names(), part[g], a.CodePoint(g.Start), a.CodePoint(g.End)})
	}
	return out
}

func clauses(a *article.Article, s *lang.Sentence) []Clause {
	var out []Clause
	for _, c := range s.Clauses {
		t := Clause{
			Text: c.String(), Kind: c.Kind.String(), Link: c.Link.String(), Predicate: c.Predicate.Text, Lemma: c.Predicate.Lemma,
			Start: a.CodePoint(c.Start), End: a.CodePoint(c.End),
		}
		for _, x := range c.Args {
			t.Arguments = append(t.Arguments, Argument{x.Function.String(), x.Prep, x.Group.Text(), x.Shared})
		}
		out = append(out, t)
	}
	return out
}

// addCandidates gives every sentence its rules, in the order of their words,
// the winner of each word first.
func (t *Trace) addCandidates(r *reading.Reading, a *article.Article, ts []*telling.Telling, rejected []event.Rejection) {
	for _, x := range ts {
		e := x.Event
		s := &t.Sentences[e.Sentence.Index]
		s.Candidates = append(s.Candidates, Candidate{
			Word: e.Word, Start: a.CodePoint(e.Trigger.Start), End: a.CodePoint(e.Trigger.End), Rule: e.Rule.ID, Won: true, Reason: e.Why,
			Event: x.Record.ID, Type: x.Type, Modality: e.Modality, Status: x.Record.Status, Roles: roles(x),
			Probability: e.Probability, Evidence: e.Evidence, Considered: considered(r, x), Kinds: kinds(x), Settings: settings(x), Incidents: x.Incidents,
		})
	}
	for _, l := range rejected {
		s := &t.Sentences[l.Sentence]
		s.Candidates = append(s.Candidates, Candidate{Word: l.Word, Start: a.CodePoint(l.Start), End: a.CodePoint(l.End), Rule: l.Rule, Reason: l.Reason, Probability: l.Probability, Evidence: l.Evidence})
	}
	for i := range t.Sentences {
		slices.SortStableFunc(t.Sentences[i].Candidates, func(a, b Candidate) int {
			// a winner's words may begin before those that its rivals saw
			return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start))
		})
	}
}

// considered returns the noun groups that were weighed for the roles of a
// telling.
func considered(r *reading.Reading, t *telling.Telling) []Role {
	var out []Role
	for _, c := range t.Considered {
		x := Role{Role: c.Role, Text: c.Group.Text(), Probability: c.Probability, Evidence: c.Evidence}
		for _, p := range telling.Parties(r, c.Filler, nil) {
			x.Names = append(x.Names, p.Text, p.Name)
		}
		out = append(out, x)
	}
	return out
}

// kinds returns the types that were weighed for a telling.
func kinds(t *telling.Telling) []Kind {
	var out []Kind
	for _, k := range t.Kinds {
		out = append(out, Kind(k))
	}
	return out
}

// settings returns the places and days of other sentences that were weighed for
// a telling.
func settings(t *telling.Telling) []Setting {
	var out []Setting
	for _, s := range t.Settings {
		x := Setting{Slot: "place", Probability: s.Probability, Evidence: s.Evidence}
		if d := s.Date; d != nil {
			x.Slot, x.Names = "day", []string{d.From.Format(time.DateOnly), d.To.Format(time.DateOnly)}
		} else {
			x.Names = []string{s.Places[0].Text, s.Places[0].Name}
		}
		out = append(out, x)
	}
	for _, s := range t.Named {
		out = append(out, Setting{Slot: "toponym", Names: []string{s.Places[0].Text, s.Places[0].Name}, Probability: s.Probability, Evidence: s.Evidence})
	}
	return out
}

// locations returns the places of a telling, each with the words that tell it,
// why it is this place of its name, and which came second.
func locations(t *telling.Telling) []string {
	var out []string
	for i := range t.Places {
		p := &t.Places[i]
		why := []string{t.By}
		switch {
		case t.Names(p):
			why[0] = "its sentence names it too"
		case t.PlaceProbability > 0:
			why[0] = "taken over"
		}
		switch {
		case p.ResolvedBy == mention.ByContainer:
			why = append(why, "at the place around it")
		case !p.Located:
			why = append(why, "in no gazetteer")
		default:
			why = append(why, p.Reason)
		}
		if len(p.Alternatives) > 0 {
			a := &p.Alternatives[0]
			why = append(why, strings.TrimSpace("then "+a.Name+" "+a.Country)+": "+a.Reason)
		}
		out = append(out, "location: "+strings.TrimSpace(p.Relation+" "+p.Text)+" ("+strings.Join(why, "; ")+")")
	}
	return out
}

// roles returns what fills an event's roles, and what else its record says.
func roles(t *telling.Telling) []string {
	e, r := t.Event, t.Record
	var out []string
	party := func(role string, fs []event.Filler) {
		for _, x := range fs {
			out = append(out, role+": "+x.Group.Text()+" ("+x.Via+"; "+strings.Join(x.Class.Names(), ", ")+")")
		}
	}
	party("actor", e.Actors)
	party("target", e.Targets)
	for _, w := range e.Weapons {
		out = append(out, "weapon: "+w.Text+" ("+w.Class+")")
	}
	out = append(out, locations(t)...)
	if r.Time != nil {
		out = append(out, "time: "+r.Time.Text)
	}
	for _, c := range r.Casualties {
		out = append(out, c.Kind+": "+c.Text)
	}
	if r.Source != nil {
		out = append(out, "source: "+r.Source.Text)
	}
	return out
}
