// Package kind says of what sub-event type an event is where the words of its
// rule leave that open: the ladder of the rule proposes one type, what the
// sentence and the tellings around it say speaks for and against it and the
// others, and fitted weights decide. It must never change the type of a rule that
// has one of its own.
package kind
