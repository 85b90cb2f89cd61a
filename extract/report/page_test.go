package report

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"sitrep/extract/link"
	"sitrep/extract/record"
)

const hostile = `</script><script>alert(1)</script><img src=x onerror=alert(1)> {{.Script}} & "quotes" ` + "\u2028"

func incidentOf(words string) link.Incident {
	five := 5
	a := record.Article{ID: words, Title: words, Publisher: words, URL: "javascript:alert(1)", Fingerprint: "f"}
	return link.Incident{
		ID: words, EventType: "Battles", SubEventType: "Armed clash", Modality: record.Actual, Status: record.Claimed, Scope: record.Single,
		Actors: []link.Party{{Name: words}}, Killed: &link.Toll{Lowest: 5, Highest: 5, Best: 5, Rule: link.Agreed}, Fatalities: &five,
		Tellings: []link.Telling{{Event: words, Article: a, Evidence: record.Evidence{Text: words}, Fatalities: &five}},
	}
}

// TestPage: what comes from articles can't get out of its element, and nothing
// but the page's own script may run.
func TestPage(t *testing.T) {
	d := NewData()
	d.AddText(Text{Article: record.Article{ID: hostile, Fingerprint: "f"}, Text: hostile})
	d.Add(incidentOf(hostile))
	var b bytes.Buffer
	if err := d.Write(&b, hostile); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if n := strings.Count(out, "<script"); n != 3 {
		t.Errorf("%d scripts, want the world, the data and ours", n)
	}
	if strings.Contains(out, "alert(1)</script>") || strings.Contains(out, "<img") {
		t.Error("markup of an article stands in the page")
	}
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(out)
	if policy == nil || strings.Contains(policy[1], "unsafe") || !strings.Contains(policy[1], "default-src 'none'") {
		t.Fatalf("policy %q", policy)
	}
	for _, element := range []string{"script", "style"} {
		body := regexp.MustCompile(`(?s)<` + element + `>(.*?)</` + element + `>`).FindStringSubmatch(out)
		if body == nil || !strings.Contains(policy[1], element+"-src "+hash(body[1])) {
			t.Errorf("the policy does not name the %s by its hash", element)
		}
	}
	if m := regexp.MustCompile(`(?:src|href)="(https?:)?//`).FindString(out); m != "" {
		t.Errorf("the page asks the network: %s", m)
	}
}

// TestModules: small modules, in the order in which they need each other, whose
// names don't meet when they become one script.
func TestModules(t *testing.T) {
	seen := map[string]bool{}
	names := map[string]string{}
	for _, m := range modules {
		text := file(m)
		if n := strings.Count(text, "\n"); n >= 300 {
			t.Errorf("%s: %d lines", m, n)
		}
		for _, needs := range regexp.MustCompile(`(?m)^import .* from "\./(.*)";$`).FindAllStringSubmatch(text, -1) {
			if !seen[needs[1]] {
				t.Errorf("%s needs %s, which comes after it", m, needs[1])
			}
		}
		for _, d := range regexp.MustCompile(`(?m)^(?:export )?(?:function|const|let) (\w+)`).FindAllStringSubmatch(text, -1) {
			if other := names[d[1]]; other != "" {
				t.Errorf("%s and %s both have a %s", other, m, d[1])
			}
			names[d[1]] = m
		}
		seen[m] = true
	}
	if m := regexp.MustCompile(`(?m)^\s*(import|export)\b.*`).FindString(script()); m != "" {
		t.Errorf("left in the script: %s", m)
	}
	if strings.Contains(script(), "</") || strings.Contains(script(), "innerHTML") {
		t.Error("the script writes markup")
	}
}

func TestSummary(t *testing.T) {
	s := NewSummary()
	a := incidentOf("plain")
	b := incidentOf("*bold* [link](x)\n# head <b>")
	b.Killed = &link.Toll{Lowest: 3, Highest: 8, Best: 8, Rule: link.Latest}
	eight := 8
	b.Fatalities = &eight
	s.Add(a)
	s.Add(b)
	for _, markdown := range []bool{true, false} {
		var out strings.Builder
		if err := s.Write(&out, markdown); err != nil {
			t.Fatal(err)
		}
		got := out.String()
		for _, want := range []string{"2 incidents in 2 tellings from 2 articles; 13 dead", "Armed clash", "3 to 8 dead, best 8"} {
			if !strings.Contains(got, want) {
				t.Errorf("markdown %v: no %q in\n%s", markdown, want, got)
			}
		}
		if markdown && (strings.Contains(got, "[link](") || strings.Contains(got, "\n# head")) {
			t.Errorf("markup of an article in\n%s", got)
		}
	}
	var empty strings.Builder
	if err := NewSummary().Write(&empty, true); err != nil || !strings.Contains(empty.String(), "0 incidents") {
		t.Errorf("no incidents: %v\n%s", err, empty.String())
	}
}
