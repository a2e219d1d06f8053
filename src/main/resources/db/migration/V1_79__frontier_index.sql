-- the index follows the order of changes of the copies
ALTER TABLE frontier DROP COLUMN indexed_hash;
