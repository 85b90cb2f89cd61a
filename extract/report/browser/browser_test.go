// Package browser holds what a report does in a real browser. It is a module of
// its own, so that nobody who builds sitrep needs a driver of browsers:
//
//	cd extract/report/browser && go test ./...
//
// SCREENSHOTS=folder keeps pictures of the pages. Without Chromium the tests are
// skipped, but for where CI is set.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const root = "../../.."

// chromium returns the path of the browser.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no chromium")
	}
	t.Skip("no chromium")
	return ""
}

var sitrep = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "sitrep")
	if err != nil {
		return "", err
	}
	c := exec.Command("go", "build", "-o", filepath.Join(dir, "sitrep"), "./cmd/sitrep")
	c.Dir = root
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return filepath.Join(dir, "sitrep"), nil
})

func run(t *testing.T, args ...string) {
	t.Helper()
	program, err := sitrep()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("sitrep %v: %v: %s", args, err, out)
	}
}

// reportOf makes a report of articles.
func reportOf(t *testing.T, path string) string {
	dir := t.TempDir()
	events, texts, out := filepath.Join(dir, "events.jsonl"), filepath.Join(dir, "texts.jsonl"), filepath.Join(dir, "report.html")
	run(t, "extract", "-q", path, "-o", events, "--articles", texts)
	run(t, "report", events, "--articles", texts, "-o", out)
	return out
}

// tab is a page that is open in the browser, and what it did that it should not.
type tab struct {
	*testing.T
	ctx   context.Context
	mu    sync.Mutex
	wrong []string
}

func open(t *testing.T, url string) *tab {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.WindowSize(1400, 950))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	p := &tab{T: t, ctx: ctx}
	say := func(format string, args ...any) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.wrong = append(p.wrong, fmt.Sprintf(format, args...))
	}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			say("exception: %s", e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
				say("console: %v", e.Args)
			}
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, "file://") && !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "data:") {
				say("a request for %s", u)
			}
		case *page.EventJavascriptDialogOpening:
			say("a dialog: %s", e.Message)
		}
	})
	p.do(network.Enable(), runtime.Enable(), chromedp.Navigate(url), chromedp.WaitReady(`body[data-ready]`, chromedp.ByQuery))
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, w := range p.wrong {
			t.Error(w)
		}
	})
	return p
}

func (p *tab) do(actions ...chromedp.Action) {
	p.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// eval returns what an expression is on the page; a promise is waited for.
func eval[T any](p *tab, expression string) T {
	p.Helper()
	var out T
	p.do(chromedp.Evaluate(expression, &out, func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }))
	return out
}

// set fills in a filter and waits for what it does.
func (p *tab) set(field, value string) {
	p.Helper()
	eval[bool](p, fmt.Sprintf(`new Promise((done) => {
		const e = document.getElementById("filters").elements[%q];
		e.value = %q;
		e.dispatchEvent(new Event("input", {bubbles: true}));
		setTimeout(() => done(true), 250);
	})`, field, value))
}

func (p *tab) count() (shown, all int) {
	p.Helper()
	fmt.Sscanf(eval[string](p, `document.getElementById("count").textContent`), "%d of %d", &shown, &all)
	return shown, all
}

func (p *tab) picture(name string) {
	p.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	for _, size := range []struct {
		name          string
		width, height int64
	}{{"desktop", 1400, 950}, {"phone", 390, 844}} {
		for _, scheme := range []string{"light", "dark"} {
			var b []byte
			p.do(emulation.SetDeviceMetricsOverride(size.width, size.height, 1, size.name == "phone"),
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}),
				chromedp.Sleep(400*time.Millisecond), chromedp.CaptureScreenshot(&b))
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", name, size.name, scheme)), b, 0o666); err != nil {
				p.Fatal(err)
			}
		}
	}
	p.do(emulation.ClearDeviceMetricsOverride(), emulation.SetEmulatedMedia())
}

