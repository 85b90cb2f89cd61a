package lang

import "strings"

// temporalBreak reports whether a group that began at token start ends before
// token i, because a bare date stands next to it.
func (p *grouper) temporalBreak(start, i int) bool {
	if i == start {
		return false
	}
	if p.phraseOfTimeEnds(start, i) {
		return true
	}
	w := words()
	before, here := w.timeWord(p.t[i-1].Lower), w.timeWord(p.t[i].Lower)
	switch {
	case before == "" && here == "":
		return false
	case before == "unit" && (p.unitBeforeSubject(start, i) || p.bareTimeBeforeSubject(start, i)):
		return true
	case before == "":
		return p.beforeWeekday(i, here) || here == "day" && p.beforeDay(i) || here == "month" && p.beforeDateOfMonth(i)
	case here == "":
		return before == "weekday" && p.afterWeekday(i) || before == "day" && p.afterDay(start, i)
	}
	return false
}

// phraseOfTimeEnds reports whether token i stands behind or before a time of several words,
// that began at token start.
func (p *grouper) phraseOfTimeEnds(start, i int) bool {
	return p.afterNumericDate(start, i) || p.timeBeforeSubject(start, i) || p.byTheTime(i) || p.beforeCountedUnit(i) || p.afterPostTime(i)
}

// afterPostTime reports whether nothing but the time of a post stands before token i, where
// the post begins: 14.30 | Russia's army says; 1630 GMT | Hamas fighters.
func (p *grouper) afterPostTime(i int) bool {
	if !p.t.Capital(i) || i > 2 || words().temporal[p.t[i].Lower] == "zone" {
		return false
	}
	if i == 2 {
		return words().temporal[p.t[1].Lower] == "zone" && p.t.Tag(0) == "CD"
	}
	return isPostTime(p.t[0].Text)
}

// isPostTime reports whether a word is a time of the day in figures, with a point or a
// colon: 9.05, 14:30.
func isPostTime(w string) bool {
	h, m, ok := strings.Cut(strings.Replace(w, ".", ":", 1), ":")
	return ok && len(m) == 2 && isNumber(m) && m < "60" && len(h) > 0 && len(h) < 3 && isNumber(h) && (len(h) == 1 || h < "25")
}

// byTheTime: by the time | police reached the house.
func (p *grouper) byTheTime(i int) bool {
	return p.t.Is(i-1, "time") && p.t.Is(i-2, "the") && p.t.Is(i-3, "by") && p.subjectAhead(i)
}

// beforeCountedUnit: were driven out by militants | months later.
func (p *grouper) beforeCountedUnit(i int) bool {
	return p.t.Noun(i-1) && p.t.Tag(i) == "NNS" && words().timeWord(Lemma(p.t[i].Lower, "NNS")) == "unit" &&
		p.t.Is(i+1, "later", "earlier", "after", "before", "ago")
}

// afterNumericDate reports whether a date in numbers that opens the sentence ends before token i:
// On 12.03.2023 | rebels attacked; 2023-03-12 | two rebels; On Mar. 8 | gunmen.
func (p *grouper) afterNumericDate(start, i int) bool {
	t := p.t
	if i == 1 && isNumericDate(t[0].Text) {
		return true
	}
	if i > longestDate+1 || !t.Is(0, "on", "in", "since", "by") || !t.Tagged(i, "NNS", "NN", "NNP", "JJ") {
		return false
	}
	switch {
	case i == 2:
		return isNumericDate(t[1].Text) || t[1].IsYear() && t.Is(0, "in", "since") && t.Tagged(i, "NNS", "NNP")
	case i == longestDate && start == 2: // Mar. 8
		return isDayNumber(t[2]) && t[1].Tag == "NNP" && isMonth(t[1])
	case i == longestDate && start == 1: // 5 May
		return isDayNumber(t[1]) && t[2].Tag == "NNP" && isMonth(t[2]) && t.Tagged(i, "NNS", "NNP")
	}
	return false
}

