// Package toll finds whose dead, hurt and taken a telling tells of: it gives
// every telling the casualties of its sentence that are its own, and their
// victims as targets where it names no others. It must never find casualties
// itself, nor change what the event stage found.
package toll
