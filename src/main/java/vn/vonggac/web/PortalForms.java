package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import vn.vonggac.audit.Slug;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.HostingCompanies;
import vn.vonggac.portal.HostingCompany;
import vn.vonggac.portal.Portal;
import vn.vonggac.portal.Portals;
import vn.vonggac.portal.Probing;
import vn.vonggac.portal.TrustLabel;

/** What the form of a portal begins with and offers. */
@Singleton
final class PortalForms {

    static final Form BLANK = Form
            .of(Map.of("rhythm", "5m", "trustLabel", "unknown", "probing", "not-authorised"));

    private static final List<String> RHYTHMS = List.of("5m", "10m", "15m", "30m", "1h", "2h", "6h", "12h",
            "1d");
    private static final int HIGHEST_LEVEL = 5;

    private final Portals portals;
    private final Agencies agencies;
    private final HostingCompanies hostings;

    PortalForms(Portals portals, Agencies agencies, HostingCompanies hostings) {
        this.portals = portals;
        this.agencies = agencies;
        this.hostings = hostings;
    }

    PortalChoices choices(Desk desk, Form form) {
        return new PortalChoices(
                Choice.orNone(new AgencyTree(agencies.all(desk.scope())).choices(Agency::code)),
                portals.all(desk.scope()).stream().map(Portal::home).toList(),
                hostings.all().stream().map(HostingCompany::name).toList(),
                rhythms(desk, form.value("rhythm")),
                Choice.orNone(IntStream.rangeClosed(1, HIGHEST_LEVEL).mapToObj(String::valueOf)
                        .map(level -> new Choice(level, level)).toList()),
                Arrays.stream(TrustLabel.values()).map(Slug::of)
                        .map(word -> new Choice(word, desk.say("web.label." + word))).toList(),
                Arrays.stream(Probing.values()).map(Slug::of)
                        .map(word -> new Choice(word, desk.say("web.probing." + word))).toList());
    }

    /** The usual ones, and the one that is set where it is none of them. */
    private static List<Choice> rhythms(Desk desk, String now) {
        List<String> all = new ArrayList<>(RHYTHMS);
        if (!now.isBlank() && !all.contains(now)) {
            all.addFirst(now);
        }
        return all.stream().map(brief -> new Choice(brief, spoken(desk, brief))).toList();
    }

    private static String spoken(Desk desk, String brief) {
        return RHYTHMS.contains(brief)
                ? desk.times().length(Duration.parse(
                        (brief.endsWith("d") ? "P" : "PT") + brief.toUpperCase(Locale.ROOT)))
                : brief;
    }
}
