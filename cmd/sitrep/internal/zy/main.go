package main

import (
	"fmt"
	"sitrep/extract/rules"
)

func main() {
	set, _ := rules.Load()
	seen := map[string]bool{}
	set.EachTrigger(func(l, pos, beside string, r *rules.Rule) {
		if !seen[l+pos] {
			seen[l+pos] = true
			fmt.Println(l, pos, beside != "")
		}
	})
}
