package incident

import (
	"slices"
	"strings"

	"sitrep/extract/record"
	"sitrep/gazetteer"
)

// lookAgain joins incidents that were kept apart and tell of as many dead. A text that
// gives one toll twice means one happening, unless it says of the second that its
// place, its day, its doers or its dead are others.
func lookAgain(as []account) {
	var groups [][]account // of one incident each
	number := map[string]int{}
	for _, a := range as {
		if a.Modality != record.Actual || a.Scope == record.Aggregate {
			continue
		}
		k, seen := number[a.Incident]
		if !seen {
			k = len(groups)
			number[a.Incident], groups = k, append(groups, nil)
		}
		groups[k] = append(groups[k], a)
	}
	into := map[string]string{}
	known := newSightings()
	for k, later := range groups {
		first := k
		for _, i := range known.of(later) {
			if tellSameDead(groups[i], later) {
				first = i
				into[later[0].Incident] = groups[i][0].Incident
				groups[i] = append(groups[i], later...)
				break
			}
		}
		known.add(first, later)
	}
	for _, a := range as {
		if i := into[a.Incident]; i != "" {
			a.Incident = i
		}
	}
}

// sightings are the incidents seen so far, by what an account can be of the same dead
// by, so that not all of a long text are compared with all.
type sightings struct {
	numbers   map[int][]int    // by a number of dead
	people    map[string][]int // by the name of a dead
	sentences map[int][]int    // by the sentence of an account
	leads     []int            // those told at the beginning
}

func newSightings() *sightings {
	return &sightings{numbers: map[int][]int{}, people: map[string][]int{}, sentences: map[int][]int{}}
}

// add notes the accounts of incident i.
func (s *sightings) add(i int, as []account) {
	for _, a := range as {
		for _, n := range numbersOf(a) {
			s.numbers[n] = appendNew(s.numbers[n], i)
		}
		if name := a.person.surname; name != "" {
			s.people[name] = appendNew(s.people[name], i)
		}
		s.sentences[a.Evidence.Sentence] = appendNew(s.sentences[a.Evidence.Sentence], i)
		if isLead(a.Record) {
			s.leads = appendNew(s.leads, i)
		}
	}
}

// appendNew appends an incident to a list that does not have it.
func appendNew(list []int, i int) []int {
	if slices.Contains(list, i) {
		return list
	}
	return append(list, i)
}

