package extract

import (
	"context"
	"testing"

	"sitrep/extract/article"
)

// TestBrokenTexts holds that what a text lacks where a stage looks for it ends no reading: a
// dateline before the first sentence, a place of the attack pointed back to, candidates for one.
func TestBrokenTexts(t *testing.T) {
	x := newExtractor(t)
	for _, text := range []string{
		"MANILA: Rebels killed two fishermen in Jolo on Tuesday. Last year alone, more than 2,000 civilians were killed in the country.",
		"A tanker was struck by a bulk carrier. In the region, rebels killed four herders. The attack killed three in Juba, he said.",
		"LAGOS: — AP. Ghanaian police detained two clerks of Ghana's ruling party on Friday and had warrants to detain nine other officials In the village, they were shot dead by the same men.",
	} {
		r, err := x.Extract(context.Background(), article.Input{ID: "a", Text: text})
		if err != nil || len(r.Events) == 0 {
			t.Errorf("%s\n got %d events, error %v", text, len(r.Events), err)
		}
	}
}
