// Package bundle splits the files in which news databases hand out many articles
// as one text: LexisNexis and Nexis Uni, Factiva, ProQuest. It knows their marks
// and labels and nothing of what the articles say, and must never return two
// articles as one: what looks like a bundle and cannot be split is an error.
package bundle
