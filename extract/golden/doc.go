// Package golden holds what sitrep found against what it should have found:
// facts and gold events that people wrote down, and golden files of earlier
// runs. It says where they differ and how good the answer is. It must never
// extract anything itself or write a file.
package golden
