package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import vn.vonggac.portal.WatchWindowDraft;

/**
 * A period with a denser rhythm and people on duty.
 *
 * @param from its first minute by Vietnam's clocks, such as 2026-04-29T00:00
 * @param to the minute it is over
 * @param agency the code of the agency, with those below it, whose portals it is for
 * @param tag or the tag of the portals it is for; neither means all
 * @param factor how many times as often as usual
 * @param roster who is on duty, one line a person
 */
@Serdeable
@Schema(name = "WatchWindow")
record WatchWindowItem(@Schema(accessMode = Schema.AccessMode.READ_ONLY) long id, String name, String from,
        String to, @LeftOut String agency, @LeftOut String tag, String factor, @LeftOut String roster) {

    /** Ready to be added, with the number 0. */
    static WatchWindowItem of(long id, WatchWindowDraft draft) {
        return new WatchWindowItem(id, draft.name(), draft.from(), draft.to(), draft.agency(), draft.tag(),
                draft.factor(), draft.roster());
    }
}
