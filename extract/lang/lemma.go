package lang

import "strings"

// Lemma is the dictionary form of a lower-case word under its Penn tag. The
// exceptions stand in data/irregular.csv; the rest follows English spelling. A
// stem that could end in e or not is decided by its last letters.
func Lemma(lower, tag string) string {
	if len(tag) < 2 {
		return lower
	}
	switch tag[:2] {
	case "VB":
		if l, ok := words().lemma[lower]; ok {
			return l
		}
		return verbLemma(lower)
	case "NN":
		if tag == "NNP" || tag == "NNPS" {
			return lower
		}
		if l, ok := words().lemma[lower]; ok && !strings.HasSuffix(lower, "ing") && !strings.HasSuffix(lower, "ed") {
			return l
		}
		if tag == "NNS" {
			return nounLemma(lower)
		}
	}
	return lower
}

func nounLemma(w string) string {
	switch {
	case len(w) < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "ches", "shes", "xes", "sses", "zzes"):
		return w[:len(w)-2]
	}
	return w[:len(w)-1]
}

func verbLemma(w string) string {
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"), len(w) > 4 && strings.HasSuffix(w, "ied"):
		return w[:len(w)-3] + "y"
	case len(w) > 4 && strings.HasSuffix(w, "ing"):
		if !strings.ContainsAny(w[:len(w)-3], "aeiouy") {
			return w // bring
		}
		return stem(w[:len(w)-3])
	case len(w) > 4 && strings.HasSuffix(w, "eed"):
		return w // succeed
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		return stem(w[:len(w)-2])
	case len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		if hasAnySuffix(w, "ches", "shes", "xes", "sses", "zzes", "oes") {
			return w[:len(w)-2]
		}
		return w[:len(w)-1]
	}
	return w
}

// stem restores what -ed and -ing took away: an e, or nothing, or leaves a
// doubled consonant single.
func stem(s string) string {
	n := len(s)
	if n < 3 {
		return s
	}
	a, b := s[n-2], s[n-1]
	open := !isVowel(s[n-3]) || n > 3 && s[n-4:n-2] == "qu" // a consonant before the last vowel
	switch {
	case n > 5 && strings.HasSuffix(s, "ell"):
		return s[:n-1] // levelled
	case a == b && strings.IndexByte("bdgmnprt", b) >= 0:
		return s[:n-1]
	case strings.IndexByte("cvzu", b) >= 0:
		return s + "e"
	case b == 's' && a != 's' && isVowel(a), b == 's' && (a == 'r' || a == 'n' || a == 'l'):
		return s + "e"
	case b == 'g' && (a == 'r' || a == 'd' || a == 'l' || isVowel(a)):
		return s + "e"
	case b == 'l' && strings.IndexByte("bcdgkpt", a) >= 0:
		return s + "e"
	case b == 't' && a == 'a' && !isVowel(s[n-3]), b == 't' && a == 'a' && s[n-3] == 'u', b == 't' && a == 'a' && s[n-3] == 'i', b == 't' && a == 'u' && s[n-3] != 'o', b == 't' && a == 'o' && open:
		return s + "e"
	case b == 'r' && (a == 'a' || a == 'i') && open, b == 'r' && a == 'u' && s[n-3] != 'o':
		return s + "e"
	case b == 'b' && a == 'i', b == 's' && a == 'y', b == 'l' && isVowel(a) && open && n < 5:
		return s + "e"
	case strings.IndexByte("dkmp", b) >= 0 && isVowel(a) && open:
		return s + "e"
	case b == 'n' && (a == 'i' || a == 'u') && !isVowel(s[n-3]):
		return s + "e"
	}
	return s
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func hasAnySuffix(w string, suffixes ...string) bool {
	for _, s := range suffixes {
		if strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}
