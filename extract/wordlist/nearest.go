package wordlist

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Nearest returns the word of the list that word is most likely a slip for, or
// "" where none is near: actoin for action, killed for killed_text, Drone strike or
// airstrike for Air/drone strike.
func Nearest(word string, list []string) string {
	length := utf8.RuneCountInString(word)
	low := strings.ToLower(word)
	best, least := "", length
	for _, w := range list {
		if d := distance(low, strings.ToLower(w)); d < least {
			best, least = w, d
		}
	}
	if few := length/3 + 1; least < few {
		return best
	} else if least > few {
		best = ""
	}
	if length < 4 {
		return best
	}
	low = strings.ReplaceAll(low, " ", "")
	for _, near := range []func(short, long string) bool{contains, isAbridged} {
		for _, w := range list {
			if near(low, strings.ReplaceAll(strings.ToLower(w), " ", "")) {
				return w
			}
		}
	}
	return best
}

func contains(short, long string) bool { return strings.Contains(long, short) }

// isAbridged reports whether the letters of short stand in long in their order, as
// those of airstrike do in air/drone strike. Few letters stand in many words so.
func isAbridged(short, long string) bool {
	if utf8.RuneCountInString(short) < 6 {
		return false
	}
	for _, r := range short {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}

// Want says what was to be given in the place of word: the word of the list that
// it is near to, else all of a list of few words.
func Want(word string, list []string) string {
	if near := Nearest(word, list); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "want one of " + strings.Join(list, ", ")
}

// distance counts the letters to add, to drop, to change and to swap that make
// a into b.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			change := 1
			if x[i] == y[j] {
				change = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+change)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
