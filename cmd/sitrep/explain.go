package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"sitrep/extract"
	"sitrep/extract/event"
	"sitrep/extract/frame"
	"sitrep/extract/kind"
	"sitrep/extract/record"
	"sitrep/extract/trace"
	"sitrep/extract/weigh"
	"sitrep/extract/wordlist"
)

var explainFormats = []string{"text", "json"}

// explainOptions are the flags of `sitrep explain`.
type explainOptions struct {
	pipeline
	inputs
	format    string
	sentences []int
}

func newExplain(s *streams) *cobra.Command {
	o := &explainOptions{}
	c := &cobra.Command{
		Use:   "explain FILE",
		Short: "Show what each stage found in each sentence, and why rules applied or did not",
		Long: `Prints for every sentence why it was analysed, its tags, its noun groups with
what they stand for, its clauses, its mentions, and the rules that its words
triggered: those that applied (+) with the roles that they filled, and those
that did not (-) with the reason.

Read it from the top to find a mistake: a wrong tag causes a wrong noun group,
which causes a wrong clause, to which no rule applies.`,
		Example: "  sitrep explain article.txt\n  sitrep explain article.txt --sentence 7\n  echo 'Rebels seized the town.' | sitrep explain -",
		Args:    arguments(0, 1, "one FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.complete(c, s, args); err != nil {
				return err
			}
			x, err := o.build(s, extract.WithTrace())
			if err != nil {
				return err
			}
			return o.run(c.Context(), s, x)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&o.format, "format", "f", "text", "`FORMAT` of the output: "+strings.Join(explainFormats, ", "))
	f.IntSliceVarP(&o.sentences, "sentence", "n", nil, "only the sentence of this `NUMBER`, as the output and evidence count them, from 0")
	o.inputs.flags(f)
	o.pipeline.flags(f)
	return c
}

func (o *explainOptions) complete(c *cobra.Command, s *streams, args []string) error {
	if !slices.Contains(explainFormats, o.format) {
		return usagef("--format: unknown format %q: %s", o.format, wordlist.Want(o.format, explainFormats))
	}
	return o.inputs.complete(c, s, args)
}

// explained is an article as --format json writes it.
type explained struct {
	Article record.Article  `json:"article"`
	Events  []record.Record `json:"events"`
	trace.Trace
}

func (o *explainOptions) run(ctx context.Context, s *streams, x extractor) error {
	wrong, err := newProblems(s, "")
	if err != nil {
		return err
	}
	flush := func() error { return nil }
	most := 0 // sentences of the longest text
	err = inOrder(ctx, x, 1, o.documents(ctx, s), func(t *task) error {
		ok, err := wrong.about(t)
		if !ok {
			return err
		}
		r := &t.result
		most = max(most, len(r.Trace.Sentences))
		if len(o.sentences) > 0 {
			r.Trace.Sentences = slices.DeleteFunc(r.Trace.Sentences, func(e trace.Sentence) bool {
				return !slices.Contains(o.sentences, e.Index)
			})
		}
		return outputError(o.write(s, r))
	}, flush)
	if err != nil {
		return err
	}
	for _, n := range o.sentences {
		if n < 0 || n >= most && most > 0 {
			return usagef("--sentence %d: the last one is %d", n, most-1)
		}
	}
	return wrong.err()
}

func (o *explainOptions) write(s *streams, r *extract.Result) error {
	if o.format == "text" {
		return explainText(s.out, r)
	}
	return writeJSON(s, explained{r.Article, append([]record.Record{}, r.Events...), r.Trace})
}

// explainWidth is the width that lines are broken at, in characters, where
// there is a space to break at.
const explainWidth = 100

// labelWidth is the indentation of what follows a label.
const labelWidth = 12

// page is an explanation as a terminal shows it.
type page struct{ b strings.Builder }

