-- contained and restored are two moments: planted content is no longer shown; the page says again what it normally says
ALTER TABLE incident ADD COLUMN restored_at timestamp(3) with time zone;
ALTER TABLE incident_page ADD COLUMN restored_at timestamp(3) with time zone;
-- until now they were one, and stopped the clock of restoration
UPDATE incident SET restored_at = (
    SELECT min(s.at) FROM incident_step s
    WHERE s.incident_id = incident.id AND s.deed = 'CONTAINED' AND s.at >= incident.t0)
WHERE status IN ('CONTAINED', 'CLOSED');
