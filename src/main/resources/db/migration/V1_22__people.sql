-- no agency: the whole installation; the agencies' own table comes after this one, so there is no reference to it
ALTER TABLE person ADD COLUMN agency_id bigint;
ALTER TABLE person ADD COLUMN signed_in_at timestamp(3) with time zone;
ALTER TABLE person ADD COLUMN password_at timestamp(3) with time zone;
ALTER TABLE person ADD COLUMN reviewed_at timestamp(3) with time zone;
ALTER TABLE person DROP COLUMN failures;
ALTER TABLE person DROP COLUMN locked_until;

-- the code itself is with the person who was invited
CREATE TABLE invitation (
    person_id   bigint PRIMARY KEY REFERENCES person (id),
    code_hash   varchar(64) NOT NULL UNIQUE,
    expires_at  timestamp(3) with time zone NOT NULL
);

-- failures in a row of a name, of an address, of a second factor; known and unknown names alike
CREATE TABLE guess (
    subject       varchar(64) PRIMARY KEY,
    failures      integer NOT NULL,
    failed_at     timestamp(3) with time zone NOT NULL,
    locked_until  timestamp(3) with time zone
);
CREATE INDEX guess_failed ON guess (failed_at);
