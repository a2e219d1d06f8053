-- when the next of an incident's running clocks runs out; worked out at every start for those that are not closed
ALTER TABLE incident ADD COLUMN due_at timestamp(3) with time zone;
