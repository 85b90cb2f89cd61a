// Package setting finds where and when: the places and the date that a telling
// gives its happening, and those that it has from what was told before it. It
// must never find place names or dates itself, nor say what a happening is.
package setting
