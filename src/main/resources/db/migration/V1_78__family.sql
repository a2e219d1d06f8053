-- pages of a portal whose addresses differ by numbers or parameters only, and what they have said between them
CREATE TABLE family (
    portal_id     bigint NOT NULL REFERENCES portal (id),
    pattern       varchar(500) NOT NULL,
    -- pages in a row that said nothing the others had not said
    barren        integer NOT NULL,
    said          bytea NOT NULL,
    PRIMARY KEY (portal_id, pattern)
);
ALTER TABLE frontier ADD COLUMN family varchar(500) DEFAULT '' NOT NULL;
CREATE INDEX frontier_family ON frontier (portal_id, family, visits);
