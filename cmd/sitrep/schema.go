package main

import (
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"sitrep/extract/table"
)

func newSchema(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of a record and the columns of the tables",
		Example: "  sitrep schema > schema.json",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			return outputError(writeJSON(s, table.Schema()))
		},
	}
}

// writeJSON writes v as people read it: two spaces a level.
func writeJSON(s *streams, v any) error {
	line, err := table.Encode(v)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, line, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = s.out.Write(b.Bytes())
	return err
}
