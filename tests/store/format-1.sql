-- Saves in format 1, as lmcs-sim 06bf00c wrote them: three plays played, one begun with values brought in.
BEGIN TRANSACTION;
CREATE TABLE format (
	version INTEGER NOT NULL
);
INSERT INTO "format" VALUES(1);
CREATE TABLE play (
	id INTEGER NOT NULL, 
	learner VARCHAR NOT NULL, 
	scenario VARCHAR NOT NULL, 
	scenario_hash VARCHAR NOT NULL, 
	rulebook_hash VARCHAR NOT NULL, 
	seed INTEGER NOT NULL, 
	carried VARCHAR NOT NULL, 
	ending VARCHAR, 
	started VARCHAR NOT NULL, 
	updated VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "play" VALUES(1,'Ann','small-visit','155b22ebb0feebf7','3b7368476ac6b8b2',7,'{}','observer','2026-11-22T04:45:13.393848+00:00','2026-11-22T04:45:13.406151+00:00');
INSERT INTO "play" VALUES(2,'Zoë O’Neil','small-visit','155b22ebb0feebf7','3b7368476ac6b8b2',-3,'{}','observer','2026-11-22T04:45:14.028369+00:00','2026-11-22T04:45:14.041312+00:00');
INSERT INTO "play" VALUES(3,'Ann','small-visit','155b22ebb0feebf7','3b7368476ac6b8b2',2,'{}',NULL,'2026-11-22T04:45:14.747362+00:00','2026-11-22T04:45:14.756793+00:00');
INSERT INTO "play" VALUES(4,'Ann','small-visit','aaaaaaaaaaaaaaaa','bbbbbbbbbbbbbbbb',11,'{"done.voted-at-board": 1, "measure.standing": 4}',NULL,'2026-11-22T04:45:15.217775+00:00','2026-11-22T04:45:15.217775+00:00');
CREATE TABLE step (
	play INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (play, number), 
	FOREIGN KEY(play) REFERENCES play (id) ON DELETE CASCADE
);
INSERT INTO "step" VALUES(1,1,'ask-how');
INSERT INTO "step" VALUES(1,2,'turn-her-away');
INSERT INTO "step" VALUES(1,3,'put-a-question');
INSERT INTO "step" VALUES(1,4,'file-them');
INSERT INTO "step" VALUES(2,1,'pass-it-on');
INSERT INTO "step" VALUES(2,2,'put-a-question');
INSERT INTO "step" VALUES(3,1,'turn-her-away');
INSERT INTO "step" VALUES(3,2,'cast-the-vote');
INSERT INTO "step" VALUES(4,1,'ask-how');
CREATE INDEX ix_play_learner ON play (learner);
COMMIT;
