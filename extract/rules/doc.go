// Package rules loads and validates the rules by which events are found, and
// the word lists that go with them: what noun is a facility, which weapon is
// artillery, which verbs turn what they govern into a plan. Rules are data;
// the grammar that applies them is in package event, which is the only one
// that may interpret them.
package rules
