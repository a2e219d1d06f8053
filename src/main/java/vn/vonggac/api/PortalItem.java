package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.PortalDraft;

/**
 * A watched site.
 *
 * @param agency the code of the agency it belongs to
 * @param parent the home of the portal it is a component of
 * @param hosting the name of the company that hosts it
 * @param hosts further hosts it reaches over
 * @param prefixes further places it reaches over
 * @param exclusions places it does not reach over
 * @param trustedHosts hosts it may link to without anybody asking
 * @param level of the information system, 1 to 5
 * @param trustLabel unknown, none, applied, granted or revoked
 * @param rhythm how often it is looked at: 30m, 1h, 2d
 * @param probing authorised where its owner allowed harmless questions of our own making, else not-authorised
 */
@Serdeable
@Schema(name = "Portal")
record PortalItem(@Schema(accessMode = Schema.AccessMode.READ_ONLY) long id, String name, String home,
        String agency, @LeftOut String parent, @LeftOut String hosting, @LeftOut List<String> hosts,
        @LeftOut List<String> prefixes,
        @LeftOut List<String> exclusions, @LeftOut List<String> trustedHosts, @LeftOut List<String> tags,
        @LeftOut String level,
        @LeftOut String trustLabel, @LeftOut String rhythm, @LeftOut String probing,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) String pausedReason,
        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable Instant pausedUntil) {

    PortalItem {
        hosts = List.copyOf(hosts);
        prefixes = List.copyOf(prefixes);
        exclusions = List.copyOf(exclusions);
        trustedHosts = List.copyOf(trustedHosts);
        tags = List.copyOf(tags);
    }

    static PortalItem of(Portal portal, PortalDraft draft) {
        return new PortalItem(portal.id(), draft.name(), draft.home(), draft.agency(), draft.parent(),
                draft.hosting(), portal.hosts(), portal.prefixes(), portal.exclusions(),
                portal.trustedHosts(), portal.tags(), draft.level(), draft.trustLabel(), draft.rhythm(),
                draft.probing(),
                portal.pausedReason(), portal.pausedUntil());
    }
}
