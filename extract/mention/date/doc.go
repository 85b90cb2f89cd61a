// Package date finds the time expressions of a sentence and resolves them to
// whole days against the publication date, the publisher's habit of writing
// dates and the tense of the clause. What an expression names stays what it
// is: a month is a month and a range is a range, never a day picked from it.
// It must never guess: what the text and the publication date do not settle
// is found and left without days.
package date
