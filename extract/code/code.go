package code

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"sitrep/extract/record"
	"sitrep/extract/wordlist"
)

//go:embed data
var data embed.FS

// row is one row of codes.csv: the codes of the records of one sub-event type
// of which all that it says holds. An empty list says nothing.
type row struct {
	acts, triggers, weapons, targets []string
	codes                            record.Codes
}

// table maps a sub-event type to its rows, of which the first that fits counts.
var table = sync.OnceValue(func() map[string][]row {
	t := map[string][]row{}
	for _, c := range wordlist.Rows(data, "data/codes.csv", "sub_event_type,act,trigger,weapon,target: cameo,plover,plover_mode") {
		t[c[0]] = append(t[c[0]], row{
			acts: words(c[1]), triggers: words(c[2]), weapons: words(c[3]), targets: words(c[4]),
			codes: record.Codes{CAMEO: c[5], PLOVER: c[6], PLOVERMode: c[7]},
		})
	}
	return t
})

func words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// Add gives the records their codes: those of the first row that fits, with
// what a rule says of its own act in their place.
func Add(rs []record.Record) {
	for i := range rs {
		own, c := rs[i].Codes, of(&rs[i])
		if own.CAMEO != "" {
			c.CAMEO = own.CAMEO
		}
		if own.PLOVER != "" {
			c.PLOVER, c.PLOVERMode = own.PLOVER, own.PLOVERMode
		}
		rs[i].Codes = c
	}
}

// of returns the codes of a record, which are empty where no row fits.
func of(r *record.Record) record.Codes {
	rows := table()[r.SubEventType]
	for i := range rows {
		if rows[i].fits(r) {
			return rows[i].codes
		}
	}
	return record.Codes{}
}

// fits reports whether all that the row says holds of the record.
func (x *row) fits(r *record.Record) bool {
	return (x.acts == nil || slices.Contains(x.acts, r.Action)) &&
		(x.triggers == nil || slices.ContainsFunc(x.triggers, func(w string) bool { return isTrigger(w, &r.Trigger) })) &&
		(x.weapons == nil || slices.ContainsFunc(r.Weapons, x.weapon)) &&
		(x.targets == nil || slices.ContainsFunc(r.Targets, x.target))
}

// isTrigger reports whether the words are the trigger's lemma or, of a trigger
// of more than one word, the words with the lemma in the place of the first or
// of the last: lay siege of "laid siege", drone strike of "drone strikes".
func isTrigger(words string, t *record.Trigger) bool {
	if words == t.Lemma || strings.EqualFold(words, t.Text) {
		return true
	}
	if rest, ok := strings.CutPrefix(words, t.Lemma); ok && strings.HasPrefix(rest, " ") {
		_, after, _ := strings.Cut(t.Text, " ")
		return strings.EqualFold(rest[1:], after)
	}
	rest, ok := strings.CutSuffix(words, t.Lemma)
	if !ok {
		return false
	}
	rest, ok = strings.CutSuffix(rest, " ")
	return ok && len(t.Text) > len(rest) && strings.EqualFold(rest, t.Text[:len(rest)])
}

// weapon reports whether the row names the weapon, by its name or its words.
func (x *row) weapon(w record.Weapon) bool {
	return slices.Contains(x.weapons, w.Name) || slices.Contains(x.weapons, strings.ToLower(w.Text))
}

func (x *row) target(p record.Party) bool { return slices.Contains(x.targets, p.Kind) }
