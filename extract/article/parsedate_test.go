package article

import "testing"

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2016-12-12":                    "2016-12-12",
		"2016-12-12T18:40:00Z":          "2016-12-12",
		"2016-12-12T18:40:00.123+03:00": "2016-12-12",
		"2016-12-12 18:40 ET":           "2016-12-12",
		"2011-08-05 00:26:05.176582-05": "2011-08-05",
		"20161212":                      "2016-12-12",
		"2016/12/12":                    "2016-12-12",
		"11/28/2016":                    "2016-11-28",
		"28.11.2016":                    "2016-11-28",
		"5-Mar-2019":                    "2019-03-05",
		"December 12, 2016 / 6:40 PM / 7 months ago": "2016-12-12",
		"Published: 3 May 2019":                      "2019-05-03",
		"Tue 5 Mar 2019 10.12 GMT":                   "2019-03-05",
		"Tue, 05 Mar 2019 10:12:00 +0000":            "2019-03-05",
		"Wed Nov 23, 2016 | 3:01pm EST":              "2016-11-23",
		"9:43 PM, Dec 11, 2016":                      "2016-12-11",
		"DEC. 14, 2016, 2:54 AM EST":                 "2016-12-14",
		"12th December 2016":                         "2016-12-12",
		"2016 Oct 10":                                "2016-10-10",
		"June 27, 2016 15:41:4":                      "2016-06-27",
		"Last updated 4 May 2019 at 18:30 GMT+3":     "2019-05-04",
		"3 May 2019 | Updated: 4 May 2019":           "2019-05-03",
		"03/04/2016":                                 "",
		"12 Dec 16":                                  "",
		"December 2016":                              "",
		"Monday":                                     "",
		"12 December":                                "",
		"2016-02-30":                                 "",
		"31 February 2016":                           "",
		"12 people on 3 May 2019":                    "",
		"":                                           "",
	} {
		got, err := ParseDate(text)
		if want == "" {
			if err == nil {
				t.Errorf("%q: got %s, want an error", text, got)
			}
		} else if err != nil || got.Format("2006-01-02") != want {
			t.Errorf("%q: got %s, %v, want %s", text, got, err, want)
		}
	}
}
