CREATE TABLE accounts ( id INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (digest) )
CREATE TABLE claims ( account INTEGER NOT NULL, place INTEGER NOT NULL, speaker TEXT NOT NULL, speaker_words TEXT NOT NULL, stance TEXT NOT NULL, status TEXT NOT NULL, quoted BOOLEAN NOT NULL, passage INTEGER NOT NULL, evidence INTEGER, PRIMARY KEY (account, place), FOREIGN KEY(account) REFERENCES accounts (id) ON DELETE CASCADE, FOREIGN KEY(passage) REFERENCES passages (id) ) WITHOUT ROWID
CREATE INDEX claims_by_evidence ON claims (account, evidence)
CREATE INDEX claims_by_passage ON claims (passage)
CREATE TABLE deliveries ( id INTEGER NOT NULL, job TEXT NOT NULL, edition INTEGER NOT NULL, quiet TEXT NOT NULL, channel TEXT NOT NULL, recipient TEXT NOT NULL, "key" TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, next_try TEXT, last_error TEXT, ended TEXT, PRIMARY KEY (id), UNIQUE (job, edition, quiet, channel, recipient) )
CREATE INDEX deliveries_open ON deliveries (job, state)
CREATE TABLE editions ( id INTEGER NOT NULL, job TEXT NOT NULL, number INTEGER NOT NULL, made TEXT NOT NULL, as_of TEXT NOT NULL, title TEXT NOT NULL, title_passage INTEGER, marking TEXT, fingerprint TEXT NOT NULL, folder TEXT NOT NULL, counts TEXT NOT NULL, audiences TEXT NOT NULL, run INTEGER NOT NULL, pruned TEXT, PRIMARY KEY (id), UNIQUE (job, number), FOREIGN KEY(title_passage) REFERENCES passages (id) )
CREATE INDEX editions_by_passage ON editions (title_passage)
CREATE TABLE figures ( account INTEGER NOT NULL, place INTEGER NOT NULL, value FLOAT NOT NULL, high FLOAT, bound TEXT NOT NULL, unit TEXT, per TEXT, money TEXT, status TEXT NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (account, place), FOREIGN KEY(account) REFERENCES accounts (id) ON DELETE CASCADE, FOREIGN KEY(passage) REFERENCES passages (id) ) WITHOUT ROWID
CREATE INDEX figures_by_passage ON figures (passage)
CREATE TABLE files ( edition INTEGER NOT NULL, name TEXT NOT NULL, place INTEGER NOT NULL, media_type TEXT NOT NULL, audience TEXT, marking TEXT, sha256 TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (edition, name), FOREIGN KEY(edition) REFERENCES editions (id) ON DELETE CASCADE )
CREATE TABLE inputs ( job TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, known TEXT NOT NULL, first_seen TEXT NOT NULL, told INTEGER, place TEXT, marking TEXT, problems TEXT, PRIMARY KEY (job, name) )
CREATE TABLE models ( edition INTEGER NOT NULL, ceiling TEXT NOT NULL, sha256 TEXT NOT NULL, packed BLOB NOT NULL, compact BOOLEAN DEFAULT 0 NOT NULL, PRIMARY KEY (edition, ceiling), FOREIGN KEY(edition) REFERENCES editions (id) ON DELETE CASCADE )
CREATE TABLE passages ( id INTEGER NOT NULL, digest TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (digest) )
CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN INSERT INTO search(rowid, words) VALUES (new.id, new.words); END
CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN INSERT INTO search(search, rowid, words) VALUES ('delete', old.id, old.words); END
CREATE TABLE readings ( "key" TEXT NOT NULL, sha256 TEXT NOT NULL, used INTEGER NOT NULL, packed BLOB NOT NULL, PRIMARY KEY ("key") )
CREATE INDEX readings_by_use ON readings (used)
CREATE TABLE runs ( id INTEGER NOT NULL, job TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, reason TEXT, edition INTEGER, slot TEXT, problems TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, PRIMARY KEY (id) )
CREATE INDEX runs_of_job ON runs (job, id)
CREATE VIRTUAL TABLE search USING fts5(words, content='passages', content_rowid='id', tokenize='ascii')
CREATE TABLE sources ( edition INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT, url TEXT, marking TEXT, account INTEGER NOT NULL, first_span INTEGER, first_claim INTEGER, first_figure INTEGER, PRIMARY KEY (edition, number), FOREIGN KEY(edition) REFERENCES editions (id) ON DELETE CASCADE, FOREIGN KEY(account) REFERENCES accounts (id) )
CREATE INDEX sources_by_account ON sources (account, edition)
CREATE INDEX sources_by_bytes ON sources (sha256)
CREATE TABLE spans ( account INTEGER NOT NULL, place INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, passage INTEGER NOT NULL, PRIMARY KEY (account, place), FOREIGN KEY(account) REFERENCES accounts (id) ON DELETE CASCADE, FOREIGN KEY(passage) REFERENCES passages (id) ) WITHOUT ROWID
CREATE INDEX spans_by_passage ON spans (passage)
CREATE TABLE steps ( name TEXT NOT NULL, generator TEXT NOT NULL, PRIMARY KEY (name) )
