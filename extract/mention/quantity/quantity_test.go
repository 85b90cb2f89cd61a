package quantity

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/extract/article"
	"sitrep/extract/lang"
)

func sentence(text string) *lang.Sentence {
	a := &article.Article{Text: text, Segments: []article.Segment{{Span: article.Span{Start: 0, End: len(text)}, Part: article.Title}}}
	d := lang.New(a)
	if len(d.Sentences) == 0 {
		return nil
	}
	return d.Analyse(0)
}

func show(n Number) string {
	b := func(p *int) string {
		if p == nil {
			return "?"
		}
		return fmt.Sprint(*p)
	}
	s := n.Text + " " + b(n.Min) + "-" + b(n.Max)
	if n.More {
		s += " more"
	}
	if n.Total {
		s += " total"
	}
	if n.Measure {
		s += " measure"
	}
	return s
}

func TestFind(t *testing.T) {
	for text, want := range map[string]string{
		"12 rebels died":                       "12 12-12",
		"one and a half thousand people died":  "one and a half thousand 1500-1500",
		"two-and-a-half thousand people died":  "two-and-a-half thousand 2500-2500",
		"3 and a half million people fled":     "3 and a half million 3500000-3500000",
		"an hour and a half later 9 men died":  "9 9-9",
		"between two and three dozen men died": "between two and three dozen 24-36",
		"half of the 40 passengers died":       "half of the 40 20-20",
		"half the 40 passengers died":          "half the 40 20-20",
		"three-quarters of its 12 men died":    "three-quarters of its 12 9-9",
		"two thirds of the 90 monks died":      "two thirds of the 90 60-60",
		"a third of the 30 guards died":        "a third of the 30 10-10",
		"half of Peru's 40 mines closed":       "40 40-40",
		"half an hour later 12 rebels died":    "12 12-12",
		"20 at least died":                     "20 at least 20-?",
		"4,000 rebels died":                    "4,000 4000-4000",
		"the toll rose by six to 43":           "six 6-6; 43 43-43",
		"In May five died":                     "five 5-5",
		"1.2 million people fled":              "1.2 million 1200000-1200000",
		"1.5m people fled":                     "1.5m 1500000-1500000",
		"twenty-three rebels died":             "twenty-three 23-23",
		"one hundred and five rebels died":     "one hundred and five 105-105",
		"two dozen rebels died":                "two dozen 24-24",
		"half a dozen rebels died":             "half a dozen 6-6",
		"a dozen rebels died":                  "a dozen 12-12",
		"dozens of rebels died":                "dozens 24-99",
		"scores of rebels died":                "scores 40-99",
		"hundreds of rebels died":              "hundreds 200-999",
		"tens of thousands of people fled":     "tens of thousands 20000-99999",
		"hundreds of thousands of people fled": "hundreds of thousands 200000-999999",
		"several hundred rebels died":          "several hundred 300-900",
		"a handful of rebels died":             "a handful 3-9",
		"a couple of rebels died":              "a couple 2-2",
		"a few rebels died":                    "a few 3-9",
		"a number of rebels died":              "a number 3-9",
		"a large number of rebels died":        "a large number 1-?",
		"many rebels died":                     "many 1-?",
		"at least 12 rebels died":              "at least 12 12-?",
		"no fewer than 12 rebels died":         "no fewer than 12 12-?",
		"more than 40 rebels died":             "more than 40 41-?",
		"up to 30 rebels died":                 "up to 30 ?-30",
		"fewer than 30 rebels died":            "fewer than 30 ?-29",
		"some 40 rebels died":                  "some 40 40-40",
		"some rebels died":                     "some 3-9",
		"nearly 40 rebels died":                "nearly 40 40-40",
		"between 10 and 15 rebels died":        "between 10 and 15 10-15",
		"10 to 15 rebels died":                 "10 to 15 10-15",
		"10-15 rebels died":                    "10-15 10-15",
		"two or three rebels died":             "two or three 2-3",
		"12 or more rebels died":               "12 or more 12-?",
		"another 12 rebels died":               "12 12-12 more",
		"12 more rebels died":                  "12 12-12 more",
		"a total of 43 rebels died":            "43 43-43 total",
		"12 of the rebels died":                "12 12-12",
		"they fought for 12 days":              "12 12-12 measure",
		"they took 30 percent of it":           "30 30-30 measure",
		"it cost $ 5 million":                  "5 million 5000000-5000000 measure",
		"the war began in 2014 and goes on":    "",
		"a soldier died":                       "",
		"99999999999999999999 rebels":          "",
		"it rose from 38 to 43":                "38 38-38; 43 43-43",
		"more than a dozen rebels died":        "more than a dozen 13-?",
		"three to four hundred rebels died":    "three to four hundred 300-400",
	} {
		var got []string
		for _, n := range Find(sentence(text)) {
			got = append(got, show(n))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s: got %q, want %q", text, g, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"between 10 and 5", "one hundred million billion dozen", "at least up to 5-3", "tens of dozens of millions", "1,2,3 1.2.3 1e9 0x5", "half a a couple of few"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := sentence(strings.ToValidUTF8(text, "\uFFFD"))
		if s == nil {
			return
		}
		for _, n := range Find(s) {
			if n.Min != nil && n.Max != nil && *n.Min > *n.Max || n.Min != nil && *n.Min < 0 || n.Max != nil && *n.Max < 0 {
				t.Fatalf("%q: %s", s.Text, show(n))
			}
			if s.Text[n.Start-s.Start:n.End-s.Start] != n.Text || n.Text == "" {
				t.Fatalf("%q: span of %q", s.Text, n.Text)
			}
		}
	})
}
