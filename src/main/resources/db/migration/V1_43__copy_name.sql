-- which copies the runs name, apart from the runs themselves: those are written at every look, these seldom, and every
-- index of a row that is written is written with it
CREATE TABLE page_copy_name (
    copy_id       bigint NOT NULL REFERENCES page_copy (id) ON DELETE CASCADE,
    hash          varchar(64) NOT NULL,
    PRIMARY KEY (copy_id, hash)
);
INSERT INTO page_copy_name (copy_id, hash)
    SELECT id, first_hash FROM page_copy WHERE first_hash <> ''
    UNION SELECT id, last_hash FROM page_copy WHERE last_hash <> ''
    UNION SELECT id, anchor FROM page_copy WHERE anchor <> '';
CREATE INDEX page_copy_name_hash ON page_copy_name (hash);
DROP INDEX page_copy_first_hash;
DROP INDEX page_copy_last_hash;
DROP INDEX page_copy_anchor;
