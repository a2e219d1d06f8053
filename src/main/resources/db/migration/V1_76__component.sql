-- hosts beside a portal, under the same registrable domain, that its pages link to
CREATE TABLE component (
    portal_id     bigint NOT NULL REFERENCES portal (id),
    host          varchar(300) NOT NULL,
    home          varchar(700) NOT NULL,
    found_at      timestamp(3) with time zone NOT NULL,
    PRIMARY KEY (portal_id, host)
);
