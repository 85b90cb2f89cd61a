package table

import (
	"fmt"
	"strings"

	"sitrep/extract/record"
)

// databaseVersion is the user_version of a database: it grows when a table or a
// column changes.
const databaseVersion = 4

// mirror is a table of a database that has the columns of a spreadsheet, and the
// article that a row hangs on.
type mirror struct {
	name  string
	sheet *sheet
}

// mirrors are the tables behind the view records, and of incidents.
func mirrors(o Options) ([]mirror, error) {
	var out []mirror
	for _, m := range []struct{ name, unit string }{{"record_rows", Records}, {"incidents", Incidents}} {
		s, err := newSheet(Options{UnknownFatalities: o.UnknownFatalities, Unit: m.unit})
		if err != nil {
			return nil, err
		}
		out = append(out, mirror{m.name, s})
	}
	return out, nil
}

// create returns the statements that make the table.
func (m mirror) create() string {
	var b strings.Builder
	fmt.Fprintf(&b, "CREATE TABLE IF NOT EXISTS %s (\n\tarticle TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL", m.name)
	for _, c := range m.sheet.columns {
		kind := map[string]string{"integer": "INTEGER", "number": "REAL"}[c.Type]
		if kind == "" {
			kind = "TEXT"
		}
		fmt.Fprintf(&b, ",\n\t%q %s", c.Name, kind)
	}
	b.WriteString(",\n\tPRIMARY KEY (article, position)\n) WITHOUT ROWID;\n")
	fmt.Fprintf(&b, "CREATE INDEX IF NOT EXISTS %s_date ON %s(date_from, date_to);\n", m.name, m.name)
	fmt.Fprintf(&b, "CREATE INDEX IF NOT EXISTS %s_country ON %s(country, date_from);\n", m.name, m.name)
	if m.name == "record_rows" {
		b.WriteString("CREATE VIEW IF NOT EXISTS records AS SELECT ")
		for i, c := range m.sheet.columns {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%q", c.Name)
		}
		b.WriteString(" FROM record_rows ORDER BY article, position;\n")
	}
	return b.String()
}

// width is how many values a row has.
func (m mirror) width() int { return len(m.sheet.columns) + 2 }

// mirror adds the rows of an article's records to the tables.
func (d *database) mirror(article string, records []record.Record) error {
	for _, m := range d.mirrors {
		for i, values := range m.sheet.values(m.sheet.rows(records)) {
			row := append([]any{article, i}, values...)
			for k, v := range row {
				if v == "" {
					row[k] = nil
				}
			}
			if err := d.insert(m.name, row...); err != nil {
				return err
			}
		}
	}
	return nil
}
