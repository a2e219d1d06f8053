package vn.vonggac.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import vn.vonggac.portal.HostingCompany;

/** A company that hosts portals, and whom to call there. */
@Serdeable
@Schema(name = "HostingCompany")
record HostingCompanyItem(@Schema(accessMode = Schema.AccessMode.READ_ONLY) long id, String name,
        @LeftOut String contact, @LeftOut String email, @LeftOut String phone) {

    static HostingCompanyItem of(HostingCompany company) {
        return new HostingCompanyItem(company.id(), company.name(), company.contact(), company.email(),
                company.phone());
    }
}
