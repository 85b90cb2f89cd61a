package extract

import (
	"sitrep/extract/lang"
	"sitrep/extract/reading"
)

// found is all that was found in a document before and beside its events.
type found struct {
	*reading.Reading
	asked *asking // nil without a trace
}

// mentions runs the finders over the document.
func (x *Extractor) mentions(d *lang.Document) *found {
	f := &found{Reading: reading.New(x.resources, d), asked: x.asking(d)}
	if x.options.eager {
		for i := range d.Sentences {
			d.Analyse(i)
		}
	}
	f.Places()
	f.asked.after(stagePlaces)
	f.Attributions()
	f.asked.after(stageAttribution)
	return f
}
