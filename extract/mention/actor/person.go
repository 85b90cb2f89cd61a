package actor

import (
	"strings"

	"sitrep/extract/lexicon"
	"sitrep/gazetteer"
)

// isOfficer reports whether a name is a police officer's, or the rank before it, and
// so no armed group's: Inspector [Aslam Baloch], [SSP] Irfan Ali.
func (r *Reader) isOfficer(m gazetteer.ActorMatch) bool {
	if m.Form != gazetteer.FormName && m.Form != gazetteer.FormLeader || !capitalised(r.doc.Article.Text[m.Start:]) {
		return false
	}
	text := r.doc.Article.Text
	if words().ranks[strings.ToLower(text[m.Start:m.End])] {
		rest, ok := strings.CutPrefix(text[m.End:], " ")
		return ok && capitalised(rest)
	}
	return hasRankBefore(text[:m.Start], m.Form == gazetteer.FormName) || m.Form == gazetteer.FormName && r.isSurname(text, m)
}

// isSurname reports whether the one word of a name stands right behind a first name, which
// begins its sentence or phrase: Ahmed [Shabab] was hurt.
func (r *Reader) isSurname(text string, m gazetteer.ActorMatch) bool {
	if strings.Contains(text[m.Start:m.End], " ") || strings.ToUpper(text[m.Start:m.End]) == text[m.Start:m.End] {
		return false
	}
	before, ok := strings.CutSuffix(text[:m.Start], " ")
	if !ok {
		return false
	}
	after, _, _ := strings.Cut(strings.TrimPrefix(text[m.End:], " "), " ")
	if _, isNoun := r.dictionary.Noun(strings.ToLower(strings.TrimRight(after, ".,;:"))); isNoun {
		return false // Jordan Hamas fighters
	}
	first := before[strings.LastIndexAny(before, " \n(\"“")+1:]
	return capitalised(first) && lexicon.Given()[strings.ToLower(first)]
}

// hasRankBefore reports whether a text ends with a police officer's rank, or with his
// rank and first name where that is asked for: Inspector Omar [Shabab].
func hasRankBefore(text string, first bool) bool {
	before, ok := strings.CutSuffix(text, " ")
	if !ok {
		return false
	}
	start := strings.LastIndexAny(before, " \n(\"“") + 1
	if word := before[start:]; !first {
		return words().ranks[strings.ToLower(strings.TrimSuffix(word, "."))]
	}
	return capitalised(before[start:]) && hasRankBefore(before[:start], false)
}
