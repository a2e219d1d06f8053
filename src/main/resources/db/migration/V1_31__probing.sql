-- whether the portal's owner allowed harmless questions of our own making
ALTER TABLE portal ADD COLUMN probing varchar(20) DEFAULT 'NOT_AUTHORISED' NOT NULL;
