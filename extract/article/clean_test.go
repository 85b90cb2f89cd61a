package article

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// outline returns an article's segments as one line each: part, text.
func outline(a *Article) []string {
	var out []string
	for _, s := range a.Segments {
		out = append(out, fmt.Sprintf("%d %s: %s", s.Paragraph, s.Part, strings.Join(strings.Fields(a.Slice(s.Span)), " ")))
	}
	return out
}

func TestClean(t *testing.T) {
	tests := []struct {
		name string
		in   Input
		want []string
	}{
		{"a wire page", Input{Text: `March 4, 2015 / 9:12 AM / 2 years ago

Rebels close in on airport as talks stall

A boy walks past a burnt-out bus in Taiz, March 3, 2015. REUTERS/Some Name

SANAA (Reuters) - Shells fell on the airport on Wednesday.

"We have no water," a doctor said.

Reporting by A. Writer; Editing by B. Editor

0 : 0
  • narrow-phone-only
  • wide-tablet-and-above
`}, []string{
			"0 publication line: March 4, 2015 / 9:12 AM / 2 years ago",
			"1 title: Rebels close in on airport as talks stall",
			"2 caption: A boy walks past a burnt-out bus in Taiz, March 3, 2015.",
			"2 credit: REUTERS/Some Name",
			"3 dateline: SANAA (Reuters) -",
			"3 body: Shells fell on the airport on Wednesday.",
			`4 body: "We have no water," a doctor said.`,
			"5 byline: Reporting by A. Writer; Editing by B. Editor",
			"6 furniture: 0 : 0",
			"7 furniture: narrow-phone-only",
			"8 furniture: wide-tablet-and-above",
		}},
		{"a headline alone", Input{Text: "Gunmen kill two farmers near Zaria: police"},
			[]string{"0 title: Gunmen kill two farmers near Zaria: police"}},
		{"a sentence that lost its stop", Input{Text: "Gunmen attacked the town of Zaria on Monday"},
			[]string{"0 body: Gunmen attacked the town of Zaria on Monday"}},
		{"one sentence without a stop", Input{Text: "Gunmen killed two farmers near Zaria on Monday"},
			[]string{"0 title: Gunmen killed two farmers near Zaria on Monday"}},
		{"two sentences", Input{Text: "Gunmen killed two farmers. Police gave chase."},
			[]string{"0 body: Gunmen killed two farmers. Police gave chase."}},
		{"a full sentence first is no headline", Input{Text: "A mine killed two farmers.\n\nPolice sealed off the field."},
			[]string{"0 body: A mine killed two farmers.", "1 body: Police sealed off the field."}},
		{"one block has no headline", Input{Text: "Gunmen raid village\nTwo farmers were killed."},
			[]string{"0 body: Gunmen raid village", "1 body: Two farmers were killed."}},
		{"a headline above a dateline", Input{Text: "Gunmen raid village\nZARIA, Nigeria (AP) — Two farmers were killed."},
			[]string{"0 title: Gunmen raid village", "1 dateline: ZARIA, Nigeria (AP) —", "1 body: Two farmers were killed."}},
		{"a title of its own", Input{Title: "Gunmen raid village", Text: "By STAFF REPORTER\n\nKANO: Two farmers were killed."},
			[]string{"0 title: Gunmen raid village", "1 byline: By STAFF REPORTER", "2 dateline: KANO:", "2 body: Two farmers were killed."}},
		{"a title repeated", Input{Title: "Gunmen raid village", Text: "Gunmen raid village\n\nTwo farmers were killed."},
			[]string{"0 title: Gunmen raid village", "1 body: Two farmers were killed."}},
		{"a title repeated behind a date", Input{Title: "Gunmen raid village near Zaria, killing two", Text: "15 Aug 2016 Gunmen raid village near Zaria, killing two The raid began at dawn."},
			[]string{"0 title: Gunmen raid village near Zaria, killing two", "1 body: The raid began at dawn."}},
		{"a title with its outlet", Input{Title: "Gunmen raid village near Zaria, killing two - World - The Post", Text: "Gunmen raid village near Zaria, killing two The raid began at dawn."},
			[]string{"0 title: Gunmen raid village near Zaria, killing two", "1 body: The raid began at dawn."}},
		{"a long title that the first sentence goes on from", Input{Title: "Gunmen raid a village near Zaria", Text: "Gunmen raid a village near Zaria and kill two."},
			[]string{"0 title: Gunmen raid a village near Zaria", "1 body: Gunmen raid a village near Zaria and kill two."}},
		{"a title that the first sentence happens to begin with", Input{Title: "Zaria", Text: "Zaria fell on Sunday."},
			[]string{"0 title: Zaria", "1 body: Zaria fell on Sunday."}},
		{"lines wrapped by hand", Input{Text: `Mine kills two

A mine killed two farmers in a field outside the
town of Zaria on Monday, the third such blast this
month.
Police sealed off the field.`},
			[]string{"0 title: Mine kills two", "1 body: A mine killed two farmers in a field outside the town of Zaria on Monday, the third such blast this month.", "2 body: Police sealed off the field."}},
		{"a list is read", Input{Text: "Coalition jets flew nine sorties on Friday.\n\n-- Near Hawija, two strikes destroyed a mortar.\n-- Near Sinjar, one strike hit a tunnel"},
			[]string{"0 body: Coalition jets flew nine sorties on Friday.", "1 body: Near Hawija, two strikes destroyed a mortar.", "2 body: Near Sinjar, one strike hit a tunnel"}},
		{"links and buttons", Input{Text: `Two farmers were killed.

Read more: Army reopens northern road

Share on Facebook
Tweet

Related articles
• Army reopens northern road
• Floods close market

Police gave chase.

Sign up for our daily newsletter.
We use cookies to make this site better.`},
			[]string{"0 body: Two farmers were killed.", "1 furniture: Read more: Army reopens northern road", "2 furniture: Share on Facebook", "3 furniture: Tweet",
				"4 furniture: Related articles", "5 furniture: Army reopens northern road", "6 furniture: Floods close market", "7 body: Police gave chase.",
				"8 furniture: Sign up for our daily newsletter.", "9 furniture: We use cookies to make this site better."}},
		{"links of an encyclopedia", Input{Text: "Two farmers were killed.\n\n== See also ==\n* List of attacks\n* Siege of Zaria"},
			[]string{"0 body: Two farmers were killed.", "1 furniture: == See also ==", "2 furniture: List of attacks", "3 furniture: Siege of Zaria"}},
		{"words of bylines and buttons in sentences", Input{Text: "By Monday the rebels had taken the town.\n\nReporting by local radio was cut short.\n\nShare prices fell after the blast."},
			[]string{"0 body: By Monday the rebels had taken the town.", "1 body: Reporting by local radio was cut short.", "2 body: Share prices fell after the blast."}},
		{"an editors' line behind the last sentence", Input{Text: "Two farmers were killed.\n\nPolice gave chase. (Reporting by A. Writer in Kano; Editing by B. Editor)"},
			[]string{"0 body: Two farmers were killed.", "1 body: Police gave chase.", "1 byline: (Reporting by A. Writer in Kano; Editing by B. Editor)"}},
		{"a caption with its label", Input{Text: "FILE PHOTO: Soldiers patrol Zaria. (AP Photo/Some Name)\n\nZARIA (AP) - Two farmers were killed."},
			[]string{"0 credit: FILE PHOTO:", "0 caption: Soldiers patrol Zaria.", "0 credit: (AP Photo/Some Name)", "1 dateline: ZARIA (AP) -", "1 body: Two farmers were killed."}},
		{"carriage returns", Input{Text: "Mine kills two\r\n\r\nBANGUI -- Two farmers\r\nwere killed.\r\n"},
			[]string{"0 title: Mine kills two", "1 dateline: BANGUI --", "1 body: Two farmers were killed."}},
		{"a byline before the dateline", Input{Text: "By A. Writer. GOMA (Reuters) - Two farmers were killed."},
			[]string{"0 byline: By A. Writer.", "0 dateline: GOMA (Reuters) -", "0 body: Two farmers were killed."}},
		{"nothing", Input{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, outline(Clean(tt.in))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestDateline(t *testing.T) {
	const sentence = "Two farmers were killed."
	tests := []struct{ head, place, publisher string }{
		{"AMMAN (Reuters) - ", "AMMAN", "Reuters"},
		{"KABUL, Afghanistan (AP) — ", "KABUL, Afghanistan", "Associated Press"},
		{"MOGADISHU, Dec 12 (Xinhua) -- ", "MOGADISHU", "Xinhua"},
		{"BEIRUT - ", "BEIRUT", ""},
		{"BEIRUT/AMMAN (Reuters) – ", "BEIRUT/AMMAN", "Reuters"},
		{"DEIR AL-ZOR, Syria – ", "DEIR AL-ZOR, Syria", ""},
		{"NEAR HAWIJA, Iraq (Reuters) - ", "NEAR HAWIJA, Iraq", "Reuters"},
		{"ST. LOUIS - ", "ST. LOUIS", ""},
		{"Ottawa, Apr 14 (AFP) ", "Ottawa", "AFP"},
		{"Damascus, SANA – ", "Damascus", "SANA"},
		{"Geneva – ", "Geneva", ""},
		{"Washington (CNN)", "Washington", "CNN"},
		{"MINSK, June 3. /TASS/. ", "MINSK", "TASS"},
		{"PORT SUDAN. June 3 (Interfax) - ", "PORT SUDAN", "Interfax"},
		{"DONETSK, 3 June, 2022 /Some Agency/: ", "DONETSK", "Some Agency"},
		{"(Reuters) - ", "", "Reuters"},
		{"PESHAWAR: ", "PESHAWAR", ""},
		{"BEIRUT, March 3, 2014 ", "", ""},
		{"BOGOTÁ, 7 August 2024. ", "BOGOTÁ", ""},
		{"Geneva, 5 March 2023: ", "Geneva", ""},
		{"Juba, South Sudan, 11 May 2022. ", "Juba, South Sudan", ""},
		{"Kyiv, 2 June 2023 – ", "Kyiv", ""},
		{"ERBIL The ", "ERBIL", ""},
		{"AUSTIN, Texas A ", "AUSTIN, Texas", ""},
		{"BREAKING - ", "", ""},
		{"BREAKING. Unit 5 (wounded) - ", "", ""},
		{"ISIS: ", "", ""},
		{"Boko Haram - ", "", ""},
		{"Police (CID) said: ", "", ""},
		{"Islamic State (IS) killed: ", "", ""},
	}
	for _, tt := range tests {
		a := Clean(Input{Text: tt.head + sentence})
		if tt.head == "BEIRUT, March 3, 2014 " { // no dash and no word that opens sentences but a number's
			if a.Dateline != "BEIRUT" || a.Published.Format("2006-01-02") != "2014-03-03" {
				t.Errorf("%q: got %q of %s", tt.head, a.Dateline, a.Published)
			}
			continue
		}
		if a.Dateline != tt.place || a.Publisher != tt.publisher {
			t.Errorf("%q: got %q by %q, want %q by %q", tt.head, a.Dateline, a.Publisher, tt.place, tt.publisher)
		}
		if last := a.Segments[len(a.Segments)-1]; last.Part != Body || !strings.HasSuffix(a.Slice(last.Span), sentence) {
			t.Errorf("%q: the sentence is lost: %v", tt.head, outline(a))
		}
	}
}

func TestPublished(t *testing.T) {
	const body = "\n\nTwo farmers were killed.\n\nPolice gave chase."
	tests := []struct {
		name     string
		in       Input
		want     string
		warnings int
	}{
		{"the input's", Input{Published: "2016-12-12", Text: "3 May 2019" + body}, "2016-12-12", 0},
		{"the text's", Input{Text: "Published: 3 May 2019" + body, PublishedElse: "2020-01-01"}, "2019-05-03", 0},
		{"with a name", Input{Text: "Published 3 May 2019 by Some Name" + body}, "2019-05-03", 0},
		{"for texts without", Input{Text: body, PublishedElse: "2020-01-01"}, "2020-01-01", 0},
		{"with its age", Input{Text: "Hut burns\n\nMay 3, 2019 / 5:12 PM / a month ago" + body}, "2019-05-03", 0},
		{"unreadable", Input{Published: "soon", Text: "Tue 5 Mar 2019 10.12 GMT" + body}, "2019-03-05", 1},
		{"ambiguous", Input{Published: "03/04/2016", Text: body}, "0001-01-01", 1},
		{"a heading in a chronology is none", Input{Text: "Two farmers were killed.\n\n3 May 2019\n\nPolice gave chase."}, "0001-01-01", 0},
	}
	for _, tt := range tests {
		a := Clean(tt.in)
		if got := a.Published.Format("2006-01-02"); got != tt.want || len(a.Warnings) != tt.warnings {
			t.Errorf("%s: got %s %q, want %s", tt.name, got, a.Warnings, tt.want)
		}
	}
}

func TestDecode(t *testing.T) {
	a := Clean(Input{Text: "\ufeffDos \xff\xfe años.\r\nFin."})
	if want := "Dos \ufffd\ufffd años.\r\nFin."; a.Text != want {
		t.Fatalf("got %q, want %q", a.Text, want)
	}
	if got := a.CodePoint(strings.Index(a.Text, "Fin")); got != 14 {
		t.Errorf("Fin begins at %d, want 14", got)
	}
}

func TestDataIsStrict(t *testing.T) {
	files := func(name, content string) fstest.MapFS {
		m := fstest.MapFS{}
		entries, err := data.ReadDir("data")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			b, _ := data.ReadFile("data/" + e.Name())
			m["data/"+e.Name()] = &fstest.MapFile{Data: b}
		}
		if name != "" {
			m["data/"+name] = &fstest.MapFile{Data: []byte(content)}
		}
		return m
	}
	if _, err := load(files("", "")); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, content, want string }{
		{"lines.csv", "part,match,phrase\n", "lines.csv:1"},
		{"lines.csv", "part,match,phrase,words\nfurniture,like,share,0\n", "lines.csv:2"},
		{"lines.csv", "part,match,phrase,words\nfurniture,has,share,0\n", "lines.csv:2"},
		{"joiners.csv", "word\nand\nand\n", "joiners.csv:3"},
		{"datewords.csv", "word,class\njan,month\n", "datewords.csv:2"},
		{"placeparts.csv", "word,use\nal,article\n", "placeparts.csv:2"},
	} {
		_, err := load(files(tt.name, tt.content))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.content, err, tt.want)
		}
	}
}

