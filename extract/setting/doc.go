// Package setting finds where and when: the places and the date that a telling
// gives its happening in its own sentence. It
// must never find place names or dates itself, nor say what a happening is.
package setting
