package casualty

import (
	"strings"
	"testing"
)

// TestNextCount holds that the number of the wounded is none of the dead where no
// comma parts them.
func TestNextCount(t *testing.T) {
	for text, want := range map[string]string{
		"Nine persons killed 12 injured in mortar attack in Gao.": "killed Nine wounded 12",
		"Seven killed 37 wounded in rocket attacks near Gao.":     "killed Seven wounded 37",
		"Rebels killed 12 wounded soldiers near Gao.":             "killed 12 wounded 12",
		"Rebels killed 12 people near Gao.":                       "killed 12",
	} {
		var got []string
		for _, c := range Casualties(sentence(text)) {
			got = append(got, c.Kind+" "+c.Quantity.Text)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\n got %q, want %q", text, s, want)
		}
	}
}