// TestLinear holds that a long text costs what it weighs, whatever it is made
// of: eight times as much text takes about eight times as long, on any
// machine, and not the 64 times of a square.
func TestLinear(t *testing.T) {
	const small, times = 60_000, 8
	cost := func(unit string, size int) time.Duration {
		in := Input{Text: strings.Repeat(unit, size/len(unit))}
		least := time.Duration(math.MaxInt64)
		for range 3 { // the least disturbed run
			start := time.Now()
			Clean(in)
			least = min(least, time.Since(start))
		}
		return least
	}
	for _, unit := range []string{"a ", ". ", "( ", "A ", "AB, ", "A. ", "\n", "A\n", "A b.\n\n", "• A-b\n", "GOMA - A b. ", "By A. ", "12 May "} {
		short, long := cost(unit, small), cost(unit, small*times)
		linear := func() bool { return long <= 4*times*short || long <= 500*time.Millisecond }
		for tries := 0; !linear() && tries < 5; tries++ { // other programs may have kept the machine busy
			short, long = cost(unit, small), cost(unit, small*times)
		}
		if !linear() {
			t.Errorf("%q: %d times as much takes %v instead of %v", unit, times, long, short)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("", "December 12, 2016\n\nTwo killed\n\nA still image. Handout via REUTERS TV\n\nAMMAN (Reuters) - Two died.\n\nEditing by A B\n\n• a-b")
	f.Add("Two killed", "Two killed. KABUL, Afghanistan (AP) — Zwei \xff Männer.\r\n(Photo: X)")
	f.Add("\ufeff", "By A B. GOMA - X\n\n-- y\n\nRead more\n• z")
	f.Add("T", "12/12/2016T10:00\n\n2016-02-30\n\n\ufeff( \n(")
	f.Fuzz(func(t *testing.T, title, text string) {
		a := Clean(Input{Title: title, Text: text})
		if strings.ToValidUTF8(a.Text, "?") != a.Text {
			t.Fatalf("not UTF-8: %q", a.Text)
		}
		last := 0
		for _, s := range a.Segments {
			if s.Start < last || s.End <= s.Start || s.End > len(a.Text) {
				t.Fatalf("segment %v after %d in %d bytes", s, last, len(a.Text))
			}
			last = s.End
			if strings.ToValidUTF8(a.Slice(s.Span), "?") != a.Slice(s.Span) {
				t.Fatalf("segment %v cuts a character", s)
			}
		}
		n := 0
		for i := range a.Text {
			if got := a.CodePoint(i); got != n {
				t.Fatalf("CodePoint(%d) = %d, want %d", i, got, n)
			}
			n++
		}
		if got := a.CodePoint(len(a.Text)); got != n {
			t.Fatalf("CodePoint at the end = %d, want %d", got, n)
		}
	})
}