// explainText writes what the stages made of an article.
func explainText(w io.Writer, r *extract.Result) error {
	p := &page{}
	head := []string{r.Article.ID}
	for _, s := range []string{r.Article.Publisher, r.Article.Dateline, r.Article.Published} {
		if s != "" {
			head = append(head, s)
		}
	}
	p.b.WriteString("== " + printable(strings.Join(head, " · ")) + "\n\n")
	for i, x := range r.Trace.LeftOut {
		label := ""
		if i == 0 {
			label = "left out"
		}
		p.entry(label, x.Part+": "+x.Text)
	}
	if len(r.Trace.LeftOut) > 0 {
		p.b.WriteByte('\n')
	}
	for i := range r.Trace.Sentences {
		p.sentence(&r.Trace.Sentences[i])
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

func (p *page) sentence(s *trace.Sentence) {
	fmt.Fprintf(&p.b, "#%d %s %d-%d\n", s.Index, s.Part, s.Start, s.End)
	p.wrap("   ", "   ", s.Text)
	p.list("gate", gateLines(s))
	var tags []string
	for _, t := range s.Tokens {
		tags = append(tags, t.Text+"/"+t.Tag)
	}
	p.list("tags", []string{strings.Join(tags, " ")})
	p.list("groups", groupLines(s))
	var lines []string
	for _, c := range s.Clauses {
		if len(c.Arguments) > 0 || c.Kind != "nominal" { // every noun makes a clause; one without arguments tells nothing
			lines = append(lines, c.Text)
		}
	}
	p.list("clauses", lines)
	lines = nil
	for i := range s.Mentions {
		lines = append(lines, mentionLine(&s.Mentions[i]))
		lines = append(lines, alternatives(s.Mentions[i].Alternatives)...)
	}
	p.list("mentions", lines)
	lines = nil
	for _, c := range s.Candidates {
		lines = append(lines, candidateLines(&c)...)
	}
	p.list("rules", lines)
	p.b.WriteByte('\n')
}

// list writes lines behind a label that stands on the first.
func (p *page) list(label string, lines []string) {
	for i, l := range lines {
		if i > 0 {
			label = ""
		}
		p.entry(label, l)
	}
}

func (p *page) entry(label, text string) {
	p.wrap(fmt.Sprintf("   %-*s", labelWidth-3, label), strings.Repeat(" ", labelWidth+2), text)
}

// wrap writes text in lines of at most explainWidth. Line breaks of the text
// become spaces.
func (p *page) wrap(first, rest, text string) {
	line, used := first, utf8.RuneCountInString(first)
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	line += lead
	rest += lead
	blank := true
	for _, w := range strings.Fields(printable(text)) {
		n := utf8.RuneCountInString(w)
		if !blank && used+1+n > explainWidth {
			p.b.WriteString(line + "\n")
			line, used, blank = rest, utf8.RuneCountInString(rest), true
		}
		if !blank {
			line, used = line+" ", used+1
		}
		line, used, blank = line+w, used+n, false
	}
	p.b.WriteString(line + "\n")
}

func gateLines(s *trace.Sentence) []string {
	if len(s.Gate) == 0 {
		return []string{"closed: no stage asked for it"}
	}
	var out []string
	for _, g := range s.Gate {
		line := g.Stage
		if len(g.Words) > 0 {
			line += ": " + strings.Join(g.Words, ", ")
		}
		out = append(out, line)
	}
	return out
}

func groupLines(s *trace.Sentence) []string {
	var out []string
	for _, g := range s.Groups {
		line := g.Text
		if len(g.Classes) > 0 {
			line += "  [" + strings.Join(g.Classes, " ") + "]"
		}
		if g.Part != "" {
			line += "  " + g.Part
		}
		out = append(out, line)
	}
	return out
}

// candidateLines returns the lines of a rule that won with its roles, or of one that
// lost.
func candidateLines(c *trace.Candidate) []string {
	switch {
	case c.Rule == "":
		return []string{"- passed over: " + c.Reason}
	case !c.Won:
		return append([]string{"- " + c.Word + "  " + c.Rule + ": " + c.Reason}, evidenceLines(c)...)
	}
	line := "+ " + c.Word + "  " + c.Rule + " → " + c.Type + ", " + c.Modality + ", " + c.Status
	out := []string{line}
	if c.Reason != "" {
		out = append(out, "  by "+c.Reason)
	}
	for _, r := range c.Roles {
		out = append(out, "  "+r)
	}
	out = append(out, evidenceLines(c)...)
	out = append(out, kindLines(c)...)
	out = append(out, settingLines(c)...)
	return append(out, toponymLines(c)...)
}

// kindLines returns the likeliest types of an event whose rule leaves its type
// open, with what speaks for and against the first.
func kindLines(c *trace.Candidate) []string {
	all := slices.Clone(c.Kinds)
	slices.SortStableFunc(all, func(a, b trace.Kind) int { return cmp.Compare(b.Probability, a.Probability) })
	if len(all) < 2 {
		return nil
	}
	line := fmt.Sprintf("  of type %s with probability %.2f, then %s with %.2f", all[0].Type, all[0].Probability, all[1].Type, all[1].Probability)
	return append([]string{line}, proAndCon(kind.Weighed(all[0].Evidence))...)
}

// settingLines returns the places and days of other sentences that were weighed
// for an event whose own sentence tells none: the likeliest with what speaks for
// and against it, and the one that came second.
func settingLines(c *trace.Candidate) []string {
	var out []string
	for _, slot := range []string{"place", "day"} {
		var all []trace.Setting
		for _, s := range c.Settings {
			if s.Slot == slot {
				all = append(all, s)
			}
		}
		slices.SortStableFunc(all, func(a, b trace.Setting) int { return cmp.Compare(b.Probability, a.Probability) })
		if len(all) == 0 {
			continue
		}
		line := fmt.Sprintf("  %s of another sentence: %s with probability %.2f", slot, all[0].Names[0], all[0].Probability)
		if len(all) > 1 {
			line += fmt.Sprintf(", then %s with %.2f", all[1].Names[0], all[1].Probability)
		}
		out = append(append(out, line), proAndCon(frame.Weighed(slot, all[0].Evidence))...)
	}
	return out
}

// toponymLines returns what else the sentence of an event names that may be where it
// was, with what speaks for and against it.
func toponymLines(c *trace.Candidate) []string {
	var out []string
	for _, s := range c.Settings {
		if s.Slot == "toponym" {
			out = append(out, fmt.Sprintf("  its sentence names %s too: with probability %.2f it was there", s.Names[0], s.Probability))
			out = append(out, proAndCon(frame.Weighed(s.Slot, s.Evidence))...)
		}
	}
	return out
}

// mostEvidence is how much of the evidence for and against is shown.
const mostEvidence = 6

// evidenceLines returns how likely a candidate is an event, and what speaks for
// and against it, the heaviest first.
func evidenceLines(c *trace.Candidate) []string {
	if len(c.Evidence) == 0 {
		return nil
	}
	return append([]string{fmt.Sprintf("  an event with probability %.2f", c.Probability)}, proAndCon(event.Weighed(c.Evidence))...)
}

// proAndCon returns a line of what speaks for something and one of what speaks
// against it.
func proAndCon(evidence []weigh.Weighed) []string {
	var pro, con, out []string
	for _, w := range evidence {
		switch {
		case w.Share > 0 && len(pro) < mostEvidence:
			pro = append(pro, w.Name)
		case w.Share < 0 && len(con) < mostEvidence:
			con = append(con, w.Name)
		}
	}
	if len(pro) > 0 {
		out = append(out, "    for: "+strings.Join(pro, "; "))
	}
	if len(con) > 0 {
		out = append(out, "    against: "+strings.Join(con, "; "))
	}
	return out
}

// mentionLine returns the line of a mention and what it resolved to.
func mentionLine(m *record.MentionRecord) string {
	f := []string{m.Kind + "  " + m.Text}
	add := func(parts ...string) {
		if s := strings.Join(strings.Fields(strings.Join(parts, " ")), " "); s != "" {
			f = append(f, s)
		}
	}
	switch m.Kind {
	case record.MentionPlace:
		add(m.Name, m.ID, m.Country, m.Class)
		if m.Use != "place" {
			add(m.Use)
		}
		add(m.Relation)
		add(m.Reason)
	case record.MentionActor:
		add(m.Name, m.ID, m.Country, m.Class)
		if m.Antecedent != nil && m.Antecedent.Text != m.Name {
			add("from", m.Antecedent.Text)
		}
	case record.MentionWeapon:
		add(m.Name, m.Class)
	case record.MentionCasualty:
		add(m.Class, number(m.Min), "to", number(m.Max), m.Toll)
		if m.Victims != nil {
			add("of", m.Victims.Text)
		}
	case record.MentionDate:
		if m.From == "" {
			add("unresolved")
		} else {
			add(m.From, "to", m.To, m.Precision)
		}
	case record.MentionAttribution:
		if s := m.Source; s != nil {
			add("by", s.Text, s.ID, s.Kind)
		}
		if m.Content != nil {
			add("of", short(m.Content.Text))
		}
	}
	return strings.Join(f, " · ")
}

// alternatives returns the first of what a place name did not resolve to.
func alternatives(all []record.Alternative) []string {
	const enough = 2
	var out []string
	for i, o := range all {
		if i == enough {
			return append(out, fmt.Sprintf("  not %d others", len(all)-enough))
		}
		out = append(out, "  not "+strings.Join(strings.Fields(o.Name+" "+o.ID+" "+o.Country), " ")+": "+o.Reason)
	}
	return out
}

func number(n *int) string {
	if n == nil {
		return "open"
	}
	return fmt.Sprint(*n)
}

// short returns the beginning and the end of a text.
func short(s string) string {
	const words = 4
	f := strings.Fields(s)
	if len(f) <= 2*words+1 {
		return strings.Join(f, " ")
	}
	return strings.Join(f[:words], " ") + " … " + strings.Join(f[len(f)-words:], " ")
}
