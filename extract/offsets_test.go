package extract

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/record"
)

// span is a stretch of the text that a result points to. Those without text
// only have to lie within it.
type span struct {
	what       string
	text       string
	start, end int
	bare       bool
}

// spansOf are all the offsets of a result.
func spansOf(r *Result) []span {
	var out []span
	put := func(what, text string, start, end int) { out = append(out, span{what, text, start, end, false}) }
	source := func(what string, s *record.Source) {
		if s == nil {
			return
		}
		put(what, s.Text, s.Start, s.End)
		if s.Cue != nil {
			put(what+" cue", s.Cue.Text, s.Cue.Start, s.Cue.End)
		}
		if s.Content != nil {
			out = append(out, span{what + " content", "", s.Content.Start, s.Content.End, true})
		}
		for _, v := range s.Via {
			put(what+" via", v.Text, v.Start, v.End)
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		put("trigger", e.Trigger.Text, e.Trigger.Start, e.Trigger.End)
		put("evidence", e.Evidence.Text, e.Evidence.Start, e.Evidence.End)
		for what, ps := range map[string][]record.Party{"actor": e.Actors, "target": e.Targets} {
			for _, p := range ps {
				put(what, p.Text, p.Start, p.End)
				if p.Antecedent != nil {
					put(what+" antecedent", p.Antecedent.Text, p.Antecedent.Start, p.Antecedent.End)
				}
			}
		}
		for _, w := range e.Weapons {
			put("weapon", w.Text, w.Start, w.End)
		}
		for _, l := range e.Locations {
			put("location", l.Text, l.Start, l.End)
		}
		if e.Time != nil {
			put("time", e.Time.Text, e.Time.Start, e.Time.End)
		}
		for _, c := range e.Casualties {
			put("casualty", c.Text, c.Start, c.End)
			if c.Victims != nil {
				put("victims", c.Victims.Text, c.Victims.Start, c.Victims.End)
			}
		}
		source("source", e.Source)
		for k := range e.Also {
			source("also", &e.Also[k])
		}
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		put("mention of "+m.Kind, m.Text, m.Start, m.End)
		if m.Antecedent != nil {
			put("antecedent", m.Antecedent.Text, m.Antecedent.Start, m.Antecedent.End)
		}
		if m.Victims != nil {
			put("victims", m.Victims.Text, m.Victims.Start, m.Victims.End)
		}
		source("source", m.Source)
		for what, s := range map[string]*record.Span{"cue": m.Cue, "content": m.Content} {
			if s != nil {
				put(what, s.Text, s.Start, s.End)
			}
		}
	}
	for _, s := range r.Trace.Sentences {
		put("sentence", s.Text, s.Start, s.End)
		for _, g := range s.Groups {
			put("group", g.Text, g.Start, g.End)
		}
		for _, c := range s.Candidates {
			put("word", c.Word, c.Start, c.End)
		}
	}
	for _, p := range r.Trace.LeftOut {
		put(p.Part, p.Text, p.Start, p.End)
	}
	return out
}

// trueSpans fails where the text at an offset is not what the result says.
func trueSpans(t testing.TB, in article.Input, r *Result) {
	t.Helper()
	text := []rune(article.Clean(in).Text)
	for _, s := range spansOf(r) {
		if s.start < 0 || s.start > s.end || s.end > len(text) {
			t.Errorf("%s: %s %q at %d to %d is outside of %d code points", in.ID, s.what, s.text, s.start, s.end, len(text))
			continue
		}
		if got := string(text[s.start:s.end]); !s.bare && got != s.text && !(s.what == "word" && s.text == "") {
			t.Errorf("%s: %s is %q, but the text at %d to %d is %q", in.ID, s.what, s.text, s.start, s.end, got)
		}
	}
}

// TestOffsets: every offset is true to the text, also where characters take
// several bytes.
func TestOffsets(t *testing.T) {
	x := newExtractor(t, WithMentions(), WithTrace())
	for _, in := range testTexts(t) {
		r := extractText(t, x, in)
		trueSpans(t, in, &r)
		in.Text = "« Égypte » – 1–2 naïve “quotes”… \u2028😀\r\n\r\n" + strings.ReplaceAll(in.Text, "'", "’")
		in.Title = "Überfall in Bäle"
		r = extractText(t, x, in)
		trueSpans(t, in, &r)
	}
}

// FuzzExtract feeds the pipeline arbitrary text: no panic, no offset that is
// not true, no text whose cost grows faster than its length.
func FuzzExtract(f *testing.F) {
	for _, in := range testArticles(f) {
		// a mutation of a whole article costs a second to minimise
		f.Add("", strings.ToValidUTF8(in.Text[:min(len(in.Text), 400)], ""))
	}
	f.Add("Title", "Rebels “shelled”\u00a0Homs —\r\nkilling 12… (AP) – \xff\xfe")
	f.Add("", strings.Repeat("and killed ", 300))
	f.Add("", strings.Repeat("the army of ", 200)+"attacked")
	f.Add("", strings.Repeat("“He said, ", 200))
	f.Add("", "REUERS/Rodi Said Th s part to drive Islamic State from Raqqa")
	f.Add("", "stairs.\n\nAlso killed people. explosives bomb city.")
	f.Add("", "disaster said, swept three")
	f.Add("İstanbul", "İ ı ſ K killed Å ﬁ ß ŉ ǰ ΐ 1 000 000 \u0130\u0130\u0130 attacked \U0001F600 5kg")
	x := newExtractor(f, WithMentions(), WithTrace())
	f.Fuzz(func(t *testing.T, title, text string) {
		in := article.Input{ID: "fuzz", Title: title, Text: text, Published: "2016-12-12"}
		begin := time.Now()
		r, err := x.Extract(context.Background(), in)
		took := time.Since(begin)
		if err != nil {
			if strings.TrimSpace(text) != "" || strings.TrimSpace(title) != "" {
				t.Fatal(err)
			}
			return
		}
		if took > time.Second {
			linear(t, x, in)
		}
		in, _ = x.mender.Input(in)
		if !utf8.ValidString(article.Clean(in).Text) {
			t.Error("the analysed text is not UTF-8")
		}
		trueSpans(t, in, &r)
	})
}

// linear fails where four times a text takes far more than four times as long.
// It compares a machine with itself, and the least disturbed of three runs.
func linear(t *testing.T, x *Extractor, in article.Input) {
	t.Helper()
	cost := func(in article.Input) time.Duration {
		least := time.Duration(math.MaxInt64)
		for range 3 {
			begin := time.Now()
			if _, err := x.Extract(context.Background(), in); err != nil {
				t.Fatal(err)
			}
			least = min(least, time.Since(begin))
		}
		return least
	}
	once := cost(in)
	in.Text = strings.Repeat(in.Text+"\n\n", 4)
	if most := cost(in); most > 10*once && most > time.Second {
		t.Errorf("%d bytes take %v, four times as much takes %v", len(in.Text)/4, once, most)
	}
}