// longestDate is how many tokens a date without a year has with its preposition.
const longestDate = 3

// isDayNumber reports whether a token is the number of a day of a month.
func isDayNumber(t Token) bool {
	return t.Tag == "CD" && len(t.Text) <= 2 && isNumber(t.Text)
}

// isNumericDate reports whether a word is a date in numbers: 12.03.2023, 2023-03-11,
// 3/12/23, 10-Mar-23.
func isNumericDate(w string) bool {
	marks := 0
	for i := range len(w) {
		if w[i] == '.' || w[i] == '-' || w[i] == '/' {
			marks++
		}
	}
	if marks < 2 {
		return false
	}
	parts := strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' || r == '/' })
	if len(parts) != 3 {
		return false
	}
	for k, x := range parts {
		if !isNumber(x) && !(k == 1 && words().temporal[strings.ToLower(x)] == "month") || len(x) > 4 {
			return false
		}
	}
	return true
}

// timeBeforeSubject reports whether the group that began at token start is a time that opens a
// clause, alone or after its preposition, and token i begins the subject of a verb: In May |
// officers overthrew him; but not the May elections were put off.
func (p *grouper) timeBeforeSubject(start, i int) bool {
	return p.opensWithTime(start) && words().timeWord(p.t[i].Lower) == "" && !p.t[i].IsYear() &&
		!(p.t[i].Tag == "CD" && p.monthBeside(i) && !p.t.Is(start-1, "in")) && p.isBareTime(start, i) && p.subjectAhead(i)
}

// isBareTime reports whether the tokens from start to before end are a time and
// nothing else: the next day, last Tuesday, 4 June, March 1982, the following three
// weeks.
func (p *grouper) isBareTime(start, end int) bool {
	named, ordered := false, false
	for k := start; k < end; k++ {
		switch kind := words().timeWord(p.t[k].Lower); {
		case kind == "order":
			ordered = true
		case p.isHour(k), p.t[k].IsYear():
			named = true
		case kind == "unit", kind == "":
			unit := isUnit(p.t[k].Lower, kind)
			number := p.t[k].Tag == "CD" && (ordered || named || p.monthBeside(k))
			if !unit && !number && !(k == start && p.t[k].Tag == "DT") {
				return false
			}
			named = named || unit && ordered
		case kind == "day" && p.t.ProperNoun(k):
			return false // the paper Dawn
		default:
			named = true
		}
	}
	return named && (ordered || p.t[start].Tag != "DT" || p.t.Is(start, "this", "that"))
}

// isUnit reports whether a word, which timeWord says is of a kind, names a unit of time, in the
// singular or the plural: week, weeks.
func isUnit(word, kind string) bool {
	return (kind != "" || strings.HasSuffix(word, "s")) && words().timeWord(Lemma(word, "NNS")) == "unit"
}

// isHour reports whether token i is the time of a day in bare figures: at 7.15.
func (p *grouper) isHour(i int) bool {
	return p.t.Is(i-1, "at") && p.t.Tag(i) == "CD" && strings.ContainsAny(p.t[i].Text, ".:") && isNumber(p.t[i].Text)
}

// monthBeside reports whether a month stands before or behind token i.
func (p *grouper) monthBeside(i int) bool {
	month := words().temporal
	return month[p.t.Word(i+1)] == "month" || month[p.t.Word(i-1)] == "month"
}

// opensWithTime reports whether the time that begins at token start stands first in a
// clause, alone, after its preposition, or in a phrase of another time: on the night
// of | 4 June.
func (p *grouper) opensWithTime(start int) bool {
	k := start - 1
	if p.t.Is(k, "of") && words().timeWord(p.t.Word(k-1)) == "unit" {
		for k--; p.t.Noun(k) || p.t.Tagged(k, "DT", "JJ"); k-- {
		}
	}
	if p.t.Is(k, "in", "on", "at", "by", "during", "since", "until") {
		k--
	}
	return k < 0 || p.opensWithAdverb(k+1) || p.t.Mark(k) != 0 || p.t.Tag(k) == "CC" || p.t.Is(k, "that", "when", "where", "while")
}

