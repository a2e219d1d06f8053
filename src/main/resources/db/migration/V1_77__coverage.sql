-- what looking at a portal cost, hour by hour
CREATE TABLE spending (
    portal_id     bigint NOT NULL REFERENCES portal (id),
    slot          timestamp(3) with time zone NOT NULL,
    requests      bigint NOT NULL,
    bytes         bigint NOT NULL,
    PRIMARY KEY (portal_id, slot)
);

-- the part of the site a page belongs to: parts share what may be spent
ALTER TABLE frontier ADD COLUMN section varchar(100) DEFAULT '' NOT NULL;
