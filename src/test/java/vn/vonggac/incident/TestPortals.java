package vn.vonggac.incident;

import vn.vonggac.cli.TestInstallation;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.AgencyDraft;
import vn.vonggac.portal.PortalDraft;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;

/** Two agencies with a portal each, numbers 1 and 2. */
final class TestPortals {

    private TestPortals() {}

    static void add(TestInstallation installation) {
        for (String code : new String[]{"S1", "S2"}) {
            installation.bean(Agencies.class).add(Scope.EVERYTHING,
                    new AgencyDraft(code, "Sở " + code, "", "", "", "", "", "", "", "", ""), "test");
            installation.bean(Portals.class).add(Scope.EVERYTHING, new PortalDraft("Cổng " + code,
                    "https://" + code + ".example/", code, "", "", "", "", "", "", "", "", "", "5m", ""),
                    "test");
        }
    }
}
