package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
)

// TestBrokenTexts tests that no reading fails where a stage finds nothing of what it looks for: a
// sentence that the dateline belongs to, a place of an attack that is pointed back to, candidates
// for a place.
func TestBrokenTexts(t *testing.T) {
	x := newExtractor(t)
	for _, text := range []string{
		"MANILA: Rebels killed two fishermen in Jolo on Tuesday. Last year alone, more than 2,000 civilians were killed in the country.",
		"A ferry was hit by a cargo ship. In the region, rebels killed four herders. The attack killed three in Juba, he said.",
		"LAGOS: — AP. Ghanaian police detained two clerks of Ghana's ruling party on Friday and had warrants to detain nine other officials In the village, they were shot dead by the same men.",
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "a", Text: text})
		if err != nil || len(r.Events) == 0 {
			t.Errorf("%s\n got %d events, error %v", text, len(r.Events), err)
		}
	}
}