// TestArticles: the report of the articles of testdata and of linked ones.
func TestArticles(t *testing.T) {
	for name, path := range map[string]string{"testdata": "testdata", "seed": "testdata/palmyra.txt", "groups": "extract/link/testdata/articles.jsonl"} {
		t.Run(name, func(t *testing.T) {
			p := open(t, "file://"+reportOf(t, filepath.Join(root, path)))
			shown, all := p.count()
			if shown == 0 || shown != all {
				t.Fatalf("%d of %d incidents", shown, all)
			}
			p.picture(name)
			p.walk()
			p.picture(name + "-incident")
			p.mark()
		})
	}
}

// walk goes through the page by key: to the table, down a row, into the incident
// and back.
func (p *tab) walk() {
	p.Helper()
	unnamed := eval[[]string](p, `[...document.querySelectorAll("button, input, select, canvas, a")]
		.filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label") || e.closest("label"))).map((e) => e.outerHTML)`)
	for _, u := range unnamed {
		p.Errorf("nothing names %s", u)
	}
	eval[bool](p, `document.querySelector("#table tbody tr[data-id]").focus() || true`)
	p.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible("#detail", chromedp.ByQuery))
	if got := eval[string](p, `document.activeElement.id`); got != "detail-title" {
		p.Errorf("the focus is on %q, not on the incident", got)
	}
	if hash := eval[string](p, `location.hash`); !strings.Contains(hash, "incident=") {
		p.Errorf("the address %q names no incident", hash)
	}
}

// mark looks for marks in the evidence, and closes the incident.
func (p *tab) mark() {
	p.Helper()
	if n := eval[int](p, `document.querySelectorAll("#detail .article .slot.trigger").length`); n == 0 {
		p.Error("no trigger is marked")
	}
	if n := eval[int](p, `document.querySelectorAll("#detail .article mark").length`); n == 0 {
		p.Error("no sentence is marked")
	}
	p.do(chromedp.KeyEvent(kb.Escape), chromedp.WaitNotVisible("#detail", chromedp.ByQuery))
	if !eval[bool](p, `document.activeElement.matches("#table tr[data-id]")`) {
		p.Error("the focus does not return to the table")
	}
}

// hostile is what a text may hold.
const hostile = `</script><script>alert(1)</script><img src="https://example.invalid/x.png" onerror="alert(2)"><b>bold</b>`

