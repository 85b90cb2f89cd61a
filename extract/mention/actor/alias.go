package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/gazetteer"
)

// bracketed finds abbreviations that the text itself introduces behind a
// name, Free Aceh Movement (GAM), and keeps whom they name. It reads the raw
// text, so that it does not matter which sentences are asked for.
func (r *Reader) bracketed() {
	text := r.doc.Article.Text
	for i := 0; i < len(text); i++ {
		if text[i] != '(' && text[i] != '[' {
			continue
		}
		end := strings.IndexAny(text[i:min(i+26, len(text))], ")]")
		if end < 3 || end > 24 {
			continue
		}
		short := strings.Trim(text[i+1:i+end], `"'“”‘’ `)
		if !abbreviation(short) || r.aliases[short] != nil {
			continue
		}
		before := strings.TrimRight(text[:i], " ")
		if m := r.introduced(before, short); m != nil {
			r.aliases[short] = m
		}
	}
}

// abbreviation says whether a bracketed word can be one: two capitals at
// least, no sentence.
func abbreviation(s string) bool {
	upper := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			upper++
		case c == ' ' && upper == 0:
			return false
		}
	}
	return upper >= 2 && len(strings.Fields(s)) <= 2
}

// introduced is the actor whose name ends where before ends, and that short
// abbreviates.
func (r *Reader) introduced(before, short string) *Mention {
	for _, n := range r.Names(article.Span{Start: max(0, len(before)-1), End: len(before)}) {
		if n.End == len(before) && n.Form <= gazetteer.FormForce {
			if c, ok := r.choose(n); ok && c.Leader == nil {
				return r.named(nil, n, c)
			}
		}
	}
	name := strings.TrimPrefix(capitalised(before), "The ")
	if name == "" || !initialsOf(name, short) {
		return nil
	}
	if _, generic := r.x.Noun(name); generic { // Security Forces (SFs)
		return nil
	}
	start := len(before) - len(name)
	m := &Mention{Form: Unknown}
	m.Span = article.Span{Start: start, End: len(before)}
	m.Text = name
	m.Name = name
	m.Kind = shape(strings.Fields(name))
	return m
}

// capitalised is the run of capitalised words, with small ones between, that
// s ends in.
func capitalised(s string) string {
	start, small := len(s), 0
	for end := len(s); end > 0; {
		cut := strings.LastIndexAny(s[:end], " \n")
		word := s[cut+1 : end]
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "" || strings.HasSuffix(word, ",") || strings.HasSuffix(word, ".") && len(word) > 3:
			return s[start:]
		case unicode.IsUpper(first):
			start, small = cut+1, 0
		case len(word) <= 4 && small < 2 && start < len(s):
			small++
		default:
			return s[start:]
		}
		if cut < 0 || s[cut] == '\n' {
			break
		}
		end = cut
	}
	return s[start:]
}

// initialsOf says whether the capitals of short are, in order, initials of
// the name's words: most of them, since names are abbreviated in their own
// language.
func initialsOf(name, short string) bool {
	var initials []rune
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(first) {
			initials = append(initials, first)
		}
	}
	if len(initials) < 2 {
		return false
	}
	hit, total, k := 0, 0, 0
	for _, c := range short {
		if !unicode.IsUpper(c) {
			continue
		}
		total++
		for j := k; j < len(initials); j++ {
			if initials[j] == c {
				hit++
				k = j + 1
				break
			}
		}
	}
	return hit >= 2 && 2*hit >= total
}

// shape is the kind of a name of no dictionary, by a telling word in it.
func shape(name []string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if k, ok := words().shapes[strings.ToLower(name[i])]; ok {
			return k
		}
	}
	return ""
}
