CREATE TABLE incidents (
	id TEXT PRIMARY KEY, event_type TEXT, sub_event_type TEXT, event_date TEXT, date_from TEXT, date_to TEXT,
	modality TEXT, status TEXT, scope TEXT, place TEXT, place_id TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL, geo_precision INTEGER,
	killed_lowest INTEGER, killed_highest INTEGER, killed_latest INTEGER, killed_best INTEGER, killed_rule TEXT, fatalities INTEGER,
	articles INTEGER, tellers INTEGER, confirmed_by TEXT, denied_by TEXT, first_report TEXT, last_report TEXT, confidence REAL,
	incident TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX incidents_date ON incidents(date_from);
CREATE TABLE tellings (
	incident_id TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE, position INTEGER NOT NULL,
	event_id TEXT, article_id TEXT, published TEXT, publisher TEXT, title TEXT, copy_of TEXT, action TEXT, modality TEXT, status TEXT,
	killed_min INTEGER, killed_max INTEGER, fatalities INTEGER, source TEXT, source_id TEXT, source_kind TEXT, evidence TEXT,
	PRIMARY KEY (incident_id, position)
) WITHOUT ROWID;
CREATE INDEX tellings_event ON tellings(event_id);