// subjectAhead reports whether a subject begins at token i, and its finite verb follows, over what
// stands between commas, and over a relative clause: Karl Weiss, a former cook, stabbed.
func (p *grouper) subjectAhead(i int) bool {
	if p.t[i].Tag == "POS" {
		return false
	}
	end := i + longestSubject
	for k := i; k < len(p.t) && k < end; k++ {
		switch {
		case p.t.FiniteVerb(k):
			return k > i
		case p.t.Mark(k) == ',' && p.t.Noun(k-1):
			end = k + longestSubject
		case p.t.Mark(k) == ',' && p.t.Tag(k-1) == "CD":
		case p.t.Tagged(k, "WP", "WP$", "WDT"):
			return k > i && p.finiteVerbs(k) > 1
		case !p.t.Noun(k) && !p.t.Adjective(k) && !p.t.Tagged(k, "DT", "CD", "IN", "VBN", "VBG", "POS", "RB", "CC", "PRP$"):
			return false
		}
	}
	return false
}

// finiteVerbs returns how many finite verbs stand behind token k.
func (p *grouper) finiteVerbs(k int) int {
	n := 0
	for k++; k < len(p.t); k++ {
		if p.t.FiniteVerb(k) && !(p.t.FiniteVerb(k-1) && isAuxiliary(p.t[k-1].Lower)) {
			n++
		}
	}
	return n
}

// unitBeforeSubject: In the afternoon | police opened fire.
func (p *grouper) unitBeforeSubject(start, i int) bool {
	return (start == 1 || p.timeOfUnit(start)) && p.t.Tag(start-1) == "IN" && p.t.Noun(i) && p.t.Tagged(i+1, "VBD", "VBZ", "VBP")
}

// timeOfUnit reports whether the group that began at token start is the unit of time of which the
// words that open the sentence name a part: Earlier in | the day protesters burned a post.
func (p *grouper) timeOfUnit(start int) bool {
	return p.opensWithAdverb(start-1) || start == 4 && p.t.Is(3, "of") && p.t.Tag(0) == "IN" && p.t.Tag(1) == "DT"
}

// opensWithAdverb reports whether an adverb of time is all that stands before token i:
// Later | in the evening; Early | the next morning.
func (p *grouper) opensWithAdverb(i int) bool {
	return i == 1 && p.t.Tagged(0, "RB", "RBR", "JJ", "JJR")
}

// bareTimeBeforeSubject: Last night | soldiers shot two students; In April this year | police
// arrested him; but not last year's violence, the morning rush.
func (p *grouper) bareTimeBeforeSubject(start, i int) bool {
	return i == start+2 && p.subjectAhead(i) &&
		(p.isOrder(start) || start > 0 && p.t[start-1].Tag == "IN" && p.t[start].Lower == "the" && p.t.ProperNoun(i))
}

// longestSubject is how many tokens of a subject may stand before its verb.
const longestSubject = 8

// isOrder reports whether token i orders the unit of time after it: last night,
// this week.
func (p *grouper) isOrder(i int) bool {
	switch p.t[i].Lower {
	case "this", "that":
		return true
	}
	return words().temporal[p.t[i].Lower] == "order"
}

// beforeDateOfMonth: attacked a checkpoint | October 9; but not the September 11
// attacks.
func (p *grouper) beforeDateOfMonth(i int) bool {
	return p.t[i].Tag == "NNP" && p.t.Noun(i-1) && p.t.Tag(i+1) == "CD"
}

// afterWeekday: on Monday | rebels attacked; but not the Sunday market.
func (p *grouper) afterWeekday(i int) bool {
	if p.t[i].Tag == "POS" || !p.t.Capital(i-1) {
		return false
	}
	before := i - 2
	return before < 0 || p.t[before].Lower == "on" || p.t.Is(before, "since", "by", "until") && p.subjectAhead(i) || strings.HasPrefix(p.t[before].Tag, "V") || p.t[before].Tag == "," || p.t.Noun(before)
}

