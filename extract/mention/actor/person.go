package actor

import (
	"strings"

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
	if m.Form != gazetteer.FormLeader {
		return false
	}
	before, ok := strings.CutSuffix(text[:m.Start], " ")
	rank := strings.ToLower(strings.TrimSuffix(before[strings.LastIndexAny(before, " \n(\"“")+1:], "."))
	return ok && words().ranks[rank]
}
