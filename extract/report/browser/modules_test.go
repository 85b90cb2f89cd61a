package browser

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestModules runs the tests of the modules that need no page: each expression
// must be true.
func TestModules(t *testing.T) {
	files := http.FileServer(http.Dir("../page"))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			files.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(`<!DOCTYPE html><link rel="icon" href="data:,"><body data-ready="true">`))
	}))
	defer server.Close()
	blank := filepath.Join(t.TempDir(), "blank.html")
	if err := os.WriteFile(blank, []byte(`<!DOCTYPE html><body data-ready="true">`), 0o666); err != nil {
		t.Fatal(err)
	}
	p := open(t, "file://"+blank)
	p.do(chromedp.Navigate(server.URL + "/"))
	for _, c := range []struct{ module, expression string }{
		{"format", `m.bounds(5, 5) === "5" && m.bounds(5, 9) === "5–9" && m.bounds(10) === "10+" && m.bounds(undefined, 30) === "up to 30" && m.bounds() === ""`},
		{"format", `m.when("2020-01-01", "2020-01-01") === "2020-01-01" && m.when("2020-02-01", "2020-02-29") === "2020-02" && m.when("2020-01-01", "2020-12-31") === "2020" && m.when() === ""`},
		{"format", `m.when("2020-01-01", "2020-01-09") === "2020-01-01 – 09" && m.when("2020-01-30", "2020-02-02") === "2020-01-30 – 02-02" && m.when("2019-12-31", "2020-01-01") === "2019-12-31 – 2020-01-01"`},
		{"format", `m.isoDay(m.days("2019-12-31") + 1) === "2020-01-01"`},
		{"format", `m.csv([["=1+1", 'a"b', "c,d", -3, "line\nbreak"]]) === "'=1+1,\"a\"\"b\",\"c,d\",-3,line break\r\n"`},
		{"format", `m.fold("Tešanj ÉCOLE") === "tesanj ecole"`},
		{"format", `m.el("p", {}, "<b>x</b>").querySelector("b") === null`},
		{"marks", `m.pieces("abcdef", [{slot: "actor", start: 1, end: 3}, {slot: "place", start: 2, end: 5}]).map((p) => p.text + p.slots.join("+")).join("|") === "a|bactor|cactor+place|deplace|f"`},
		{"marks", `m.pieces("a😀b", [{slot: "toll", start: 1, end: 2}])[1].text === "😀"`},
		{"marks", `m.pieces("abc", [{slot: "toll", start: 11, end: 12}, {slot: "toll", start: 50, end: 60}], 10).map((p) => p.text).join("|") === "a|b|c"`},
		{"filter", `m.fromHash("#" + m.toHash({type: "Attack", text: "a b&c"}, {column: "deaths", descending: true}, "x-i")).state.text === "a b&c"`},
		{"filter", `m.fromHash("#sort=-__proto__").order.column === "date"`},
		{"filter", `m.sorted([{index: 0, deaths: 3}, {index: 1}, {index: 2, deaths: 9}], "deaths", true).map((n) => n.index).join() === "2,0,1"`},
		{"timeline", `m.bins([{day: 10, deaths: 2}, {day: 11}, {day: NaN}]).map((b) => b.count).join() === "1,1"`},
		{"timeline", `m.bins([{day: 0}, {day: 20000}]).length <= 60 && m.bins([]).length === 0`},
		{"map", `m.clusters([{x: 1, y: 1, count: 1, radius: 4}, {x: 3, y: 1, count: 1, radius: 4}, {x: 99, y: 1, count: 1, radius: 4}]).map((c) => c.count).join() === "2,1"`},
		{"world", `m.project(0, 0).join() === "0.5,0.5" && m.project(180, 0)[0] === 1`},
	} {
		if !eval[bool](p, `import("/`+c.module+`.js").then((m) => `+c.expression+`)`) {
			t.Errorf("%s: %s", c.module, c.expression)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.wrong = nil // it was served to us
}
