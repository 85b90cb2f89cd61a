// Package incident groups the records of one article that tell the same
// happening, and derives from the group what no record shows by itself: its
// incident id, its day and its means where only others say them, and its status.
// It must never look at the words of the text, nor change what a record's own words
// say.
package incident
