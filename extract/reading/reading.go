package reading

import (
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/attribution"
	"sitrep/extract/clock"
	"sitrep/extract/entity"
	"sitrep/extract/lang"
	"sitrep/extract/mention"
	"sitrep/extract/mention/actor"
	"sitrep/extract/mention/casualty"
	"sitrep/extract/mention/date"
	"sitrep/extract/mention/place"
	"sitrep/extract/rules"
	"sitrep/gazetteer"
)

// Resources are the rules and dictionaries that texts are read with. They are
// safe for concurrent use.
type Resources struct {
	Rules      *rules.Set
	ActorIndex *gazetteer.ActorIndex
	PlaceIndex *gazetteer.PlaceIndex
	finder     *place.Finder
}

// NewResources returns the resources with these rules and dictionaries.
func NewResources(set *rules.Set, actors *gazetteer.ActorIndex, places *gazetteer.PlaceIndex) *Resources {
	return &Resources{Rules: set, ActorIndex: actors, PlaceIndex: places, finder: place.New(places).WithActors(actors)}
}

// Reading is what is known of one document. It is not safe for concurrent
// use: every question may have a sentence analysed.
type Reading struct {
	*Resources
	Document *lang.Document

	actorNames []gazetteer.ActorMatch // that the dictionary finds in the text, in text order

	names   []article.Span // of actors that need nothing else in the text to be names, in text order
	outlets []article.Span // names of news media, in text order
	parties []place.Party  // actors of one country, in text order

	places       memo[[]mention.Place]
	country      memo[mainCountry]
	attributions memo[*attribution.Index]
	sources      memo[map[int][]attribution.Source] // by sentence
	certainty    memo[[]attribution.Verification]
	actors       *actor.Reader
	resolver     *entity.Resolver
	classes      lang.ByGroup[rules.Class]
	lists        lang.ByGroup[rules.Class]   // see listed
	written      map[int]*date.Expressions   // by sentence
	dates        map[int][]mention.Date      // by sentence
	tolls        map[int][]casualty.Casualty // by sentence
	today        memo[today]
	told         memo[[]toldDate] // in text order
	surnames     memo[map[string]int]
}

// memo keeps an answer once it is known.
type memo[T any] struct {
	known bool
	value T
}

// get returns the answer, which find finds the first time.
func (m *memo[T]) get(find func() T) T {
	if !m.known {
		m.known, m.value = true, find()
	}
	return m.value
}

// New returns the reading of a document of which no sentence has been
// analysed yet: it tells the document which words are names.
func New(resources *Resources, d *lang.Document) *Reading {
	r := &Reading{
		Resources: resources, Document: d,
		dates: map[int][]mention.Date{}, tolls: map[int][]casualty.Casualty{},
	}
	r.scanNames()
	d.SetNames(r.names)
	return r
}

// scanNames finds the names of actors that need nothing else in the text to
// be names, and the names of news media.
func (r *Reading) scanNames() {
	r.Document.Clock.Start(clock.Names)
	defer r.Document.Clock.Stop()
	r.actorNames = r.ActorIndex.Scan(r.Document.Article.Text)
	for _, m := range r.actorNames {
		span := article.Span{Start: m.Start, End: m.End}
		if (m.Form == gazetteer.FormName || m.Form == gazetteer.FormLeader) && !m.Candidates[0].Ambiguous {
			r.names = append(r.names, span)
			r.addParty(m)
		}
		if len(m.Candidates) > 0 && m.Candidates[0].SourceKind == gazetteer.SourceMedia {
			r.outlets = append(r.outlets, span)
		}
	}
}

// addParty notes an actor of one country, once for each name of it.
func (r *Reading) addParty(m gazetteer.ActorMatch) {
	a := m.Candidates[0].Actor
	if len(m.Candidates) > 1 || a.Country == "" || len(a.Countries()) > 1 || a.SourceKind == gazetteer.SourceMedia {
		return
	}
	name := r.Document.Article.Text[m.Start:m.End]
	for _, p := range r.parties {
		if strings.HasPrefix(r.Document.Article.Text[p.Start:], name) {
			return
		}
	}
	r.parties = append(r.parties, place.Party{Start: m.Start, Country: a.Country})
}

// Article is the article that is read.
func (r *Reading) Article() *article.Article { return r.Document.Article }

// ActorsOf returns the actors that a noun group stands for, with the
// antecedents of pronouns and descriptions.
func (r *Reading) ActorsOf(g *lang.NounGroup) []*actor.Mention { return r.entities().Of(g) }

// ActorsIn returns the actors of sentence i in text order.
func (r *Reading) ActorsIn(i int) []*actor.Mention { return r.entities().Sentence(i) }

// MayNameMilitants reports whether ArmedGroup may know a group of the text.
func (r *Reading) MayNameMilitants() bool {
	r.entities()
	return r.actors.MayNameMilitants()
}

func (r *Reading) entities() *entity.Resolver {
	if r.resolver == nil {
		r.actors = actor.Read(r.ActorIndex, r.Document, r.actorNames, r.Places())
		r.resolver = entity.New(r.actors)
	}
	return r.resolver
}

// Casualties returns the casualties that a sentence tells of.
func (r *Reading) Casualties(s *lang.Sentence) []casualty.Casualty {
	cs, ok := r.tolls[s.Index]
	if !ok {
		cs = casualty.Sum(casualty.Casualties(s))
		r.tolls[s.Index] = cs
	}
	return cs
}
