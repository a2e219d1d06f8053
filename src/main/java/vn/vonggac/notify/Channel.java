package vn.vonggac.notify;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vonggac.detect.Messages;
import vn.vonggac.detect.Severity;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Portal;

/**
 * A way by which somebody is told of incidents.
 *
 * @param agencyId of whose portals, with those of agencies below; none: of all
 * @param least the least severity it is told of
 * @param target what may be shown of where it leads
 * @param manner how of several ways: the transport security, the method, the product, the protocol
 * @param sealed address, headers and password, encrypted
 * @param afterMinutes only told when nobody has taken the incident for so long; 0: at once
 * @param againMinutes told again and again until somebody takes it; 0: once
 * @param roster who is on duty when, a line each
 */
@MappedEntity("notify_channel")
public record Channel(@Id @GeneratedValue long id, String name, ChannelKind kind, boolean enabled,
        @Nullable Long agencyId, Severity least, String language, String target, String manner,
        String account, String sender, String recipients, String body, String sealed, int afterMinutes,
        int againMinutes, String quietFrom, String quietTo, String roster, Instant createdAt) {

    /** The places that the text of a gateway may have. */
    public static final String PLACES = Filled.named();

    Channel with(long as, String secrets) {
        return new Channel(as, name, kind, enabled, agencyId, least, language, target, manner, account,
                sender, recipients, body, secrets, afterMinutes, againMinutes, quietFrom, quietTo, roster,
                createdAt);
    }

    Channel enabled(boolean now) {
        return new Channel(id, name, kind, now, agencyId, least, language, target, manner, account, sender,
                recipients, body, sealed, afterMinutes, againMinutes, quietFrom, quietTo, roster, createdAt);
    }

    /** Whether it is told of this portal. */
    boolean isFor(Portal portal, Agencies agencies) {
        return agencyId == null
                || agencies.withThoseBelow(List.of(agencyId)).contains(portal.agencyId());
    }

    Messages messages() {
        return language.equals("en") ? Messages.ENGLISH : Messages.VIETNAMESE;
    }

    Optional<QuietHours> quiet() {
        return QuietHours.read(quietFrom, quietTo);
    }

    Roster duty() {
        return Roster.read(roster);
    }

    /** Who is told at a moment: those who always are, and those on duty. */
    List<String> told(Instant at) {
        return Stream.concat(recipients.lines(), duty().on(at).stream()).distinct().toList();
    }

    @Override
    public String toString() {
        return "Channel[" + id + " " + name + "]";
    }
}
