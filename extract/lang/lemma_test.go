package lang

import "testing"

func TestLemma(t *testing.T) {
	for _, c := range [][3]string{
		{"struck", "VBD", "strike"}, {"shelled", "VBD", "shell"}, {"captured", "VBN", "capture"},
		{"seized", "VBD", "seize"}, {"kidnapping", "VBG", "kidnap"}, {"expelled", "VBN", "expel"},
		{"levelled", "VBD", "level"}, {"described", "VBN", "describe"}, {"required", "VBN", "require"},
		{"prepared", "VBN", "prepare"}, {"declared", "VBD", "declare"}, {"promoted", "VBN", "promote"},
		{"shouted", "VBD", "shout"}, {"toured", "VBD", "tour"}, {"poured", "VBD", "pour"},
		{"injured", "VBN", "injure"}, {"fired", "VBD", "fire"}, {"executed", "VBN", "execute"},
		{"succeed", "VB", "succeed"}, {"bring", "VB", "bring"}, {"fleeing", "VBG", "flee"},
		{"ruled", "VBD", "rule"}, {"piling", "VBG", "pile"}, {"analysed", "VBD", "analyse"},
		{"citing", "VBG", "cite"}, {"exchanged", "VBD", "exchange"}, {"patrolled", "VBD", "patrol"},
		{"targeted", "VBN", "target"}, {"bombed", "VBD", "bomb"}, {"entered", "VBD", "enter"},
		{"clashed", "VBD", "clash"}, {"clashes", "NNS", "clash"}, {"policemen", "NNS", "policeman"},
		{"bodies", "NNS", "body"}, {"crises", "NNS", "crisis"}, {"rebels", "NNS", "rebel"},
		{"attacks", "VBZ", "attack"}, {"carries", "VBZ", "carry"}, {"freed", "VBN", "free"},
		{"trafficked", "VBN", "traffic"}, {"challenged", "VBN", "challenge"}, {"stopped", "VBD", "stop"},
	} {
		if got := Lemma(c[0], c[1]); got != c[2] {
			t.Errorf("%s/%s: got %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
