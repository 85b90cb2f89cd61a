// Package confidence says how likely a record is right: a true happening of
// the right type with no wrong actor or target. It is a logistic model over
// features of the finished record, with weights in data/confidence.csv. It must
// never look at the text, nor leave a record out.
package confidence
