// Package incident groups the records of one article that tell the same
// happening, and derives from the group what no record shows by itself: its
// incident id and its status. It looks at records, never at text.
package incident
