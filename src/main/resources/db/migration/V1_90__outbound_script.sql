-- scripts that pages load from elsewhere: what they are, and since when
ALTER TABLE outbound_target ADD COLUMN script boolean DEFAULT false NOT NULL;
ALTER TABLE outbound_target ADD COLUMN content_hash varchar(64) DEFAULT '' NOT NULL;
ALTER TABLE outbound_target ADD COLUMN changed_at timestamp(3) with time zone;