// beforeWeekday: killed two rebels | Monday.
func (p *grouper) beforeWeekday(i int, here string) bool {
	return here == "weekday" && p.t.Capital(i) && p.t.Noun(i-1)
}

// beforeDay: killed two rebels | yesterday; but not rebels | today's.
func (p *grouper) beforeDay(i int) bool {
	return p.t.Noun(i-1) && p.t.Tag(i+1) != "POS"
}

// afterDay: Yesterday | rebels attacked; but not today's raid.
func (p *grouper) afterDay(start, i int) bool {
	return i-1 == start && !(start > 0 && p.t[start].Tag == "NNP") && p.t[i].Tag != "POS"
}

// placeBreak reports whether a group that began at token start ends before token i, because the
// name of a place opens the clause and its subject follows without a comma: In Mosul | gunmen
// killed a judge; in Patan | students threw bricks; but not in Mosul hospitals, doctors said. The
// name may follow the noun for it: in the village of Darun | soldiers shot two men.
func (p *grouper) placeBreak(start, i int) bool {
	t := p.t
	if i == start || i > start+longestName || t.Capital(i) {
		return false
	}
	if prep := p.beforeTownOf(start); !t.Is(prep, "in", "at", "near", "outside") || !p.opensClause(prep) {
		return false
	}
	for k := start; k < i; k++ {
		if !t.ProperNoun(k) || !t.Capital(k) {
			return false
		}
	}
	for k := i; k < len(t) && k < i+longestSubject; k++ {
		switch {
		case t.FiniteVerb(k):
			return k > i && t.Noun(k-1)
		case !t.Noun(k) && !t.Adjective(k):
			return false
		}
	}
	return false
}

// beforeTownOf returns the token before the name that begins at token start, or before the words
// that say what it is the name of, as "in" of in Mosul and in the village of Darun.
func (p *grouper) beforeTownOf(start int) int {
	t, k := p.t, start-1
	if !t.Is(k, "of") || !t.Noun(k-1) {
		return k
	}
	for k--; t.Noun(k) || t.Adjective(k) || t.Tag(k) == "DT"; k-- {
	}
	return k
}

// longestName is how many words the name of a place has at most.
const longestName = 3

// opensClause reports whether token i is the first of its sentence, or follows a
// word or mark with which a clause begins or ends: said that | in Mosul.
func (p *grouper) opensClause(i int) bool {
	return i == 0 || p.w.marks[p.t.Word(i-1)] != Root || p.t.Is(i-1, "that") && p.t.Tag(i-1) == "IN" || p.t.Tagged(i-1, ",", ":", "CC", "``") || p.t.Is(i-1, ";")
}

// nameBreak reports whether a group that began at token start ends before token i, because its noun
// ends the phrase of the preposition that opens the clause and a name begins there, the subject of
// the verb: During the trial | Wickramasinghe said; For twenty years | Teodora Quispe has waited;
// but not After the rebel leader Nkunda was seized, …, where a comma ends the clause of the name.
func (p *grouper) nameBreak(start, i int) bool {
	t := p.t
	prep := start - 1
	if i == start || !isProper(t, i) || !t.Tagged(i-1, "NN", "NNS") || t.Capital(i-1) || t.Tag(prep) != "IN" || !p.opensClause(prep) {
		return false
	}
	end := i
	for isProper(t, end) {
		end++
	}
	if t.Tag(end) == "NNS" && !t.Capital(end) {
		end++ // In the city | Hezbollah fighters killed
	}
	if end > i+longestName || !t.FiniteVerb(end) {
		return false
	}
	for k := end; p.w.marks[t.Word(prep)] != Root && k < len(t); k++ {
		if t.Mark(k) == ',' {
			return false
		}
	}
	return true
}

func isProper(t Tokens, i int) bool { return t.ProperNoun(i) && t.Capital(i) }
