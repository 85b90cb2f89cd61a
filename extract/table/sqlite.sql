CREATE TABLE IF NOT EXISTS articles (
	id TEXT PRIMARY KEY, title TEXT, published TEXT, publisher TEXT, dateline TEXT, url TEXT, fingerprint TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events (
	id TEXT NOT NULL, article_id TEXT NOT NULL REFERENCES articles(id) ON DELETE CASCADE, position INTEGER NOT NULL,
	incident_id TEXT, event_type TEXT, sub_event_type TEXT, action TEXT, trigger TEXT,
	event_date TEXT, date_from TEXT, date_to TEXT, time_precision INTEGER,
	modality TEXT, status TEXT, scope TEXT, confidence REAL, cameo TEXT, plover TEXT, plover_mode TEXT, rule TEXT,
	fatalities INTEGER, incident_fatalities INTEGER,
	sentence INTEGER, start INTEGER, "end" INTEGER, evidence TEXT, record TEXT NOT NULL,
	PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS events_id ON events(id);
CREATE INDEX IF NOT EXISTS events_incident ON events(incident_id);
CREATE INDEX IF NOT EXISTS events_type ON events(sub_event_type, date_from);
CREATE INDEX IF NOT EXISTS events_date ON events(date_from);
CREATE TABLE IF NOT EXISTS parties (
	article_id TEXT NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL,
	text TEXT, name TEXT, party_id TEXT, kind TEXT, country TEXT, cue TEXT, start INTEGER, "end" INTEGER,
	PRIMARY KEY (article_id, event, role, position),
	FOREIGN KEY (article_id, event) REFERENCES events(article_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parties_id ON parties(party_id, role);
CREATE TABLE IF NOT EXISTS places (
	article_id TEXT NOT NULL, event INTEGER NOT NULL, position INTEGER NOT NULL,
	text TEXT, name TEXT, place_id TEXT, kind TEXT, country TEXT, admin1 TEXT, admin2 TEXT, admin2_id TEXT, latitude REAL, longitude REAL,
	relation TEXT, geo_precision INTEGER, start INTEGER, "end" INTEGER,
	PRIMARY KEY (article_id, event, position),
	FOREIGN KEY (article_id, event) REFERENCES events(article_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS places_country ON places(country);
CREATE INDEX IF NOT EXISTS places_id ON places(place_id);
CREATE TABLE IF NOT EXISTS casualties (
	article_id TEXT NOT NULL, event INTEGER NOT NULL, position INTEGER NOT NULL,
	kind TEXT, text TEXT, min INTEGER, max INTEGER, combined INTEGER, toll TEXT,
	victims TEXT, victims_name TEXT, victims_id TEXT, victims_kind TEXT, start INTEGER, "end" INTEGER,
	PRIMARY KEY (article_id, event, position),
	FOREIGN KEY (article_id, event) REFERENCES events(article_id, position) ON DELETE CASCADE
) WITHOUT ROWID;
