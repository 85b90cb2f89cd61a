package lang

// finite finds the subject of a finite verb.
func (b *builder) finite(v *verbClause) {
	if b.inverted(v) {
		v.subject = v.at + 1
		return
	}
	j := v.at - 1
	for {
		switch b.kind(j) {
		case cAdverb, cAdjective, cQuote, cOther:
			j--
			continue
		case cClose:
			if n := b.beforeBrackets(j); n != j {
				j = n
				continue
			}
			return
		case cNoun:
			if b.cs[j].time && b.kind(j-1) != cPrep && b.kind(j-1) != cStop {
				j--
				continue
			}
			if b.cs[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cComma && b.kind(j-3) == cNoun {
				j -= 2 // the commander, Abu Ali, on Monday executed
				continue
			}
			if b.cs[j].time && b.kind(j-1) == cPrep && b.kind(j-2) == cNoun {
				j -= 2
				continue
			}
			b.subjectAt(v, j)
			return
		case cRel:
			b.relative(v, j)
			return
		case cMark:
			v.begin, v.Mark = j, b.cs[j].word
			v.Link = b.cs[j].link
			b.share(v)
			return
		case cAnd:
			v.begin = j
			v.Link = Coordinate
			b.share(v)
			return
		case cComma:
			if k, ok := b.parenthesis(j); ok {
				if b.kind(k) == cRel {
					b.relative(v, k)
					return
				}
				b.subjectAt(v, k)
				return
			}
			if k := b.opening(j); k >= 0 {
				b.subjectAt(v, k)
				return
			}
			v.begin = j
			v.Link = Coordinate
			b.share(v)
			return
		case cPrep:
			j--
			continue
		case cVerb: // the men whom they abducted were freed
			if a := hangsOn(b.byChunk[j]); a >= 0 {
				b.subjectAt(v, a)
			}
		case cStop: // engaged a unit; destroyed a tunnel
			if j > 0 && b.s.Tokens[b.cs[j].first].Lower == ";" {
				v.begin = j
				v.Link = Coordinate
				b.share(v)
			}
		}
		return
	}
}

// inverted says whether the subject of a reporting verb stands after it:
// …, said the spokesman; … on March 3 reports Dawn.
func (b *builder) inverted(v *verbClause) bool {
	if !reports(v.Verb) || v.Verb.First != v.Verb.Last || b.kind(v.at+1) != cNoun || b.cs[v.at+1].time {
		return false
	}
	end := b.endOf(v.at + 1)
	if b.kind(end+1) == cVerb || b.kind(end+1) == cNoun && !b.cs[end+1].time {
		return false
	}
	switch j := v.at - 1; b.kind(j) {
	case cQuote:
		return b.lastVerb(j) != nil
	case cComma:
		if b.lastVerb(j) == nil {
			return false
		}
		if b.cs[v.at+1].noun.Proper && (b.kind(end+1) == cStop || b.kind(end+1) == cPrep && b.kind(end+2) == cNoun && b.cs[end+2].time) {
			return true // …, commander of the group, reports Dawn
		}
		_, between := b.parenthesis(j)
		return !between && b.opening(j) < 0
	case cNoun:
		return v.Verb.Form == "VBZ" && b.cs[v.at+1].noun.Proper && b.kind(end+1) == cStop && b.lastVerb(j) != nil && (b.cs[j].time || b.kind(j-1) == cPrep)
	}
	return false
}

// opening is the group that opens the sentence where nothing but what hangs
// on it stands before the comma at j: A constable identified as X, was shot.
func (b *builder) opening(j int) int {
	if b.kind(0) != cNoun || b.cs[0].time {
		return -1
	}
	for k := 1; k < j; k++ {
		switch b.cs[k].kind {
		case cNoun, cPrep, cOpen, cClose, cAdverb, cAdjective:
		case cVerb:
			if b.cs[k].verb.Finite {
				return -1
			}
		default:
			return -1
		}
	}
	if j < 2 || b.kind(1) == cNoun {
		return -1
	}
	return 0
}

// parenthesis goes over A, …, verb: it returns the chunk before the comma
// that opens what the comma at j closes.
func (b *builder) parenthesis(j int) (int, bool) {
	for k := j - 1; k >= 1; k-- {
		switch b.cs[k].kind {
		case cStop, cMark:
			if b.cs[k].kind == cMark && b.kind(k-1) == cComma {
				continue
			}
			return 0, false
		case cComma:
			before := k - 1
			if b.kind(before) == cClose {
				before = b.beforeBrackets(before)
			}
			if b.kind(before) != cNoun || b.cs[before].time && b.kind(before-1) != cNoun {
				return 0, false
			}
			switch open := b.kind(k + 1); open {
			case cRel, cAdverb, cAdjective, cMark:
				return before, true
			case cVerb:
				if !b.cs[k+1].verb.Finite {
					return before, true
				}
			case cPrep:
				return before, true
			case cNoun:
				if b.noFinite(k+1, j) || b.cs[k+1].noun.Det == "whose" {
					return before, true
				}
				if v := b.byChunk[j-1]; v != nil && reports(v.Verb) && v.subject > k {
					return before, true // the rebels, the army said, attacked
				}
			case cAnd:
				continue
			}
			return 0, false
		}
	}
	return 0, false
}

// noFinite says whether no finite verb without relative stands from k to j.
func (b *builder) noFinite(k, j int) bool {
	for ; k < j; k++ {
		if b.cs[k].kind == cVerb && b.cs[k].verb.Finite {
			if v := b.byChunk[k]; v == nil || v.Link != Relative {
				return false
			}
		}
	}
	return true
}

// subjectAt takes the phrase that ends at chunk j as the subject.
func (b *builder) subjectAt(v *verbClause, j int) {
	h := b.climb(j)
	if h < 0 {
		if j > 0 && b.kind(j-1) == cPrep {
			b.share(v)
			v.Link = Coordinate
		}
		return
	}
	if k := b.explained(h); k >= 0 {
		h = k // a police officer, Mohan Lal, 45, was …
	}
	v.subject = h
	v.begin = h
	if b.cs[h].noun.Det == "whose" {
		v.Link, v.whose = Relative, true
		v.antecedent = b.antecedent(h - 1)
		return
	}
	k := h - 1
	for b.kind(k) == cQuote || b.kind(k) == cAdverb {
		k--
	}
	switch b.kind(k) {
	case cMark:
		v.begin, v.Mark, v.Link = k, b.cs[k].word, b.cs[k].link
		if v.Mark == "that" || v.Link == Complement {
			v.previous = b.lastVerb(k)
		}
	case cRel: // the town that rebels seized
		v.begin = k
		if b.kind(k-1) == cPrep {
			v.begin = k - 1
		}
		v.antecedent = b.antecedent(v.begin - 1)
		if v.antecedent >= 0 {
			v.Link = Relative
		}
	case cVerb:
		if p := b.byChunk[k]; p != nil {
			v.Link, v.previous = Complement, p
		}
	case cAnd:
		v.Link = Coordinate
		v.previous = b.lastMain(k)
	case cNoun:
		if p := b.byChunk[k-1]; p != nil && reports(p.Verb) { // told reporters the army had …
			v.Link, v.previous = Complement, p
		}
	}
}

// climb goes from the noun group at chunk j to the one that heads the phrase
// that ends there: from checkpoint to soldiers in soldiers who manned the
// checkpoint. It returns -1 where the group can't be a subject.
func (b *builder) climb(j int) int {
	for steps := 0; steps < 40; steps++ {
		if h, ok := b.head[j]; ok {
			if first := b.members[h][0]; b.frontedAt(h) && b.kind(first-1) == cComma {
				b.split(h)
				j = first // In Homs, | two soldiers and a guard were …
				continue
			}
			if j != h && (b.objectAt(h) || b.kind(h-1) == cPrep && b.cs[h].noun.Proper && !b.capitalised(b.cs[j].noun) && b.kind(j-1) == cAnd && b.kind(j+1) == cVerb) {
				delete(b.head, j) // seized the town and | the army retook it
				b.dropMember(h, j)
				return j
			}
			j = h
			continue
		}
		switch b.kind(j - 1) {
		case cPrep:
			k := j - 2
			if b.kind(k) == cAdjective && b.kind(k-1) == cNoun {
				k-- // fighters loyal to the general
			}
			switch b.kind(k) {
			case cNoun:
				j = k
				continue
			case cClose:
				if n := b.beforeBrackets(k); b.kind(n) == cNoun {
					j = n
					continue
				}
				return -1
			case cVerb:
				if a := hangsOn(b.byChunk[k]); a >= 0 {
					j = a
					continue
				}
				return b.headOf(b.byChunk[k])
			case cRel:
				return -1
			}
			return -1
		case cVerb:
			if a := hangsOn(b.byChunk[j-1]); a >= 0 {
				j = a
				continue
			}
			if a := b.headOf(b.byChunk[j-1]); a >= 0 {
				return a
			}
			return j
		case cAdverb:
			if a := hangsOn(b.byChunk[j-2]); a >= 0 {
				j = a
				continue
			}
			return j
		}
		return j
	}
	return j
}

// objectAt says whether the group at chunk i stands where the object of an
// ordinary verb, or a prepositional phrase of it, stands.
func (b *builder) objectAt(i int) bool {
	for b.kind(i-1) == cPrep && b.kind(i-2) == cNoun {
		i -= 2
	}
	k := i - 1
	if b.kind(k) == cAdverb || b.kind(k) == cAdjective {
		k--
	}
	if b.kind(k) == cPrep && b.kind(k-1) == cVerb {
		k--
	}
	if b.kind(k) != cVerb {
		return false
	}
	v := b.byChunk[k]
	return v != nil && (v.antecedent < 0 || v.Verb.Form == "VBG") && !reports(v.Verb)
}

// reports says whether a verb is commonly followed by a clause without that:
// said Islamic State had …
func reports(v *VerbGroup) bool { return words().complement[v.Lemma] }

// opensClause says whether the group at chunk j stands where a clause begins.
func (b *builder) opensClause(j int) bool {
	switch b.kind(j - 1) {
	case cStop, cMark, cAnd, cQuote, cClose:
		return true
	case cComma:
		return true
	case cNoun:
		return b.cs[j-1].time
	}
	return false
}

// frontedAt says whether the group at chunk i is that of a prepositional
// phrase with which a clause begins.
func (b *builder) frontedAt(i int) bool {
	if b.kind(i-1) != cPrep {
		return false
	}
	switch k := i - 2; b.kind(k) {
	case cStop, cMark, cAnd, cQuote:
		return true
	case cComma:
		return b.kind(k-1) == cAdverb
	case cAdverb:
		return b.kind(k-1) == cStop
	}
	return false
}

// headOf is the chunk of the noun group that the infinitive v says the aim of
// where no verb governs it: an offensive to retake the city began. It is -1
// where there is none.
func (b *builder) headOf(v *verbClause) int {
	if v == nil || v.Kind != Infinite || b.kind(v.at-1) != cNoun {
		return -1
	}
	h := v.at - 1
	for b.kind(h-1) == cPrep && b.kind(h-2) == cNoun {
		h -= 2
	}
	if b.cs[h].time {
		return -1
	}
	if b.kind(h-1) == cVerb && b.cs[h-1].verb.Finite && reports(b.cs[h-1].verb) && b.cs[h-1].verb.Voice == Active {
		return h
	}
	if b.opensClause(h) {
		return h
	}
	return -1
}

// hangsOn is the chunk of the noun group that the clause, or the relative
// clause that it is a part of, hangs on: militants believed to be members. It
// is -1 where there is none.
func hangsOn(v *verbClause) int {
	for n := 0; v != nil && n < 4; n++ {
		if v.antecedent >= 0 {
			return v.antecedent
		}
		if v.Kind == Finite && v.Link != Coordinate || v.subject >= 0 {
			return -1
		}
		v = v.previous
	}
	return -1
}
