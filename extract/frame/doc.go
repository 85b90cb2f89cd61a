// Package frame works out what happenings an article goes on telling of, and
// gives tellings that name no place or day of their own those of the happening
// that they probably belong to. The places and days that the text has told are
// candidates; evidence, with fitted weights, says which is likeliest, and below
// the floor none is taken. It must never replace what a sentence says itself.
package frame
