-- whom an administrator linked to a name at the provider: an address or a subject. The subject that first came with
-- the address is kept, so that whoever is given the address later is somebody else
CREATE TABLE linked_identity (
    person_id  bigint PRIMARY KEY REFERENCES person (id),
    identity   varchar(320) NOT NULL UNIQUE,
    subject    varchar(255) UNIQUE
);
