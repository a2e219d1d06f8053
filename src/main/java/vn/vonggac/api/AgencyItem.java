package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.AgencyDraft;

/**
 * A state unit.
 *
 * @param code which it is known by, unique
 * @param parent the code of the unit it belongs to
 * @param successor the code of the unit that took over from it
 * @param validFrom its first day, such as 2026-04-30
 * @param validTo its last day
 */
@Serdeable
@Schema(name = "Agency")
record AgencyItem(@Schema(accessMode = Schema.AccessMode.READ_ONLY) long id, String code, String name,
        @LeftOut String parent, @LeftOut String successor, @LeftOut String validFrom, @LeftOut String validTo,
        @LeftOut String address, @LeftOut String contact,
        @LeftOut String email, @LeftOut String phone, @LeftOut String dutyPhone) {

    static AgencyItem of(Agency agency, AgencyDraft draft) {
        return new AgencyItem(agency.id(), draft.code(), draft.name(), draft.parent(), draft.successor(),
                draft.validFrom(), draft.validTo(), draft.address(), draft.contact(), draft.email(),
                draft.phone(), draft.dutyPhone());
    }
}
