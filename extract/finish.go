package extract

import (
	"sitrep/extract/article"
	"sitrep/extract/event"
	"sitrep/extract/lang"
	"sitrep/extract/record"
)

// result puts together what the stages found.
func (x *Extractor) result(d *lang.Document, f *found, records []record.Record, rejected []event.Rejection) Result {
	a := d.Article
	r := Result{Article: articleRecord(a), Events: records, Warnings: a.Warnings}
	head := record.MentionArticle{ID: a.ID}
	for i := range f.places {
		p := &f.places[i]
		m := record.MentionRecord{
			Article: head, Kind: record.MentionPlace, Text: p.Text, Start: a.CodePoint(p.Start), End: a.CodePoint(p.End),
			Name: p.Name, ID: p.ID, Class: p.Kind, Country: p.Country, Admin1: p.Admin1,
			Relation: p.Relation, GeoPrecision: p.Precision, Use: p.Use,
		}
		if p.Located {
			lat, lon := p.Latitude, p.Longitude
			m.Latitude, m.Longitude = &lat, &lon
		}
		for _, o := range p.Alternatives {
			m.Alternatives = append(m.Alternatives, record.Alternative{
				Name: o.Name, ID: o.ID, Country: o.Country, Latitude: o.Latitude, Longitude: o.Longitude, Score: o.Score, Reason: o.Reason,
			})
		}
		r.Mentions = append(r.Mentions, m)
	}
	for i := range f.attributions {
		t := &f.attributions[i]
		content := t.Extent()
		r.Mentions = append(r.Mentions, record.MentionRecord{
			Article: head, Kind: record.MentionAttribution, Text: t.Cue.Text, Start: a.CodePoint(t.Cue.Start), End: a.CodePoint(t.Cue.End),
			Source:  &record.Source{Text: t.Source.Text, Start: a.CodePoint(t.Source.Start), End: a.CodePoint(t.Source.End)},
			Cue:     &record.Span{Text: t.Cue.Text, Start: a.CodePoint(t.Cue.Start), End: a.CodePoint(t.Cue.End)},
			Content: spanRecord(a, content),
		})
	}
	return r
}

func spanRecord(a *article.Article, s article.Span) *record.Span {
	if s.Len() == 0 {
		return nil
	}
	return &record.Span{Text: a.Slice(s), Start: a.CodePoint(s.Start), End: a.CodePoint(s.End)}
}
