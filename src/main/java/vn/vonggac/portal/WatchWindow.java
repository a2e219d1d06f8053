package vn.vonggac.portal;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A period with a denser rhythm and people on duty: for all portals, for those of one agency and the agencies
 * below it, or for those with one tag.
 *
 * @param factor how many times as often as usual
 * @param roster who is on duty, one line a person
 */
@MappedEntity("watch_window")
public record WatchWindow(@Id @GeneratedValue long id, String name, Instant startsAt, Instant endsAt,
        @Nullable Long agencyId, String tag, BigDecimal factor, String roster) {

    public boolean isRunning(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(endsAt);
    }
}
