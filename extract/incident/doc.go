// Package incident groups the records of one article that tell the same
// happening, and derives from the group what no record shows by itself: its
// incident id, its day where only others say it, and its status. It must never
// look at the words of the text, nor change what a record says happened.
package incident
