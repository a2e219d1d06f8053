-- what each signature in force found in everything that was read before it came into force
CREATE TABLE signature_hunt (
    signature     varchar(200) PRIMARY KEY,
    query_hash    varchar(64) NOT NULL,
    hunted_at     timestamp(3) with time zone NOT NULL,
    portals       integer NOT NULL,
    pages         integer NOT NULL,
    still_there   integer NOT NULL,
    first_seen    timestamp(3) with time zone,
    complaint     varchar(500) NOT NULL
);
