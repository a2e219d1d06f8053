-- when a page was last seen to lead to this one, and when it was last taken in where this one leads; what is known
-- already counts as read now
ALTER TABLE frontier ADD COLUMN linked_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE frontier ADD COLUMN links_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE frontier ALTER COLUMN linked_at DROP DEFAULT;
ALTER TABLE frontier ALTER COLUMN links_at DROP DEFAULT;
-- when a site map last made the page due
ALTER TABLE frontier ADD COLUMN listed_at timestamp(3) with time zone;
