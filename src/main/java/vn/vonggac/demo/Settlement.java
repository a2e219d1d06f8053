package vn.vonggac.demo;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompanyDraft;
import vn.vonggac.portal.Imported;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Scope;
import vn.vonggac.portal.Tables;

/** Enters the province as an operator would: hosting companies, then agencies and portals as tables. */
@Singleton
final class Settlement {

    private static final String WHO = "demo";

    private final HostingCompanies hostings;
    private final Tables tables;
    private final Portals portals;

    Settlement(HostingCompanies hostings, Tables tables, Portals portals) {
        this.hostings = hostings;
        this.tables = tables;
        this.portals = portals;
    }

    /** The portals there are, on a server at this port. */
    List<Site> found(int port, List<Make> makes) {
        Material.maps(Material.map("province.yml"), "hostings")
                .forEach(row -> saved(hostings.add(Scope.EVERYTHING,
                        new HostingCompanyDraft(Material.word(row, "name"), Material.word(row, "contact"),
                                Material.word(row, "email"), Material.word(row, "phone")),
                        WHO)));
        taken(tables.importAgencies(Scope.EVERYTHING, table("agencies.csv", port), false, WHO));
        taken(tables.importPortals(Scope.EVERYTHING, table("portals.csv", port), false, WHO));
        return portals.all(Scope.EVERYTHING).stream().map(portal -> Site.of(portal, makes)).toList();
    }

    private static byte[] table(String name, int port) {
        return Material.text(name).replace("{port}", Integer.toString(port)).getBytes(StandardCharsets.UTF_8);
    }

    private static void taken(Imported imported) {
        if (imported instanceof Imported.Refused refused) {
            throw new IllegalStateException("The province's own table is refused: " + refused.problems());
        }
    }

    private static void saved(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Saved<?>)) {
            throw new IllegalStateException("The province is refused: " + outcome);
        }
    }
}
