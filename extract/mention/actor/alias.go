package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/gazetteer"
)

// maxBracket is how many bytes an abbreviation in brackets has at most.
const maxBracket = 24

// readBrackets finds the abbreviations that the text itself introduces after a
// name, as in Free Aceh Movement (GAM). It reads the raw text, so that it does
// not matter which sentences are asked for.
func (r *Reader) readBrackets() {
	text := r.doc.Article.Text
	for i := 0; i < len(text); i++ {
		if text[i] != '(' && text[i] != '[' {
			continue
		}
		end := strings.IndexAny(text[i:min(i+maxBracket+2, len(text))], ")]")
		if end < 3 || end > maxBracket {
			continue
		}
		short := strings.Trim(text[i+1:i+end], `"'“”‘’ `)
		if !isAbbreviation(short) || r.aliases[short] != nil {
			continue
		}
		if m := r.abbreviated(strings.TrimRight(text[:i], " "), short); m != nil {
			r.aliases[short] = m
		}
	}
}

// isAbbreviation reports whether what stands in brackets can be an
// abbreviation: it has two capitals or more, and is no sentence.
func isAbbreviation(s string) bool {
	capitals := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			capitals++
		case c == ' ' && capitals == 0:
			return false
		}
	}
	return capitals >= 2 && len(strings.Fields(s)) <= 2
}

// abbreviated returns the actor whose name the text before a bracket ends with
// and that short abbreviates, or nil.
func (r *Reader) abbreviated(before, short string) *Mention {
	for _, n := range r.Names(article.Span{Start: max(0, len(before)-1), End: len(before)}) {
		if n.End == len(before) && n.Form <= gazetteer.FormForce {
			if c, ok := r.choose(n); ok && c.Leader == nil {
				return r.newNameMention(nil, n, c)
			}
		}
	}
	name := strings.TrimPrefix(nameAtEnd(before), "The ")
	if name == "" || !abbreviates(short, name) {
		return nil
	}
	if _, generic := r.dictionary.Noun(name); generic { // Security Forces (SFs)
		return nil
	}
	m := &Mention{Form: Unknown}
	r.setSpan(m, len(before)-len(name), len(before))
	m.Name = name
	m.Kind = kindByShape(strings.Fields(name))
	return m
}

// nameAtEnd returns the capitalised words that s ends with, with at most two
// small ones in a row between them: Movement for the Liberation of Oz.
func nameAtEnd(s string) string {
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

// abbreviates reports whether the capitals of short are, in this order, initials
// of the words of a name: at least half of them, since groups are abbreviated
// in their own language.
func abbreviates(short, name string) bool {
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
	found, total := 0, 0
	for _, c := range short {
		if !unicode.IsUpper(c) {
			continue
		}
		total++
		for j, initial := range initials {
			if initial == c {
				found++
				initials = initials[j+1:]
				break
			}
		}
	}
	return found >= 2 && 2*found >= total
}

// kindByShape returns the kind of a name of no dictionary by the last of its
// words, or pairs of words, that tells one, or "": Sons of Thunder Brigade.
func kindByShape(name []string) string {
	for i := len(name) - 1; i >= 0; i-- {
		for first := max(i-1, 0); first <= i; first++ {
			if k, ok := words().shapes[strings.ToLower(strings.Join(name[first:i+1], " "))]; ok {
				return k
			}
		}
	}
	return ""
}

// alias returns the actor that the head of a group names by an abbreviation of
// the text's own, or nil.
func (r *Reader) alias(g *lang.NounGroup) *Mention {
	t := g.Sentence.Tokens[g.Head]
	full, ok := r.aliases[t.Text]
	if !ok {
		return nil
	}
	m := r.newMention(g, Name)
	m.ID, m.Name, m.Kind, m.SourceKind, m.Country = full.ID, full.Name, full.Kind, full.SourceKind, full.Country
	if t.Start > full.Start {
		m.Antecedent = &full.Actor
	}
	return m
}
