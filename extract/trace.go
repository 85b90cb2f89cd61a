package extract

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/record"
)

// The stages that have sentences analysed, as a trace names them.
const (
	stagePlaces      = "places"
	stageAttribution = "attribution"
	stageEvents      = "events"
	stageCoreference = "coreference"
)

// asking notes which stage had which sentence analysed first. A nil one
// notes nothing.
type asking struct {
	doc *lang.Document
	by  []string
}

func (x *Extractor) asking(d *lang.Document) *asking {
	if !x.options.trace {
		return nil
	}
	return &asking{d, make([]string, len(d.Sentences))}
}

// after is called when a stage has done its work.
func (a *asking) after(stage string) {
	if a == nil {
		return
	}
	for i, by := range a.by {
		if by == "" && a.doc.Analysed(i) {
			a.by[i] = stage
		}
	}
}

// trace tells what the stages made of every sentence. It has all of them
// analysed, after everything else is done.
func (x *Extractor) trace(f *found, records []record.Record, events []*event.Event, rejected []event.Rejection) Trace {
	f.asked.after(stageCoreference)
	a := f.Document.Article
	var t Trace
	for _, s := range a.Segments {
		if !s.Part.Read() {
			t.LeftOut = append(t.LeftOut, PartTrace{s.Part.String(), a.Slice(s.Span), a.CodePoint(s.Start), a.CodePoint(s.End)})
		}
	}
	all := map[string]bool{}
	for _, k := range kindsOfMentions {
		all[k] = true
	}
	mentions := f.list(all, records)
	t.Sentences = make([]SentenceTrace, len(f.Document.Sentences))
	for i := range t.Sentences {
		s := f.Document.Analyse(i)
		r := &t.Sentences[i]
		r.Index, r.Part, r.Text, r.Start, r.End = i, s.Part.String(), s.Text, a.CodePoint(s.Start), a.CodePoint(s.End)
		r.Gate = x.gateTrace(f, s)
		for _, k := range s.Tokens {
			r.Tokens = append(r.Tokens, TokenTrace{k.Text, k.Tag, k.Lemma})
		}
		f.groups(r, s)
		f.clauses(r, s)
		n := 0
		for n < len(mentions) && mentions[n].Start < r.End {
			n++
		}
		r.Mentions, mentions = mentions[:n:n], mentions[n:]
	}
	t.candidates(f, records, events, rejected)
	return t
}

func (x *Extractor) gateTrace(f *found, s *lang.Sentence) []GateTrace {
	out := []GateTrace{}
	ws := slices.Collect(x.gate.Words(s.Text))
	// what coreference asks for while events are found is not told apart from
	// what the events themselves ask for
	if by := f.asked.by[s.Index]; by != "" && (by != stageCoreference || len(ws) == 0) {
		out = append(out, GateTrace{Stage: by})
	}
	if len(ws) > 0 {
		out = append(out, GateTrace{stageEvents, ws})
	}
	return out
}

func (f *found) groups(r *SentenceTrace, s *lang.Sentence) {
	a := f.Document.Article
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
	for _, g := range s.Nouns {
		r.Groups = append(r.Groups, GroupTrace{g.Text(), g.Lemma, f.Class(g).Names(), part[g], a.CodePoint(g.Start), a.CodePoint(g.End)})
	}
}

func (f *found) clauses(r *SentenceTrace, s *lang.Sentence) {
	a := f.Document.Article
	for _, c := range s.Clauses {
		t := ClauseTrace{
			Text: c.String(), Kind: c.Kind.String(), Link: c.Link.String(), Predicate: c.Predicate.Text, Lemma: c.Predicate.Lemma,
			Start: a.CodePoint(c.Start), End: a.CodePoint(c.End),
		}
		for _, x := range c.Args {
			t.Arguments = append(t.Arguments, ArgumentTrace{x.Function.String(), x.Prep, x.Group.Text(), x.Shared})
		}
		r.Clauses = append(r.Clauses, t)
	}
}

// candidates gives every sentence its rules, in the order of their words, the
// winner of each word first.
func (t *Trace) candidates(f *found, records []record.Record, events []*event.Event, rejected []event.Rejection) {
	a := f.Document.Article
	for i, e := range events {
		s := &t.Sentences[e.Sentence.Index]
		c := CandidateTrace{
			Word: e.Word, Start: a.CodePoint(e.Trigger.Start), End: a.CodePoint(e.Trigger.End), Rule: e.Rule.ID, Won: true, Reason: e.Why,
			Event: records[i].ID, Type: e.Type, Modality: e.Modality, Status: records[i].Status, Roles: roles(e, &records[i]),
		}
		s.Candidates = append(s.Candidates, c)
	}
	for _, l := range rejected {
		s := &t.Sentences[l.Sentence]
		s.Candidates = append(s.Candidates, CandidateTrace{Word: l.Word, Start: a.CodePoint(l.Start), End: a.CodePoint(l.End), Rule: l.Rule, Reason: l.Reason})
	}
	for i := range t.Sentences {
		slices.SortStableFunc(t.Sentences[i].Candidates, func(a, b CandidateTrace) int {
			// a winner's words may begin before those that its rivals saw
			return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(a.Start, b.Start))
		})
	}
}

// roles says what fills an event's roles, and what else its record says.
func roles(e *event.Event, r *record.Record) []string {
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
	for _, l := range r.Locations {
		out = append(out, "location: "+strings.TrimSpace(l.Relation+" "+l.Text))
	}
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
