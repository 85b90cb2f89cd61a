package gazetteer

import (
	"runtime"
	"testing"

	"github.com/blevesearch/vellum"
)

// bench is a sentence of the length that wires write, with six names.
const bench = "Fighters seized two villages near Deir ez-Zor on Monday, while jets hit Mosul, Tal Afar and the Tishrin dam in northern Syria, officials in Damascus said."

func BenchmarkPlacesOpen(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		if _, err := vellum.Load(placeNames); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlacesScanSentence(b *testing.B) {
	s := Places().Scanner()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for at := 0; at < len(bench); at++ {
			if at == 0 || bench[at-1] == ' ' {
				if h, ok := s.Longest(bench, at); ok {
					at = h.End - 1
				}
			}
		}
	}
}

func BenchmarkPlacesLookup(b *testing.B) {
	x := Places()
	b.ReportAllocs()
	for range b.N {
		x.Lookup("Deir al-Zour")
	}
}

// TestPlacesHeap holds what opening costs in memory.
func TestPlacesHeap(t *testing.T) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	fst, err := vellum.Load(placeNames)
	if err != nil {
		t.Fatal(err)
	}
	x := newPlaceIndex(fst, Places().kinds, nil)
	x.Scanner().Longest("Homs", 0)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 10<<20 {
		t.Errorf("%d kB of heap to open the places, want 10 MB at most", grown>>10)
	}
	runtime.KeepAlive(x)
}
