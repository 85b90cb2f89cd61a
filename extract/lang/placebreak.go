package lang

// placeBreak reports whether a group that began at token start ends before token
// i, because the name of a place opens the clause and its subject follows without
// a comma: In Mosul | gunmen killed a judge; in Patan | students threw bricks; but
// not in Mosul hospitals, doctors said; in Taliban attacks. The name may follow the noun for
// it: in the village of Darun | soldiers shot two men.
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

// isProper reports whether token i is a name with a capital.
func isProper(t Tokens, i int) bool { return t.ProperNoun(i) && t.Capital(i) }
