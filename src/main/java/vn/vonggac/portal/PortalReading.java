package vn.vonggac.portal;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Slug;

/** Turns a draft into a portal and a portal into a draft. */
@Singleton
final class PortalReading {

    private static final int LONGEST_LIST = 3900;
    private static final int HIGHEST_LEVEL = 5;

    private final PortalRows rows;
    private final Agencies agencies;
    private final HostingCompanies hostings;
    private final InstantSource time;

    PortalReading(PortalRows rows, Agencies agencies, HostingCompanies hostings, InstantSource time) {
        this.rows = rows;
        this.agencies = agencies;
        this.hostings = hostings;
        this.time = time;
    }

    /** Empty where agency or home are beyond reading; what is wrong is in {@code fields}. */
    Optional<Portal> read(Scope scope, PortalDraft draft, Fields fields, Optional<Portal> old) {
        String name = fields.needed("name", draft.name(), 300);
        Optional<Url> home = fields.url("home", draft.home());
        Optional<Agency> agency = agency(scope, draft, fields);
        Long parent = parent(scope, draft, fields, old);
        Long hosting = hosting(draft, fields);
        Optional<Portal> portal = home.flatMap(url -> agency
                .map(of -> portal(draft, fields, old, name, url, of.id(), parent, hosting)));
        home.ifPresent(url -> checkFree(url, fields, old));
        return portal;
    }

    private Portal portal(PortalDraft draft, Fields fields, Optional<Portal> old, String name, Url home,
            long agency, @Nullable Long parent, @Nullable Long hosting) {
        List<String> tags = fields.entries("tags", draft.tags(), 1000, "tag", PortalReading::tag);
        return new Portal(old.map(Portal::id).orElse(0L), agency, parent, hosting, name, home.text(),
                home.key(),
                fields.entries("hosts", draft.hosts(), LONGEST_LIST, "host", Url::host),
                places(fields, "prefixes", draft.prefixes(), home),
                places(fields, "exclusions", draft.exclusions(), home),
                fields.entries("trustedHosts", draft.trustedHosts(), LONGEST_LIST, "host", Url::host), tags,
                fields.number("level", draft.level(), 0, 1, HIGHEST_LEVEL),
                fields.choice("trustLabel", draft.trustLabel(), TrustLabel.UNKNOWN),
                fields.choice("probing", draft.probing(), Probing.NOT_AUTHORISED),
                fields.duration("rhythm", draft.rhythm(), Rhythm.USUAL, Rhythm.DENSEST, Rhythm.SLOWEST),
                old.map(Portal::pausedReason).orElse(""), until(old),
                old.map(Portal::createdAt).orElseGet(time::instant),
                Fields.folded(name, home.text(), String.join(" ", tags)));
    }

    private static @Nullable Instant until(Optional<Portal> old) {
        return old.isPresent() ? old.get().pausedUntil() : null;
    }

    private Optional<Agency> agency(Scope scope, PortalDraft draft, Fields fields) {
        String code = fields.needed("agency", draft.agency(), 50);
        Optional<Agency> agency = agencies.withCode(scope, code);
        if (agency.isEmpty() && fields.isSound("agency")) {
            fields.reject("agency", "no-agency", code);
        }
        return agency;
    }

    private @Nullable Long parent(Scope scope, PortalDraft draft, Fields fields, Optional<Portal> old) {
        String typed = fields.line("parent", draft.parent(), 700);
        if (typed.isEmpty() || !fields.isSound("parent")) {
            return null;
        }
        Optional<Portal> parent = Url.parse(typed).flatMap(url -> rows.withKey(url.key()))
                .filter(portal -> scope.includes(portal.agencyId()));
        if (parent.isEmpty()) {
            fields.reject("parent", "no-portal", typed);
        } else if (old.isPresent() && isAbove(old.get().id(), parent.get())) {
            fields.reject("parent", "circle");
        }
        return parent.map(Portal::id).orElse(null);
    }

    private boolean isAbove(long portal, Portal other) {
        Optional<Portal> at = Optional.of(other);
        while (at.isPresent()) {
            if (at.get().id() == portal) {
                return true;
            }
            at = at.flatMap(one -> one.parentId() == null ? Optional.empty() : rows.findById(one.parentId()));
        }
        return false;
    }

    private @Nullable Long hosting(PortalDraft draft, Fields fields) {
        String name = fields.line("hosting", draft.hosting(), 300);
        Optional<HostingCompany> company = name.isEmpty() ? Optional.empty() : hostings.named(name);
        if (!name.isEmpty() && fields.isSound("hosting") && company.isEmpty()) {
            fields.reject("hosting", "no-hosting", name);
        }
        return company.map(HostingCompany::id).orElse(null);
    }

    private void checkFree(Url home, Fields fields, Optional<Portal> old) {
        rows.withKey(home.key()).filter(same -> old.isEmpty() || old.get().id() != same.id())
                .ifPresent(same -> fields.reject("home", "taken", home.text()));
    }

    private static List<String> places(Fields fields, String field, String typed, Url home) {
        return fields.entries(field, typed, LONGEST_LIST, "place",
                entry -> Url
                        .parse(entry.startsWith("/")
                                ? home.scheme() + "://" + home.host() + port(home) + entry
                                : entry)
                        .map(Url::place));
    }

    private static String port(Url home) {
        return ":" + home.port();
    }

    private static Optional<String> tag(String typed) {
        String tag = typed.toLowerCase(Locale.forLanguageTag("vi")).replaceAll("\\s+", " ");
        return tag.length() > 100 ? Optional.empty() : Optional.of(tag);
    }

    PortalDraft draft(Portal portal) {
        String agency = agencies.find(Scope.EVERYTHING, portal.agencyId()).map(Agency::code).orElse("");
        String parent = portal.parentId() == null
                ? ""
                : rows.findById(portal.parentId()).map(Portal::home).orElse("");
        String hosting = portal.hostingId() == null
                ? ""
                : hostings.find(portal.hostingId()).map(HostingCompany::name).orElse("");
        return new PortalDraft(portal.name(), portal.home(), agency, parent, hosting, lines(portal.hosts()),
                lines(portal.prefixes()), lines(portal.exclusions()), lines(portal.trustedHosts()),
                lines(portal.tags()), portal.level() == 0 ? "" : String.valueOf(portal.level()),
                Slug.of(portal.trustLabel()), Fields.brief(portal.rhythm()),
                Slug.of(portal.probing()));
    }

    private static String lines(List<String> entries) {
        return String.join("\n", entries);
    }
}
