package link

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"sitrep/extract/record"
)

// invented yields n records of happenings that are told three times on the
// whole: 150 a day, in 40 countries of 50 towns.
func invented(n int) iter.Seq[record.Record] {
	return func(yield func(record.Record) bool) {
		r := rand.New(rand.NewPCG(7, uint64(n)))
		subs := []string{"Attack", "Armed clash", "Suicide bomb", "Air/drone strike", "Shelling/artillery/missile attack", "Abduction/forced disappearance"}
		nouns := []string{"market", "school", "convoy", "checkpoint", "barracks", "hospital", "bridge", "village", "mosque", "church", "station", "factory"}
		for i := 0; i < n; {
			day := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/150)
			country, town := r.IntN(40), r.IntN(50)
			lat, lon := float64(country%8)*8+float64(town%7), float64(country/8)*20+float64(town/7)
			sub, noun, dead := subs[r.IntN(len(subs))], nouns[r.IntN(len(nouns))], 1+r.IntN(30)
			for told := 1 + r.IntN(5); told > 0 && i < n; told, i = told-1, i+1 {
				id := fmt.Sprintf("%012x-%d-act", r.Uint64()>>16, i)
				published := day.AddDate(0, 0, r.IntN(3)).Format(time.DateOnly)
				rec := record.Record{
					Schema: 1, ID: id, Incident: id + "-i", Article: record.Article{ID: fmt.Sprintf("%s/%d.txt", published, i), Published: published, Fingerprint: id},
					EventType: "Violence against civilians", SubEventType: sub, Action: "attack", Modality: record.Actual, Scope: record.Single, Status: record.Claimed,
					Locations:  []record.Location{{Text: fmt.Sprintf("Town%dx%d", country, town), ID: fmt.Sprint(country, "-", town), Kind: "populated place", Country: fmt.Sprintf("C%02d", country), Latitude: &lat, Longitude: &lon, GeoPrecision: 1}},
					Time:       &record.Time{From: day.Format(time.DateOnly), To: day.Format(time.DateOnly), Precision: "day"},
					Casualties: []record.Casualty{{Kind: "killed", Text: fmt.Sprint(dead), Min: &dead, Max: &dead}},
					Source:     &record.Source{Text: "police", Kind: "official"},
					Confidence: 0.8, Rule: "attack",
					Evidence: record.Evidence{Text: fmt.Sprintf("Gunmen killed %d people near a %s in Town%dx%d on the outskirts of the district, police said in account %d.", dead, noun, country, town, i)},
				}
				if !yield(rec) {
					return
				}
			}
		}
	}
}
