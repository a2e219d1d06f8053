-- the secret is encrypted with the installation's key; it counts once it was confirmed with a code
CREATE TABLE factor (
    person_id     bigint PRIMARY KEY REFERENCES person (id),
    secret        varchar(200) NOT NULL,
    confirmed_at  timestamp(3) with time zone,
    last_step     bigint NOT NULL
);
CREATE TABLE recovery_code (
    code_hash  varchar(64) PRIMARY KEY,
    person_id  bigint NOT NULL REFERENCES person (id)
);
CREATE INDEX recovery_code_person ON recovery_code (person_id);
-- a session whose person still owes the second factor may do nothing else
ALTER TABLE session ADD COLUMN factor_given boolean DEFAULT FALSE NOT NULL;
