package corpus

import "testing"

func TestIncidentSentence(t *testing.T) {
	for _, c := range []struct {
		header, row []string
		want        string
	}{
		{[]string{"Date", "Location", "Incident", "Killed", "Injured"}, []string{"10 March 2023", "Gao", "Gunmen attacked a village.", "4", "2"},
			"Gunmen attacked a village in Gao on 10 March 2023, killing 4 people and wounding 2 people."},
		{[]string{"date", "place", "what", "killed"}, []string{"2023-03-11", "Gao", "Soldiers clashed with bandits near Gao", "0"},
			"Soldiers clashed with bandits near Gao on 11 March 2023."},
		{[]string{"When", "Village", "Province", "Fatalities", "Source"}, []string{"11 March 2023", "Kalsaka", "Nord", "1", "Radio Harbour"},
			"1 person was killed in Kalsaka, Nord, on 11 March 2023, Radio Harbour said."},
		{[]string{"Date", "City", "Perpetrator", "Target", "Dead"}, []string{"11 March 2023", "Taiz", "Rebels", "a checkpoint", "3"},
			"Rebels attacked a checkpoint in Taiz on 11 March 2023, killing 3 people."},
		{[]string{"Date", "Location", "Killed"}, []string{"Total", "", "5"}, ""},
		{[]string{"Governorate", "Killed", "Injured"}, nil, "none"},
		{[]string{"Date", "Title", "Author"}, nil, "none"},
	} {
		columns := columnsOf(c.header)
		if columns == nil {
			if c.want != "none" {
				t.Errorf("%q is no table of incidents", c.header)
			}
			continue
		}
		if got := columns.sentence(c.row); got != c.want {
			t.Errorf("%q: %q, want %q", c.row, got, c.want)
		}
	}
}

func TestTablesOfIncidents(t *testing.T) {
	want := "Gunmen attacked a village in Gao on 10 March 2023, killing 4 people."
	docs, errs := one(t, "a.csv", "Date,Location,Incident,Killed\n2023-03-10,Gao,Gunmen attacked a village,4\n", Options{})
	if len(docs) != 1 || docs[0].Text != want {
		t.Errorf("%v, %v", docs, errs)
	}
	docs, errs = one(t, "a.html", "<html><head><title>Log</title></head><body><h1>Log</h1><table><tr><th>Date<th>Location<th>Incident<th>Killed</tr><tr><td>10 March 2023<td>Gao<td>Gunmen attacked a village<td>4</tr></table></body></html>", Options{})
	if len(docs) != 1 || docs[0].Text != want {
		t.Errorf("%q, %v", docs, errs)
	}
	docs, errs = one(t, "a.md", "# Log\n\n| Date | Location | Incident | Killed |\n|---|---|---|---|\n| 10 March 2023 | Gao | Gunmen attacked a village | 4 |\n", Options{})
	if len(docs) != 1 || docs[0].Text != want {
		t.Errorf("%q, %v", docs, errs)
	}
	docs, errs = one(t, "a.txt", "Weekly log\n\nDate | Location | Incident | Killed\n10 March 2023 | Gao | Gunmen attacked a village | 4\n\nA | B | C\n", Options{})
	if len(docs) != 1 || docs[0].Text != "Weekly log\n\n\n"+want+"\n\n\nA | B | C\n" {
		t.Errorf("%q, %v", docs, errs)
	}
	docs, errs = one(t, "a.docx", zipOf("word/document.xml", "<w:tbl><w:tr><w:tc><w:p><w:t>Date</w:t></w:p></w:tc><w:tc><w:p><w:t>Location</w:t></w:p></w:tc><w:tc><w:p><w:t>Incident</w:t></w:p></w:tc><w:tc><w:p><w:t>Killed</w:t></w:p></w:tc></w:tr>"+
		"<w:tr><w:tc><w:p><w:t>10 March 2023</w:t></w:p></w:tc><w:tc><w:p><w:t>Gao</w:t></w:p></w:tc><w:tc><w:p><w:t>Gunmen attacked a village</w:t></w:p></w:tc><w:tc><w:p><w:t>4</w:t></w:p></w:tc></w:tr></w:tbl>"), Options{})
	if len(docs) != 1 || docs[0].Text != want {
		t.Errorf("%q, %v", docs, errs)
	}
}