// generated writes n records of n/3 happenings, some of them hostile.
func generated(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "events.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e := json.NewEncoder(f)
	r := rand.New(rand.NewPCG(1, 2))
	types := [][2]string{{"Battles", "Armed clash"}, {"Explosions/Remote violence", "Suicide bomb"}, {"Violence against civilians", "Attack"}, {"Protests", "Peaceful protest"}}
	for i := range n {
		day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(700)).Format(time.DateOnly)
		kind, dead := types[r.IntN(len(types))], r.IntN(40)
		text := fmt.Sprintf("Gunmen killed %d people in Town%d near a bridge in account %d, officials in the district said.", dead, i, i)
		if i%50 == 0 {
			text = hostile + text
		}
		m := map[string]any{
			"schema": 1, "id": fmt.Sprintf("%012d-7-kill", i), "incident": fmt.Sprintf("%012d-7-kill-i", i),
			"article":    map[string]any{"id": fmt.Sprintf("a%d", i), "title": text, "published": day, "publisher": fmt.Sprintf("Wire %d", i%20), "url": "javascript:alert(3)"},
			"event_type": kind[0], "sub_event_type": kind[1], "action": "kill", "trigger": map[string]any{"text": "killed", "lemma": "kill", "start": 7, "end": 13},
			"modality": "actual", "status": "claimed", "scope": "single", "confidence": r.Float64(), "rule": "kill",
			"actors":     []any{map[string]any{"text": hostile, "name": fmt.Sprintf("Group %d %s", i%30, hostile), "id": fmt.Sprintf("group-%d", i%30), "start": 0, "end": 6}},
			"locations":  []any{map[string]any{"text": fmt.Sprint("Town", i), "id": fmt.Sprint("t", i), "kind": "populated place", "country": "MLI", "latitude": -30 + 70*r.Float64(), "longitude": -80 + 150*r.Float64(), "geo_precision": 1 + i%3, "start": 0, "end": 1}},
			"time":       map[string]any{"text": "on Monday", "from": day, "to": day, "precision": "day", "start": 0, "end": 0},
			"casualties": []any{map[string]any{"kind": "killed", "text": fmt.Sprint(dead), "min": dead, "max": dead, "start": 14, "end": 16}},
			"source":     map[string]any{"text": "officials", "kind": "official", "start": 60, "end": 69},
			"evidence":   map[string]any{"sentence": 0, "text": text, "start": 0, "end": len([]rune(text))},
		}
		if err := e.Encode(m); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// TestMany: 5,000 records, hostile texts among them, stay text and stay fluid.
func TestMany(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.html")
	run(t, "report", generated(t, 5000), "-o", out)
	p := open(t, "file://"+out)
	_, all := p.count()
	if all < 4000 {
		t.Fatalf("%d incidents", all)
	}
	p.picture("many")
	p.set("type", "Suicide bomb")
	some, _ := p.count()
	if some == 0 || some >= all {
		t.Errorf("the filter lets %d of %d pass", some, all)
	}
	p.set("from", "2019-06-01")
	fewer, _ := p.count()
	if fewer >= some {
		t.Errorf("the dates let %d of %d pass", fewer, some)
	}
	p.set("text", "bridge alert(2)")
	if n, _ := p.count(); n == 0 || n >= all {
		t.Errorf("the words let %d pass", n)
	}
	hash := eval[string](p, "location.hash")
	eval[bool](p, `document.getElementById("filters").reset() || new Promise((done) => setTimeout(() => done(true), 250))`)
	if n, _ := p.count(); n != all {
		t.Errorf("reset leaves %d of %d", n, all)
	}
	eval[bool](p, fmt.Sprintf(`(location.hash = %q) && new Promise((done) => setTimeout(() => done(true), 300))`, hash+"&incident=000000000050-7-kill-i"))
	if n := eval[string](p, `document.getElementById("filters").elements.type.value`); n != "Suicide bomb" {
		t.Errorf("the address does not bring the filter back: %q", n)
	}
	if !eval[bool](p, `!document.getElementById("detail").hidden`) {
		t.Error("the address opens no incident")
	}
	if n := eval[int](p, `document.querySelectorAll("main img, main b, main script, main a[href^=javascript]").length`); n != 0 {
		t.Errorf("%d elements of articles are in the page", n)
	}
	p.sorts()
	p.fluid()
}

// TestLarge: 50,000 records open, with a warning, and points that lie close
// together are one.
func TestLarge(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.html")
	run(t, "report", generated(t, 50_000), "-o", out)
	p := open(t, "file://"+out)
	if _, all := p.count(); all < 20_000 {
		t.Fatalf("%d incidents", all)
	}
	if eval[bool](p, `document.getElementById("many").hidden`) {
		t.Error("nothing warns that the report is large")
	}
	p.set("text", "town49999")
	if n, _ := p.count(); n != 1 {
		t.Errorf("%d incidents of one town", n)
	}
}

// TestSizes: at every size the table has room, and nothing stands beyond the edge.
func TestSizes(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.html")
	run(t, "report", generated(t, 60), "-o", out)
	p := open(t, "file://"+out)
	for _, width := range []int64{360, 600, 1000, 1400} {
		p.do(emulation.SetDeviceMetricsOverride(width, 850, 1, width < 900), chromedp.Sleep(200*time.Millisecond))
		got := eval[struct{ Height, Rows, Beyond int }](p, `(() => {
			const t = document.getElementById("table");
			return {Height: t.clientHeight, Rows: t.querySelectorAll("tr[data-id]").length,
				Beyond: Math.max(t.scrollWidth - t.clientWidth, document.documentElement.scrollWidth - innerWidth)};
		})()`)
		if got.Height < 200 || got.Rows < 5 || got.Beyond > 0 {
			p.Errorf("%d pixels wide: the table is %d high and has %d rows, %d pixels are beyond the edge", width, got.Height, got.Rows, got.Beyond)
		}
	}
}

// TestPrint: what is filtered is printed, without what is only for the screen.
func TestPrint(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.html")
	run(t, "report", generated(t, 60), "-o", out)
	p := open(t, "file://"+out)
	_, all := p.count()
	p.do(emulation.SetEmulatedMedia().WithMedia("print"))
	eval[bool](p, `window.dispatchEvent(new Event("beforeprint"))`)
	if n := eval[int](p, `document.querySelectorAll("#table tbody tr[data-id]").length`); n != all {
		t.Errorf("%d rows of %d are printed", n, all)
	}
	if n := eval[int](p, `["#filterbox", "#export", "#timeline", ".zoom"].filter((s) => document.querySelector(s).getClientRects().length).length`); n != 0 {
		t.Errorf("%d controls are printed", n)
	}
	if eval[bool](p, `(() => { const t = document.getElementById("table"); return t.scrollHeight > t.clientHeight + 2; })()`) {
		t.Error("the table is cut off")
	}
}

// sorts asks for the deadliest first, and for the least deadly.
func (p *tab) sorts() {
	p.Helper()
	eval[bool](p, `document.getElementById("filters").reset() || new Promise((done) => setTimeout(() => done(true), 250))`)
	column := `(document.querySelector("th.deaths button").click(), [...document.querySelectorAll("#table td.deaths")].map((e) => Number(e.textContent)))`
	down, up := eval[[]int](p, column), eval[[]int](p, column)
	if len(down) == 0 || down[0] < down[len(down)-1] || down[0] <= up[0] {
		p.Errorf("sorted down %v, up %v", down, up)
	}
	if got := eval[string](p, `document.querySelector("th.deaths").getAttribute("aria-sort")`); got != "ascending" {
		p.Errorf("the header says %q", got)
	}
}

// fluid measures how long a filter and a scroll take until the page is painted.
func (p *tab) fluid() {
	p.Helper()
	const painted = `await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));`
	for what, code := range map[string]string{
		"filter": `const e = document.getElementById("filters").elements.status; e.value = i % 2 ? "claimed" : ""; e.dispatchEvent(new Event("input", {bubbles: true})); await new Promise((done) => setTimeout(done));`,
		"scroll": `document.getElementById("table").scrollTop = 4000 * (i + 1);`,
		"map":    `document.getElementById("in").click();`,
	} {
		times := eval[[]float64](p, `(async () => { const out = []; for (let i = 0; i < 7; i++) { const t = performance.now(); `+code+painted+` out.push(performance.now() - t); } return out.sort((a, b) => a - b); })()`)
		p.Logf("%s: fastest %.0f ms, median %.0f ms, slowest %.0f ms", what, times[0], times[3], times[6])
		if times[1] > 100 { // one that nothing else on the machine has held up
			p.Errorf("%s takes %.0f ms", what, times[1])
		}
	}
}

// TestExport: what is filtered can be saved as CSV.
func TestExport(t *testing.T) {
	out := filepath.Join(t.TempDir(), "report.html")
	run(t, "report", generated(t, 60), "-o", out)
	p := open(t, "file://"+out)
	got := eval[string](p, `new Promise((done) => {
		const make = URL.createObjectURL;
		URL.createObjectURL = (blob) => { blob.text().then(done); return make(blob); };
		HTMLAnchorElement.prototype.click = () => {};
		document.getElementById("export").click();
	})`)
	lines := strings.Split(strings.TrimSpace(got), "\r\n")
	shown, _ := p.count()
	if len(lines) != shown+1 || !strings.HasPrefix(strings.TrimPrefix(lines[0], "\uFEFF"), "incident_id,date_from,") {
		t.Errorf("%d lines for %d incidents: %q", len(lines), shown, lines[0])
	}
}
