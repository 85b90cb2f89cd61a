package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// relaxCollector lets the heap grow by a fixed amount between collections, in
// place of by as much as is in use: what is in use is some 20 MB, whatever is read,
// and collecting that took a tenth of the time. What a very long article takes,
// though, is collected more often than usual. GOGC says otherwise.
func relaxCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstGrowth)
	afterCollection()
}

// heapGrowth is how many bytes the heap may grow between collections, within
// leastGrowth and mostGrowth, which are percents of what is in use: below the first
// nothing would be done but collecting.
const (
	heapGrowth  = 56 << 20
	leastGrowth = 40
	mostGrowth  = 300

	// firstGrowth is the growth until the first collection, of a heap that counts as
	// 4 MB: the tables that are loaded first stay, so that collecting would find nothing.
	firstGrowth = heapGrowth / (4 << 20) * 100
)

// afterCollection has the growth set anew after every collection. A collection ends
// with the finalizers of what it has found unused.
func afterCollection() {
	type mark struct{ _ [16]byte }
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	var set func(*mark)
	set = func(m *mark) {
		metrics.Read(live)
		if inUse := live[0].Value.Uint64(); inUse > 0 {
			debug.SetGCPercent(int(min(mostGrowth, max(leastGrowth, heapGrowth*100/inUse))))
		}
		runtime.SetFinalizer(m, set)
	}
	runtime.SetFinalizer(&mark{}, set)
}
