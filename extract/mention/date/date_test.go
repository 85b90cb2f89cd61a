package date

import (
	"strings"
	"testing"
	"time"

	"sitrep/extract/mention"
)

// TestFind holds one sentence a construction. Publication is Wednesday, 14
// December 2016, unless the row has its own.
func TestFind(t *testing.T) {
	for _, c := range []struct{ text, published, want string }{
		{"Troops shelled the ridge on Wednesday.", "", "on Wednesday 2016-12-14/2016-12-14 day"},
		{"Troops will shell the ridge on Wednesday.", "", "on Wednesday 2016-12-21/2016-12-21 day"},
		{"Talks are scheduled for Friday.", "", "Friday 2016-12-16/2016-12-16 day"},
		{"The army tried to storm the fort on Friday.", "", "on Friday 2016-12-09/2016-12-09 day"},
		{"The army plans to storm the fort on Friday.", "", "on Friday 2016-12-16/2016-12-16 day"},
		{"The truce takes effect on Friday.", "", "on Friday 2016-12-16/2016-12-16 day"},
		{"He said on Monday it would strike again.", "", "on Monday 2016-12-12/2016-12-12 day"},
		{"The mediator gave both sides until Friday to withdraw.", "", "Friday 2016-12-16/2016-12-16 day"},
		{"Guards shot two men overnight on Monday.", "", "overnight on Monday 2016-12-12/2016-12-13 day"},
		{"They fought from Sunday to Tuesday.", "", "from Sunday to Tuesday 2016-12-11/2016-12-13 day"},
		{"Militants took the dam in October.", "", "in October 2016-10-01/2016-10-31 month"},
		{"Militants took the dam in December.", "", "in December 2016-12-01/2016-12-14 month"},
		{"Militants took the dam in late December.", "", "in late December 2015-12-21/2015-12-31 month"},
		{"In May 12 villagers died.", "", "In May 2016-05-01/2016-05-31 month"},
		{"The rebels may march on the capital.", "", ""},
		{"Gunmen struck between 3 and 5 May 2015.", "", "between 3 and 5 May 2015 2015-05-03/2015-05-05 day"},
		{"Gunmen struck between November and January.", "", "between November and January 2015-11-01/2016-01-31 month"},
		{"It happened on 3/4/2015.", "", "on 3/4/2015 unresolved"},
		{"The siege began on 2 May and ended three weeks later.", "", "on 2 May 2016-05-02/2016-05-02 day; three weeks later 2016-05-23/2016-05-29 week"},
		{"They lost it on Monday, a day after they had taken it.", "", "on Monday 2016-12-12/2016-12-12 day; a day after 2016-12-11/2016-12-11 day"},
		{"A day after Sunday's raid, they struck back.", "", "A day after 2016-12-12/2016-12-12 day; Sunday's 2016-12-11/2016-12-11 day"},
		{"The fort fell two days later.", "", "two days later unresolved"},
		{"They marched for a third day.", "", "for a third day 2016-12-12/2016-12-14 day"},
		{"They fought for two days.", "", ""},
		{"They have fought for two days.", "", "for two days 2016-12-13/2016-12-14 day"},
		{"A 5-day truce was agreed.", "", ""},
		{"They march every Friday.", "", ""},
		{"Tens of thousands died in fighting in 2006 and 2007.", "", "in 2006 and 2007 2006-01-01/2007-12-31 year"},
		{"Soldiers looted the clinic in 2013, 2014 and 2015.", "", "in 2013, 2014 and 2015 2013-01-01/2015-12-31 year"},
		{"Ankara has suffered bombings in 2016.", "", "in 2016 2016-01-01/2016-12-31 year"},
		{"It was the worst raid since 2011.", "", "since 2011 2011-01-01/2016-12-14 year"},
		{"Some 2014 fighters were killed.", "", ""},
		{"Ten years ago this month a missile hit Dobley.", "", "Ten years ago this month 2006-12-01/2006-12-31 month"},
		{"Twenty years ago tomorrow a missile hit Dobley.", "", "Twenty years ago tomorrow 1996-12-15/1996-12-15 day"},
		{"A missile hit Dobley five years ago on Monday.", "", "five years ago on Monday 2011-12-12/2011-12-12 day"},
		{"1942 – A constable was shot dead near Kilvey.", "", "1942 1942-01-01/1942-12-31 year"},
		{"1921 – On 24 June a mine derailed a troop train.", "", "1921 1921-01-01/1921-12-31 year; On 24 June 1921-06-24/1921-06-24 day"},
		{"By 2014 rebels held the north.", "", "2014 2014-01-01/2014-12-31 year"},
		{"The worst year was 2014, when they held the north.", "", "2014 2014-01-01/2014-12-31 year"},
		{"== 2014 ==", "", "2014 2014-01-01/2014-12-31 year"},
		{"The dead were counted by 2014 volunteers.", "", ""},
		{"The killings went on into 1998.", "", "1998 1998-01-01/1998-12-31 year"},
		{"Boats met them at about 1:30 a.m. (2000 GMT Friday).", "", ""},
		{"The raid began at 2030 GMT on Friday.", "", "on Friday 2016-12-09/2016-12-09 day"},
		{"March – A bus was burned near Kilvey.", "", "March 2016-03-01/2016-03-31 month"},
		{"June: Two constables were shot dead.", "", "June 2016-06-01/2016-06-30 month"},
		{"March of the dead: a film.", "", ""},
		{"June Smith was shot dead.", "", ""},
		{"He was jailed in May 2011 and freed in March of the following year.", "", "in May 2011 2011-05-01/2011-05-31 month; in March of the following year 2012-03-01/2012-03-31 month"},
		{"He was jailed in May 2011, having fled in October of the previous year.", "", "in May 2011 2011-05-01/2011-05-31 month; in October of the previous year 2010-10-01/2010-10-31 month"},
		{"Then came 2014 and the war.", "", "2014 2014-01-01/2014-12-31 year"},
		{"1942-style tactics were used.", "", ""},
		{"Rebels seized Konna on the 10th.", "", "on the 10th 2016-12-10/2016-12-10 day"},
		{"On the night of the 19th, they threw a grenade.", "", "On the night of the 19th 2016-11-19/2016-11-19 day"},
		{"On 28 January they left Goma, and on the 3rd they came back.", "", "On 28 January 2016-01-28/2016-01-28 day; on the 3rd 2016-02-03/2016-02-03 day"},
		{"A shell hit a flat on the 16th floor.", "", ""},
		{"Jets fired on the 10th Mountain Division.", "", ""},
		{"They met survivors of a deadly 2013 gas attack.", "", "2013 2013-01-01/2013-12-31 year"},
		{"The mission trained a further 2013 soldiers.", "", ""},
		{"They were held on Sunday and on Monday taken to court.", "", "on Sunday 2016-12-11/2016-12-11 day; on Monday 2016-12-12/2016-12-12 day"},
		{"The war began in May 1996. The next year, in October, a bomb went off.", "", "in May 1996 1996-05-01/1996-05-31 month; The next year 1997-01-01/1997-12-31 year; in October 1997-10-01/1997-10-31 month"},
		{"Police fired on the crowd at Eid al-Adha.", "", "at Eid al-Adha 2016-09-12/2016-09-12 day"},
		{"Shells fell on Friday.", "none", "on Friday unresolved"},
		{"Shells fell on 2 May 2014.", "none", "on 2 May 2014 2014-05-02/2014-05-02 day"},
		{"Shells fell on 29 February.", "2017-05-01", "on 29 February 2016-02-29/2016-02-29 day"},
	} {
		ctx := Context{Published: day(2016, 12, 14)}
		if c.published == "none" {
			ctx.Published = time.Time{}
		} else if c.published != "" {
			ctx.Published, _ = time.Parse(time.DateOnly, c.published)
		}
		var got []string
		for _, d := range find(sentence(c.text), ctx) {
			got = append(got, d.Text+" "+show(d))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

func TestAnchor(t *testing.T) {
	anchor := mention.Date{From: day(2016, 5, 3), To: day(2016, 5, 3), Precision: mention.Day}
	for text, want := range map[string]string{
		"The fort fell two days later.":                       "2016-05-05/2016-05-05 day",
		"The same day, jets hit the dam.":                     "2016-05-03/2016-05-03 day",
		"Rebels lost it a day after they had retaken it.":     "2016-05-02/2016-05-02 day",
		"Three weeks earlier they had shelled the depot.":     "2016-04-11/2016-04-17 week",
		"The following Friday, a bomb went off in the plaza.": "2016-05-06/2016-05-06 day",
		"In November of that year they shelled Taiz.":         "2016-11-01/2016-11-30 month",
		"In June of the same year they left Goma.":            "2016-06-01/2016-06-30 month",
		"Villagers burned the camp that summer.":              "2016-06-01/2016-08-31 month",
		"Bandits raided the farm in the autumn of that year.": "2016-09-01/2016-11-30 month",
		"Soldiers stormed the prison before dawn.":            "2016-05-03/2016-05-03 day",
	} {
		got := find(sentence(text), Context{Published: day(2016, 12, 14), Anchor: anchor})
		if len(got) != 1 || show(got[0]) != want {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
	}
}

// TestYear holds dates without a year in a text that names no day of publication.
func TestYear(t *testing.T) {
	for text, want := range map[string]string{
		"On 4 April a grenade hit a school in Aden.":                    "2014-04-04/2014-04-04 day",
		"Police fired on miners in March.":                              "2014-03-01/2014-03-31 month",
		"On 22 May 1966 they took Zinjibar.":                            "1966-05-22/1966-05-22 day",
		"The Tutsi rebels left Bukavu on Monday.":                       "unresolved",
		"They took Zinjibar on 22 May 1966, and lost it on 4 June.":     "1966-05-22/1966-05-22 day; 1966-06-04/1966-06-04 day",
		"In July last year the ELN blew up the pipeline near Saravena.": "unresolved",
	} {
		var got []string
		for _, d := range find(sentence(text), Context{Year: 2014}) {
			got = append(got, show(d))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s: got %s, want %s", text, g, want)
		}
	}
}

// TestInferred holds weekdays in a text of which only the latest day that it names is
// known: they are the nearest.
func TestInferred(t *testing.T) {
	for text, want := range map[string]string{
		"Shells fell on Wednesday.":      "2016-12-14/2016-12-14 day",
		"Shells fell on Tuesday.":        "2016-12-13/2016-12-13 day",
		"Shells fell on Thursday.":       "2016-12-15/2016-12-15 day",
		"Shells fell on Saturday.":       "2016-12-17/2016-12-17 day",
		"Shells fell on Sunday.":         "2016-12-11/2016-12-11 day",
		"Shells fell on Thursday again.": "2016-12-15/2016-12-15 day",
	} {
		got := find(sentence(text), Context{Published: day(2016, 12, 14), Inferred: true})
		if len(got) != 1 || show(got[0]) != want {
			t.Errorf("%s: got %v, want %s", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Rebels struck on Monday, a day after 3-5 May 2016.", "since 29 February", "2016-13-40 and 31/02", "the first 99 months of 2016", "overnight into Sunday’s", "mid-\xff2016s", "for a 99999999th year", "early 1990s to late 12/12/12"} {
		f.Add(s, int64(1481500800))
	}
	f.Fuzz(func(t *testing.T, text string, unix int64) {
		published := time.Unix(unix%4e9, 0).UTC().Truncate(24 * time.Hour)
		text = strings.ToValidUTF8(text, "\uFFFD")
		s := sentence("Rebels attacked, " + text)
		if s == nil {
			return
		}
		for _, d := range find(s, Context{Published: published, Country: "USA"}) {
			if s.Text[d.Start-s.Start:d.End-s.Start] != d.Text {
				t.Fatalf("span of %q is not its text", d.Text)
			}
			if d.From.After(d.To) {
				t.Fatalf("%q ends before it begins: %s", d.Text, show(d))
			}
			if governing(s, d.Start-s.Start, d.End-s.Start) == pastTense && d.To.After(published) {
				t.Fatalf("%q is told as past and lies after %s: %s", d.Text, published.Format(time.DateOnly), show(d))
			}
		}
	})
}
