package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Severity;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;
import vn.vonggac.incident.IncidentFilter;
import vn.vonggac.incident.Kind;
import vn.vonggac.incident.Status;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.visit.Sight;

/** What of the queue an address asks for: every part of it is in the address, and nowhere else. */
@Singleton
final class QueueFilters {

    private final Agencies agencies;
    private final Portals portals;
    private final Views views;

    QueueFilters(Agencies agencies, Portals portals, Views views) {
        this.agencies = agencies;
        this.portals = portals;
        this.views = views;
    }

    IncidentFilter of(Desk desk) {
        Address address = desk.address();
        IncidentFilter filter = base(address.value("status"));
        filter = named(address, "severity", Severity.class).map(filter::of).orElse(filter);
        filter = named(address, "kind", Kind.class).map(filter::of).orElse(filter);
        filter = address.id("agency") > 0
                ? filter.within(agencies.withThoseBelow(Set.of(address.id("agency"))))
                : filter;
        filter = address.id("portal") > 0 ? filter.on(address.id("portal")) : filter;
        filter = seen(address.value("seen")) ? filter.seenBy(address.value("seen")) : filter;
        filter = address.value("mine").isEmpty() ? filter : filter.takenBy(desk.who());
        return address.value("unread").isEmpty() ? filter : filter.unreadBy(desk.who());
    }

    private boolean seen(String view) {
        return view.equals(IncidentFilter.SOME) || others().anyMatch(view::equals);
    }

    /** The views of those who do not simply come by. */
    private Stream<String> others() {
        return views.all().stream().map(View::id).filter(id -> !id.equals(Sight.CITIZEN));
    }

    /** Who alone may see something, to choose from. */
    List<Choice> seenBy(Desk desk) {
        return Stream.concat(Stream.of(IncidentFilter.SOME), others())
                .map(view -> new Choice(view, seenBy(desk, view))).toList();
    }

    private static String seenBy(Desk desk, String view) {
        return view.equals(IncidentFilter.SOME)
                ? desk.say("web.incidents.cloaked")
                : desk.say("web.incidents.only", desk.view(view));
    }

    private static IncidentFilter base(String status) {
        if (status.equals("quiet")) {
            return IncidentFilter.ACTIVE;
        }
        return Arrays.stream(Status.values()).filter(each -> Slug.of(each).equals(status)).findFirst()
                .map(IncidentFilter::at).orElse(IncidentFilter.QUEUE);
    }

    private static <E extends Enum<E>> Optional<E> named(Address address, String name, Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(each -> Slug.of(each).equals(address.value(name))).findFirst();
    }

    /** What is chosen, each as a chip that takes itself away. */
    List<Chip> chips(Desk desk) {
        Address address = desk.address();
        return List.of("status", "severity", "kind", "seen", "agency", "portal", "mine", "unread").stream()
                .filter(name -> !address.value(name).isEmpty())
                .map(name -> new Chip(label(desk, name, address.value(name)), address.with(name, "")))
                .filter(chip -> !chip.label().isEmpty()).toList();
    }

    private String label(Desk desk, String name, String value) {
        return switch (name) {
            case "status" -> word(desk, value.equals("quiet")
                    ? "web.incidents.quiet"
                    : "incident.status."
                            + value);
            case "severity" -> word(desk, "incident.severity." + value);
            case "kind" -> word(desk, "incident.kind." + value);
            case "seen" -> seen(value) ? seenBy(desk, value) : "";
            case "agency" -> agencies.find(desk.scope(), desk.address().id("agency")).map(Agency::name)
                    .orElse("");
            case "portal" -> portals.find(desk.scope(), desk.address().id("portal")).map(Portal::name)
                    .orElse("");
            default -> desk.say("web.incidents." + name);
        };
    }

    private static String word(Desk desk, String key) {
        return desk.messages().has(key) ? desk.say(key) : "";
    }
}
