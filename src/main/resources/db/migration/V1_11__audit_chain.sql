-- a seal covers its line and the seal before; a line from before there were seals has none
ALTER TABLE audit_entry ADD COLUMN seal varchar(64) DEFAULT '' NOT NULL;
-- how many lines are sealed, and the seal of the last
CREATE TABLE audit_head (
    id     integer PRIMARY KEY,
    lines  bigint NOT NULL,
    seal   varchar(64) NOT NULL
);
