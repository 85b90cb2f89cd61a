package confidence

import (
	"testing"

	"sitrep/extract/event"
	"sitrep/extract/record"
	"sitrep/extract/rules"
	"sitrep/extract/telling"
	"sitrep/extract/weigh"
)

// TestAdd holds what records are surer than others.
func TestAdd(t *testing.T) {
	set, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	bare := record.Record{EventType: "Battles", SubEventType: "Armed clash", Modality: record.Actual, Rule: "fight", Trigger: record.Trigger{Lemma: "fighting"}}
	full := bare
	full.Actors = []record.Party{{Text: "rebels", ID: "rebels", Kind: "rebel group"}}
	full.Targets = []record.Party{{Text: "soldiers", Kind: "state forces"}}
	full.Locations = []record.Location{{Text: "Gao"}}
	full.Time = &record.Time{From: "2018-04-14"}
	rs := []record.Record{bare, full}
	rs[1].Evidence.Sentence = 1
	Add(rs, []*telling.Telling{{Event: &event.Event{Probability: 1}}, {Event: &event.Event{Probability: 1}}}, set)
	for _, r := range rs {
		if r.Confidence <= 0 || r.Confidence >= 1 {
			t.Errorf("confidence %v", r.Confidence)
		}
	}
	again := []record.Record{bare, full}
	again[1].Evidence.Sentence = 1
	Add(again, []*telling.Telling{{Event: &event.Event{Probability: 1}}, {Event: &event.Event{Probability: 1}}}, set)
	if again[0].Confidence != rs[0].Confidence || again[1].Confidence != rs[1].Confidence {
		t.Error("not the same twice")
	}
	Add(nil, nil, set)
}

// TestWeights holds that the table has a weight for every feature.
func TestWeights(t *testing.T) {
	for _, f := range features {
		if model().Probability(weigh.Evidence{{Name: f.name, Value: 1}}) == model().Probability(nil) {
			t.Errorf("no weight for %q", f.name)
		}
	}
}
