// Package telling holds one telling of a happening while the stages work on
// it: the event, and what toll, source and setting find out beside it. At the
// end it turns tellings into records. It must never look for anything in the
// text itself: a telling says what the stages before have put there.
package telling
