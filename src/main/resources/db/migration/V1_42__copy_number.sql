-- the order in which runs changed, for the index: given at the end of a transaction, one transaction after another
CREATE TABLE page_copy_number (
    id            integer PRIMARY KEY,
    number        bigint NOT NULL,
    -- everything that was seen since then is still kept
    reach         timestamp(3) with time zone
);
ALTER TABLE page_copy ADD COLUMN number bigint DEFAULT 0 NOT NULL;
ALTER TABLE page_copy ADD COLUMN verdict varchar(20) DEFAULT '' NOT NULL;
ALTER TABLE page_copy ADD COLUMN added varchar(20000) DEFAULT '' NOT NULL;
UPDATE page_copy SET number = id, verdict = CASE WHEN flagged THEN 'suspicious' ELSE 'clean' END;
INSERT INTO page_copy_number (id, number) SELECT 1, coalesce(max(id), 0) FROM page_copy;
CREATE INDEX page_copy_by_number ON page_copy (number);

-- what retention let go, until the index has let go of it too
CREATE TABLE page_copy_gone (
    number        bigint PRIMARY KEY,
    portal_id     bigint NOT NULL,
    url           varchar(4000) NOT NULL,
    url_hash      varchar(64) NOT NULL,
    canonical     bigint NOT NULL
);
