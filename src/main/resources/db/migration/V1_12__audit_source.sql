-- where what was done came from: an address, and the token where it was one; empty for the service itself
ALTER TABLE audit_entry ADD COLUMN source varchar(300) DEFAULT '' NOT NULL;
