// Package claim reads what a text claims of its happenings beyond the acts:
// casualties, who says so, on which day, and how sure the text is. It works
// on single sentences and what hangs on them. It must never decide what
// happened: which record a claim belongs to is for the stages after it.
package claim
