package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"sitrep/extract/article"
	"sitrep/extract/lang"
	"sitrep/extract/rules"
)

var past = []string{
	"Rebels V the town on Monday.", "A rebel group V the village of Kalib.", "On 8 August they and the Syrian army V Palmyra.",
	"A man whom the papers called the Sniper V nine people along the highway.", "The Taliban V Kunduz on Monday, officials said.",
	"Boko Haram V 14 villagers near Chibok.", "In Jos, Fulani herdsmen V 30 people, and police arrested four.",
	"Two gunmen entered the campus and V many soldiers before fleeing.", "Gen. Khalifa Haftar V Derna in 2018.",
	"Police, who had waited outside, V the students.", "Maute fighters V Marawi and burned the cathedral.",
	"Three soldiers on patrol V a farmer in Kachin.", "Soldiers V him at his home.", "In 1998 the FARC V Mitú.", "He V two women.",
	"The gunman then V the guards.", "Villagers who had fled said that the army V them.", "Jets from the carrier V targets near Sirte.",
	"The militia, backed by tanks, V government positions in Taiz.",
}
var passive = []string{
	"The town was V by rebels.", "Nine people were V in Kano on Monday.", "Nine people V by gunmen in Kano were buried.",
	"The men, V by rebels last week, were freed.", "Nine people were reportedly V in Kano.", "A priest has been V in Jos.", "Two of them were later V.",
	"T:Nine V in Kano market", "T:Priest V in Jos", "T:Town V by rebels", "T:Two soldiers V near Kidal, army says", "T:Dozens V as troops advance",
}
var base = []string{
	"T:Rebels V town", "T:Gunmen V nine in Kano", "T:Seventeen dead as cartels V nine in Los Reyes", "The rebels loot villages, avoid soldiers and V boys.",
	"T:Police V protesters in Lima", "Soldiers often V farmers here.", "They V people at night.", "Rebels tried to V the town.", "Troops will V the town.",
}
var third = []string{
	"T:Army V rebel town", "T:Israel V Gaza", "T:Mob V man in Bihar", "T:Boko Haram V nine", "The army V the town every night.",
}

func main() {
	set, _ := rules.Load()
	voc, _ := lang.NewVocabulary(rules.Vocabulary())
	lem := map[string]bool{}
	set.EachTrigger(func(l, pos, beside string, r *rules.Rule) {
		if pos == "v" && beside == "" {
			lem[l] = true
		}
	})
	irr := lang.IrregularForms()
	var ls []string
	for l := range lem {
		ls = append(ls, l)
	}
	sort.Strings(ls)
	only := map[string]bool{}
	for _, a := range os.Args[1:] {
		only[a] = true
	}
	frame := map[string]int{}
	word := map[string]int{}
	byframe := map[string][]string{}
	n := 0
	check := func(f, form, want string) {
		title := strings.HasPrefix(f, "T:")
		t := strings.Replace(strings.TrimPrefix(f, "T:"), "V", form, 1)
		in := article.Input{ID: "x", Text: t}
		if title {
			in = article.Input{ID: "x", Title: t, Text: "It was so."}
		}
		d := lang.New(article.Clean(in), voc)
		d.Analyse(0)
		s := d.Sentences[0]
		n++
		for i := range s.Tokens {
			if s.Tokens[i].Text == form {
				if !strings.HasPrefix(s.Tokens[i].Tag, "VB") || !strings.Contains(want, s.Tokens[i].Tag) {
					frame[f]++
					word[form]++
					byframe[f] = append(byframe[f], form+"/"+s.Tokens[i].Tag)
				}
				return
			}
		}
	}
	for _, l := range ls {
		pasts := map[string]bool{}
		parts := map[string]bool{}
		if fs := irr[l]; len(fs) > 0 {
			for _, f := range fs {
				if !strings.HasSuffix(f, "ing") && !(strings.HasSuffix(f, "s") && f != "was") {
					pasts[f], parts[f] = true, true
				}
			}
		} else {
			for _, f := range lang.VerbForms(l) {
				if strings.HasSuffix(f, "ed") {
					pasts[f], parts[f] = true, true
				}
			}
		}
		for f := range pasts {
			if strings.HasSuffix(f, "n") && len(pasts) > 1 {
				continue
			}
			for _, x := range past {
				check(x, f, "VBD")
			}
		}
		for f := range parts {
			if irr[l] != nil && len(parts) > 1 && !strings.HasSuffix(f, "n") {
				continue
			}
			for _, x := range passive {
				check(x, f, map[bool]string{true: "VBN VBD", false: "VBN"}[strings.HasPrefix(x, "T:")])
			}
		}
		for _, x := range base {
			check(x, l, "VBP VB")
		}
		for _, f := range lang.VerbForms(l) {
			if strings.HasSuffix(f, "s") {
				for _, x := range third {
					check(x, f, "VBZ")
				}
			}
		}
	}
	type kv struct {
		k string
		v int
	}
	top := func(m map[string]int, k int) {
		var a []kv
		for x, y := range m {
			a = append(a, kv{x, y})
		}
		sort.Slice(a, func(i, j int) bool { return a[i].v > a[j].v || a[i].v == a[j].v && a[i].k < a[j].k })
		for i, x := range a {
			if i < k {
				fmt.Println(x.v, x.k)
				if len(byframe[x.k]) > 0 {
					b := byframe[x.k]
					sort.Strings(b)
					if len(b) > 60 {
						b = b[:60]
					}
					fmt.Println("      ", strings.Join(b, " "))
				}
			}
		}
	}
	t := 0
	for _, v := range frame {
		t += v
	}
	fmt.Println(len(ls), "verbs", n, "sentences", t, "wrong")
	top(frame, 60)
	top(word, 80)
}