// of returns the incidents that accounts may be of, the last first.
func (s *sightings) of(as []account) []int {
	out := slices.Clone(s.leads)
	for _, a := range as {
		for _, n := range numbersOf(a) {
			for _, near := range [3]int{n - 1, n, n + 1} {
				out = append(out, s.numbers[near]...)
			}
		}
		if name := a.person.surname; name != "" {
			out = append(out, s.people[name]...)
		}
		reach := antecedentReach
		if tellsTheDead(a.Record) {
			reach = deadReach
		}
		for back := 1; back <= reach; back++ {
			out = append(out, s.sentences[a.Evidence.Sentence-back]...)
		}
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}

// numbersOf returns the numbers of dead that an account gives, and their sum, where
// two happenings hardly share them.
func numbersOf(a account) []int {
	if len(a.dead) == 0 {
		return nil
	}
	out := []int{a.toll.min}
	for _, c := range a.dead {
		out = append(out, *c.Min)
	}
	if a.deadBefore > 0 {
		out = append(out, a.deadBefore)
	}
	return slices.DeleteFunc(out, func(n int) bool { return n < fewestAgain && !slices.ContainsFunc(a.dead, isCombined) })
}

// numberBefore returns how many had died before, where an account tells of new dead and of
// the toll to which they brought it, or 0: it rose to 80 after 17 more died.
func numberBefore(r *record.Record) int {
	total, more := 0, 0
	for _, c := range killed(r) {
		switch {
		case !isExact(c):
			return 0
		case c.Toll == "total":
			total = *c.Min
		case c.Toll == "new":
			more += *c.Min
		}
	}
	if more == 0 || total <= more {
		return 0
	}
	return total - more
}

// isCombined reports whether a figure is told by several groups of people, as two
// happenings hardly share them: three women and two boys.
func isCombined(c record.Casualty) bool { return strings.Contains(c.Text, " and ") && isExact(c) }

// tellSameDead reports whether two groups of accounts tell of the same dead.
func tellSameDead(first, later []account) bool {
	if later[0].another {
		return false
	}
	for i := range first {
		for k := range later {
			if mayTellSameDead(&first[i], &later[k]) && tellsSameDead(&first[i], &later[k]) {
				return true
			}
		}
	}
	return false
}

// mayTellSameDead reports whether the figures of two accounts, or their nearness, allow
// that they tell of the same dead: most pairs of a long text are told apart by them.
func mayTellSameDead(a, b *account) bool {
	if back := b.Evidence.Sentence - a.Evidence.Sentence; back > 0 && back <= deadReach {
		return true
	}
	if len(a.dead) != 1 || len(b.dead) != 1 {
		return len(a.dead) > 0 && len(b.dead) > 0
	}
	return isLead(a.Record) || sameNumber(a.dead[0], b.dead[0])
}

// tellsSameDead reports whether an account tells of the dead of one before it.
func tellsSameDead(a, b *account) bool {
	if diedOf(a, b) || diesOfOne(a, b) {
		return true
	}
	return (sameDead(a, b) || isLeadInWords(a, b) || isHeadlineOf(a, b)) && !namesOtherDay(a.Record, b.Record) && !tellOwnDays(a.Record, b.Record) && !tellOwnPlaces(*a, *b) && partiesAgree(a.Actors, b.Actors)
}

// fewestAgain is the smallest number of dead that two happenings of one text hardly
// share.
const fewestAgain = 10

// sameDead reports whether two accounts give one number of dead, of victims who can be
// the same: 50, more than 50; 45 rebels and 43 soldiers, 88.
func sameDead(a, b *account) bool {
	if len(a.dead) == 0 || len(b.dead) == 0 {
		return false
	}
	x, y := a.toll, b.toll
	if n := a.deadBefore; n >= fewestAgain && n == y.min && len(b.dead) == 1 {
		return true
	}
	if len(a.dead) > 1 != (len(b.dead) > 1) && x.min == y.min && x.min >= fewestAgain {
		return true
	}
	return slices.ContainsFunc(a.dead, func(x record.Casualty) bool {
		return slices.ContainsFunc(b.dead, func(y record.Casualty) bool {
			if isCombined(x) && strings.EqualFold(x.Text, y.Text) {
				return true
			}
			return isCounted(x) && isCounted(y) && y.Toll != "new" && sameNumber(x, y) && !areOthers(x.Victims, y.Victims)
		})
	})
}

// diedOf reports whether an account tells who died of what another tells shortly
// before, wherever: a strike hit Gao; three more died in a hospital of Bamako; one of
// them died on the way.
func diedOf(a, b *account) bool {
	back := b.Evidence.Sentence - a.Evidence.Sentence
	if back <= 0 || back > deadReach || !isDeadly(a.Record) && len(a.dead) == 0 {
		return false // nearly all pairs, and a long text has many
	}
	if tellsTheDead(b.Record) {
		return len(a.dead) > 0
	}
	return back <= antecedentReach && len(a.Casualties) > 0 && (isLater(b.Record) || tellsSomeOf(b.Record))
}

// deadReach is how many sentences back the dead may have been told of.
const deadReach = 6

// tellsTheDead reports whether all dead of a record are those who were told of before:
// the dead were farmers who had been executed.
func tellsTheDead(r *record.Record) bool {
	ks := killed(r)
	return len(ks) > 0 && !slices.ContainsFunc(ks, func(c record.Casualty) bool {
		return c.Max != nil || c.Victims == nil || !isTheDead(c.Victims.Text) && !areSaidToBe(r, c.Victims)
	})
}

// areSaidToBe reports whether the words before victims say that the dead who were told of
// are they: the dead were [farmers].
func areSaidToBe(r *record.Record, victims *record.Mention) bool {
	text := []rune(r.Evidence.Text)
	at := victims.Start - r.Evidence.Start
	if at < 0 || at > len(text) {
		return false
	}
	before := strings.Fields(strings.ToLower(string(text[:at])))
	n := len(before) - 1
	return n > 1 && isOfClass("copula", before[n]) && isTheDead(before[n-2]+" "+before[n-1])
}

// isTheDead reports whether words stand for dead who were told of: the dead, those
// killed.
func isTheDead(text string) bool {
	text = strings.ToLower(text)
	for dead := range words()["dead"] {
		if rest, ok := strings.CutPrefix(text, dead); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// tellsSomeOf reports whether all dead of a record are some of people told of before:
// one of them, five of those wounded.
func tellsSomeOf(r *record.Record) bool {
	ks := killed(r)
	return len(ks) > 0 && !slices.ContainsFunc(ks, func(c record.Casualty) bool { return !isSomeOf(r, c) })
}

// isSomeOf reports whether the words after a figure say that it counts some of people
// who were told of: of them, of those.
func isSomeOf(r *record.Record, c record.Casualty) bool {
	text := []rune(r.Evidence.Text)
	at := c.End - r.Evidence.Start
	if at < 0 || at > len(text) {
		return false
	}
	words := strings.Fields(string(text[at:min(len(text), at+partReach)]))
	return len(words) > 1 && words[0] == "of" && isToldOf(strings.Trim(words[1], ",.;"))
}

// partReach is how many characters after a figure say of whom it is a part.
const partReach = 20

// isToldOf reports whether a word stands for people who were told of.
func isToldOf(word string) bool { return isOfClass("told", word) }

// isOfClass reports whether a word is of a class in data/words.csv.
func isOfClass(class, word string) bool { return words()[class][word] }

// isLeadInWords reports whether the beginning of the text gives by a word the dead that
// an account near by counts, or counts none at its place: scores killed in a raid, civilians killed in
// Gao; 43 people were killed.
func isLeadInWords(a, b *account) bool {
	if !isLead(a.Record) || b.Evidence.Sentence > leadReach || len(a.dead) != 1 || !isDeadly(b.Record) {
		return false
	}
	x := a.dead[0]
	if *x.Min == 1 && x.Max == nil && isViolent(a.Record) && isViolent(b.Record) && len(a.Locations) > 0 && placesAgree(a.Record, b.Record) {
		return slices.ContainsFunc(b.dead, func(y record.Casualty) bool { return *y.Min > 1 && y.Toll != "new" && !areOthers(x.Victims, y.Victims) })
	}
	return x.Max != nil && *x.Max >= 2*(*x.Min) && slices.ContainsFunc(b.dead, func(y record.Casualty) bool {
		return isCounted(y) && 2*(*y.Min) >= *x.Min && *y.Min <= *x.Max && y.Toll != "new" && !areOthers(x.Victims, y.Victims)
	})
}

// isHeadlineOf reports whether the beginning of the text gives the few dead of an account
// by the same noun and at the same place: three soldiers die in Gao blast; three
// soldiers were killed when a mine went off in Gao.
func isHeadlineOf(a, b *account) bool {
	if !isLead(a.Record) || !isDeadly(a.Record) || !isDeadly(b.Record) || !samePlace(a.Record, b.Record) {
		return false
	}
	return slices.ContainsFunc(a.dead, func(x record.Casualty) bool {
		return slices.ContainsFunc(b.dead, func(y record.Casualty) bool {
			return *x.Min > 1 && *x.Min == *y.Min && y.Toll != "new" && x.Victims != nil && y.Victims != nil && record.LastWord(x.Victims.Text) == record.LastWord(y.Victims.Text)
		})
	})
}

// isCounted reports whether a figure is a number of several dead and no word.
func isCounted(c record.Casualty) bool {
	return *c.Min >= fewestAgain && (c.Max == nil || *c.Max == *c.Min)
}

// sameNumber reports whether two figures give one number: 50, at least 50, more than 50.
func sameNumber(x, y record.Casualty) bool {
	return *x.Min == *y.Min || x.Max == nil && *x.Min == *y.Min+1 || y.Max == nil && *y.Min == *x.Min+1
}

// areOthers reports whether victims are of kinds that exclude each other: soldiers,
// villagers. People and bodies may be anybody.
func areOthers(v, w *record.Mention) bool {
	return v != nil && w != nil && v.Kind != "" && w.Kind != "" && v.Kind != w.Kind && !isOfClass("anybody", record.LastWord(v.Text)) && !isOfClass("anybody", record.LastWord(w.Text))
}

// tellOwnDays reports whether two records each tell a day, and not one.
func tellOwnDays(a, b *record.Record) bool {
	return hasOwnTime(a) && hasOwnTime(b) && isDated(a) && isDated(b) && !daysAgree(a, b) && daysApart(a, b) > 1
}

// tellOwnPlaces reports whether two accounts each tell a place, and the places are far
// apart.
func tellOwnPlaces(a, b account) bool {
	if a.elsewhere || b.elsewhere || placesAgree(a.Record, b.Record) {
		return false
	}
	x, y := a.Locations[0], b.Locations[0]
	if x.Latitude == nil || y.Latitude == nil || x.Longitude == nil || y.Longitude == nil {
		return true
	}
	return gazetteer.Distance(*x.Latitude, *x.Longitude, *y.Latitude, *y.Longitude) > oneScene
}

// oneScene is how many kilometres apart the places may be by which a text tells where
// one happening was: a suburb, the city.
const oneScene = 50
