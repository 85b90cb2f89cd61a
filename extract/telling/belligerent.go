package telling

import (
	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// markBelligerents marks the sources of the records that are parties to them.
func markBelligerents(rs []record.Record) {
	mark := MarkBelligerent(rs)
	for i := range rs {
		if rs[i].Source != nil {
			mark(rs[i].Source)
		}
		for k := range rs[i].Also {
			mark(&rs[i].Also[k])
		}
		for k := range rs[i].Casualties {
			if s := rs[i].Casualties[k].Source; s != nil {
				mark(s)
			}
		}
	}
}

// MarkBelligerent returns a function that marks a source as a belligerent
// where it, or its state, is an actor or target of one of the records.
func MarkBelligerent(rs []record.Record) func(*record.Source) {
	parties := map[string]bool{}
	for i := range rs {
		for _, ps := range [][]record.Party{rs[i].Actors, rs[i].Targets} {
			for _, p := range ps {
				if p.ID != "" {
					parties[p.ID] = true
					if len(p.ID) > 4 && p.ID[3] == '-' {
						parties[p.ID[:4]] = true
					}
				}
			}
		}
	}
	return func(s *record.Source) {
		if s.ID != "" && s.Kind != gazetteer.SourceMedia && (parties[s.ID] || len(s.ID) > 4 && s.ID[3] == '-' && parties[s.ID[:4]]) {
			s.Kind = gazetteer.SourceBelligerent
		}
	}
}
