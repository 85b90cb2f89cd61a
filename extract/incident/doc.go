// Package incident groups the records of one article that tell the same
// happening, and derives from the group what no record shows by itself: its
// incident id, its day and its means where only others say them, and its status.
// It must never look at the words of the text, nor change what a record's own words
// say.
//
// An account tells an incident by this order of evidence:
//
//  1. what rules it out (mayBeToldBy): a plan, a denial of nothing told, another day, place, number of
//     acts or other dead that the words name, an answer to it;
//  2. what its words leave no doubt of (pointedTo): one of its dead, its toll given anew, its truce,
//     its rank, the only one of its day;
//  3. agreement in what an account that points back names, its town, its day, several acts, unless that
//     is unlikely;
//  4. what the fitted evidence makes likeliest (likeliest, data/incident.csv);
//  5. a second look at those that were kept apart (lookAgain): one toll told twice, or one person's
//     death, is one happening unless 1. holds;
//  6. which incidents the toll of another counts (markParts).
package incident
