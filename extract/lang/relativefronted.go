package lang

// pronounBefore returns the chunk of the relative pronoun that only phrases and dates
// divide from what follows chunk j, or -1: the rebels who [on Monday] attacked; the men
// who, [in May], shot a priest. It is -1 where nothing stands between.
func (b *builder) pronounBefore(j int) int {
	k := j
	if b.kind(j) == cComma {
		k--
	}
	from := k
	for {
		switch {
		case b.kind(k) == cAdverb, b.kind(k) == cNoun && b.chunks[k].time && b.kind(k-1) != cPrep:
			k--
			continue
		case b.kind(k) == cNoun && b.kind(k-1) == cPrep:
			k -= 2
			continue
		}
		break
	}
	if b.kind(j) == cComma {
		if b.kind(k) != cComma {
			return -1
		}
		k--
	}
	if b.kind(k) != cRel || k >= from {
		return -1
	}
	return k
}

// frontedInRelative collects the phrases between a relative pronoun and its verb: the
// rebels who [on Monday] attacked.
func (b *builder) frontedInRelative(v *verbClause) {
	for k := v.at - 1; k > v.begin; {
		if b.kind(k) == cComma || b.kind(k) == cAdverb {
			k--
			continue
		}
		arg, at, next := b.frontedPhrase(k)
		if arg.Group == nil || next < v.begin {
			return
		}
		b.conjoin(at)
		v.Args = append(v.Args, arg)
		k = next
	}
}

// verbFollows reports whether a finite verb begins at chunk i, or after phrases and
// dates there: the group that seized the town; the group that [in May] seized it.
func verbFollows(cs []chunk, i int) bool {
	for i < len(cs) {
		switch {
		case cs[i].kind == cVerb:
			return cs[i].verb.Finite
		case cs[i].kind == cNoun && cs[i].time:
			i++
		case cs[i].kind == cPrep && i+1 < len(cs) && cs[i+1].kind == cNoun:
			i += 2
		default:
			return false
		}
	}
	return false
}
