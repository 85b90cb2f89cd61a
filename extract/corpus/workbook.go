package corpus

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbook reads the sheets of a workbook as tables: a header and one article a
// row.
func (r *reader) workbook(at place, data []byte) bool {
	limit := r.options.Limits.Article * largestDocument
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit})
	if err != nil {
		return r.fail(at.path, 0, fmt.Errorf("a broken workbook: %w", err))
	}
	defer f.Close()
	sheets := f.GetSheetList()
	found := false
	var none error
	for _, sheet := range sheets {
		within := at
		if len(sheets) > 1 {
			within.path, within.id = at.path+"!/"+sheet, at.id+"!/"+sheet
		}
		articles, more, err := r.sheet(within, f, sheet)
		if !more {
			return false
		}
		if err != nil {
			none = err
		}
		found = found || articles
	}
	switch {
	case found:
		return true
	case none != nil:
		return r.fail(at.path, 0, none)
	}
	return r.fail(at.path, 0, errEmpty)
}

// sheet reads one sheet. It returns false for more where nobody wants more, and
// an error where the sheet has a header without a column of text: a workbook may
// hold one such beside its articles.
func (r *reader) sheet(at place, f *excelize.File, name string) (found, more bool, err error) {
	rows, err := f.Rows(name)
	if err != nil {
		return false, true, err
	}
	defer rows.Close()
	var header []string
	var incidents incidentColumns
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return found, r.fail(at.path, n, err), nil
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		if header == nil {
			header = cells
			if incidents = r.incidents(header); incidents == nil && !r.hasText(header) {
				return false, true, noTextColumn(header)
			}
			continue
		}
		found = true
		if incidents != nil {
			if i, ok := incidents["date"]; ok && i < len(cells) {
				cells[i] = serialDay(cells[i])
			}
			if !r.incident(at, n, incidents, cells) {
				return found, false, nil
			}
			continue
		}
		if !r.record(at, n, r.row(header, cells)) {
			return found, false, nil
		}
	}
	return found, true, nil
}

// row returns a row's cells by the names of their columns.
func (r *reader) row(header, cells []string) map[string]any {
	o := make(map[string]any, len(cells))
	for i, c := range cells {
		if i < len(header) && c != "" {
			o[header[i]] = c
		}
	}
	normals := make(map[string]string, len(header))
	for _, h := range header {
		normals[normal(h)] = h
	}
	if name, v := r.names.field("published", o, normals); v != nil {
		if s, ok := v.(string); ok {
			o[name] = serialDay(s)
		}
	}
	return o
}

// serialDay turns the number of a day, as workbooks count them, into that day.
func serialDay(s string) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 10000 || n > 100000 {
		return s
	}
	t, err := excelize.ExcelDateToTime(n, false)
	if err != nil {
		return s
	}
	return t.Format(time.DateOnly)
}
