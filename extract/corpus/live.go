package corpus

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"

	"sitrep/extract/article"
	"sitrep/extract/lazyregexp"
)

// post is an entry of a live blog or a line of a log: a text with a time.
type post struct {
	day  string // ISO date, or ""
	time string // "14:32"
	text string
	from int // where it begins in the text it was read from, in bytes
}

// clock matches a time of day at the beginning of a line: 14:32, 2.05pm, 09:15 GMT.
var clock = lazyregexp.New(`^(\d{1,2})[:.](\d{2})(?: ?([AaPp])\.?[Mm]\.?)?(?: ?h)?(?: (?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|IST|CAT|WAT|EAT|local time))?(?:[,–—-]? |[,:]? ?$)`)

// fewestPosts is how many times a text needs to be a list of posts.
const fewestPosts = 2

// postsOf returns the posts of a live blog or a log, whose times stand on lines of
// their own or before the words of one line, and whose days, where they change,
// stand beside a time or on a line of their own. It returns nil for other texts.
func postsOf(text string) []post {
	var posts []post
	day, body := "", []string(nil)
	intro := []string(nil)
	flush := func() {
		if n := len(posts); n > 0 {
			posts[n-1].text = strings.TrimSpace(posts[n-1].text + "\n" + strings.Join(body, "\n"))
		} else {
			intro = body
		}
		body = nil
	}
	blank := true // before this line
	at := 0       // bytes before this line
	for line := range strings.Lines(text) {
		from := at
		at += len(line)
		line = strings.TrimSpace(strings.TrimPrefix(line, byteOrderMark))
		date, hour, rest, ok := heading(line)
		if !ok || rest != "" && !blank && len(posts) > 0 && posts[len(posts)-1].text == "" {
			body = append(body, line)
			blank = line == ""
			continue
		}
		flush()
		if date != "" {
			day = date
		}
		if hour != "" {
			posts = append(posts, post{day, hour, rest, from})
		}
		blank = true
	}
	flush()
	kept := posts[:0]
	for _, p := range posts {
		if p.text != "" {
			kept = append(kept, p)
		}
	}
	if len(kept) < fewestPosts || kept[0].day == "" || told(intro) {
		return nil
	}
	return kept
}

// told reports whether the lines before the first time tell something: a text that
// begins with sentences is an article with a timetable in it.
func told(lines []string) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return strings.HasSuffix(l, ".") && len(strings.Fields(l)) > 4 })
}

// heading reads a line that a post begins with, or that is a day alone: "14:32 GMT
// 14 Mar 2023", "13 March 2023, 22:05", "14 March 2023", "09:15 Two soldiers killed".
func heading(line string) (day, at, rest string, ok bool) {
	if m := clock().FindStringSubmatch(line); m != nil {
		rest = strings.TrimSpace(line[len(m[0]):])
		if t, err := article.ParseDate(strings.Trim(rest, ", ")); err == nil {
			return t.Format(time.DateOnly), timeOf(m), "", true
		}
		at = timeOf(m)
		return "", at, rest, at != ""
	}
	if len(line) > 60 || !strings.ContainsAny(line, "0123456789") {
		return "", "", "", false
	}
	for _, between := range []string{", ", " – ", " - ", " | ", " at "} {
		date, hour, found := strings.Cut(line, between)
		for found {
			m := clock().FindStringSubmatch(hour)
			t, err := article.ParseDate(date)
			if m != nil && err == nil && strings.TrimSpace(hour[len(m[0]):]) == "" {
				return t.Format(time.DateOnly), timeOf(m), "", true
			}
			var more string
			if more, hour, found = strings.Cut(hour, between); found { // March 13, 2023, 22:05
				date += between + more
			}
		}
	}
	if t, err := article.ParseDate(line); err == nil {
		return t.Format(time.DateOnly), "", "", true
	}
	return "", "", "", false
}

// timeOf returns the time that clock has matched, as "14:05", or "" where there is
// no such time.
func timeOf(m []string) string {
	layout, words := "15:04", m[1]+":"+m[2]
	if m[3] != "" {
		layout, words = "3:04PM", words+strings.ToUpper(m[3])+"M"
	}
	t, err := time.Parse(layout, words)
	if err != nil {
		return ""
	}
	return t.Format("15:04")
}

// posts hands on the posts of a live blog, or of a log, that text is. Those of one
// day are one article, since each tells what the others are about; those of several
// days are articles of their own, because what they call Monday is not one day.
func (r *reader) posts(at place, text string, posts []post) bool {
	if slices.ContainsFunc(posts, func(p post) bool { return p.day != posts[0].day }) {
		return r.postsOfDays(at, posts)
	}
	d := Document{Input: article.Input{ID: at.id, Text: text, Published: posts[0].day}, Path: at.path}
	runes, counted := 0, 0
	for _, p := range posts {
		runes += utf8.RuneCountInString(text[counted:p.from])
		counted = p.from
		d.Posts = append(d.Posts, Post{runes, p.time})
	}
	return r.emit(d)
}

// postsOfDays hands on posts as articles of their own.
func (r *reader) postsOfDays(at place, posts []post) bool {
	for i, p := range posts {
		in := article.Input{ID: where(at.id, i+1), Text: p.text, Published: p.day}
		if !r.emit(Document{Input: in, Path: at.path, Record: i + 1, Part: i + 1, Time: p.time}) {
			return false
		}
	}
	return true
}

// liveMark is what only the pages of live blogs say of themselves.
var liveMark = lazyregexp.New(`LiveBlogPosting|(?i:<title>[^<]*\b(?:live|latest updates|as it happened)\b)`)

// livePage returns the posts of a page that is a live blog: elements with a time
// of their own. It returns nil for other pages.
func livePage(data []byte) []post {
	if !liveMark().Match(data) {
		return nil
	}
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	times := map[*html.Node]*html.Node{} // of the elements that may be posts
	holds := map[*html.Node]bool{}       // those that hold another
	var order []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "article" && n.Data != "li" && n.Data != "section" && n.Data != "div" {
			continue
		}
		if times[n] = ownTime(n); times[n] == nil {
			continue
		}
		order = append(order, n)
		for p := n.Parent; p != nil && !holds[p]; p = p.Parent {
			holds[p] = true
		}
	}
	var posts []post
	for _, n := range order {
		stamp := times[n]
		if holds[n] {
			continue
		}
		t, err := time.Parse(time.RFC3339, attribute(stamp, "datetime"))
		if err != nil {
			continue
		}
		stamp.Parent.RemoveChild(stamp)
		if text := paragraphs(render.InnerText(n)); text != "" {
			posts = append(posts, post{day: t.Format(time.DateOnly), time: t.Format("15:04"), text: text})
		}
	}
	if len(posts) < fewestPosts {
		return nil
	}
	return posts
}

// ownTime returns the time that is a child of an element, or of its header, or
// nil.
func ownTime(n *html.Node) *html.Node {
	for c := range n.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		if c.Data == "time" {
			return c
		}
		if c.Data == "header" {
			if t := ownTime(c); t != nil {
				return t
			}
		}
	}
	return nil
}
