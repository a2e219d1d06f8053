package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.incident.Exhibit;
import vn.vonggac.incident.Incidents;
import vn.vonggac.page.Copies;
import vn.vonggac.page.CopyRead;
import vn.vonggac.page.PageCopy;
import vn.vonggac.portal.Scope;

/** What pages of an incident said when they were last well: what a webmaster restores from. */
@Singleton
final class GoodCopies {

    private static final int MOST = 20;

    private final Incidents incidents;
    private final Copies copies;

    GoodCopies(Incidents incidents, Copies copies) {
        this.incidents = incidents;
        this.copies = copies;
    }

    /** One of each page. */
    List<GoodCopy> of(long portal, List<Exhibit> exhibits) {
        List<GoodCopy> found = new ArrayList<>();
        Set<String> pages = new HashSet<>();
        for (int i = 0; i < exhibits.size() && found.size() < MOST; i++) {
            Exhibit exhibit = exhibits.get(i);
            int number = i;
            if (!pages.contains(exhibit.page())) {
                well(portal, exhibit).ifPresent(copy -> {
                    pages.add(exhibit.page());
                    found.add(new GoodCopy(number, exhibit.page(), copy.lastSeen()));
                });
            }
        }
        return found;
    }

    /** Its bytes, as they were kept; empty where there is none, or not for this reader. */
    Optional<byte[]> bytes(Scope scope, long id, int number) {
        List<Exhibit> exhibits = incidents.exhibits(scope, id);
        return number < 0 || number >= exhibits.size()
                ? Optional.empty()
                : incidents.find(scope, id)
                        .flatMap(incident -> well(Long.parseLong(incident.portal()), exhibits.get(number)))
                        .flatMap(copy -> copies.read(copy.lastHash()) instanceof CopyRead.Whole(byte[] body)
                                ? Optional.of(body)
                                : Optional.empty());
    }

    private Optional<PageCopy> well(long portal, Exhibit exhibit) {
        return copies.lastGood(portal, exhibit.page(), exhibit.view())
                .filter(copy -> copy.firstSeen().isBefore(exhibit.at()));
    }
}
