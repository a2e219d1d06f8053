package vn.vonggac.portal;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.Sort;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.vonggac.audit.Audit;
import vn.vonggac.audit.Slug;

/** The portals that are watched. */
@Singleton
public final class Portals implements Kept<Portal, PortalDraft> {

    private static final int LONGEST_PAUSE_REASON = 500;

    private final PortalRows rows;
    private final Agencies agencies;
    private final PortalReading reading;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    Portals(PortalRows rows, Agencies agencies, PortalReading reading, Audit audit, InstantSource time,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.agencies = agencies;
        this.reading = reading;
        this.audit = audit;
        this.time = time;
        this.transactions = transactions;
    }

    /** One page of the list, {@code page} counted from 0. */
    public Listed<Portal> list(Scope scope, PortalFilter filter, int page, int size) {
        Collection<Long> below = filter.agency() == 0
                ? Scope.EVERYTHING.ids()
                : agencies.withThoseBelow(List.of(filter.agency()));
        String like = Fields.holding(filter.text());
        String tagged = "%" + Lines.join(List.of(filter.tag())).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Instant now = time.instant();
        List<Portal> found = rows.list(scope.everything(), scope.ids(), filter.agency() == 0, below, like,
                filter.tag(), tagged, filter.paused().name(), now, Pageable.from(page, size, order(filter)));
        return new Listed<>(found,
                rows.count(scope.everything(), scope.ids(), filter.agency() == 0, below, like,
                        filter.tag(), tagged, filter.paused().name(), now));
    }

    private static Sort order(PortalFilter filter) {
        Sort.Order.Direction direction = filter.descending()
                ? Sort.Order.Direction.DESC
                : Sort.Order.Direction.ASC;
        return Sort.of(new Sort.Order(filter.order().property, direction, false),
                new Sort.Order("id", direction, false));
    }

    public List<Portal> all(Scope scope) {
        return rows.all(scope.everything(), scope.ids());
    }

    @Override
    public Optional<Portal> find(Scope scope, long id) {
        return rows.findById(id).filter(portal -> scope.includes(portal.agencyId()));
    }

    public Optional<Portal> at(Scope scope, Url home) {
        return rows.withKey(home.key()).filter(portal -> scope.includes(portal.agencyId()));
    }

    /** Whose page this is: the portal with the longest place that holds the address. */
    public Optional<Portal> ownerOf(Scope scope, Url url) {
        return all(scope).stream().filter(portal -> portal.covers(url))
                .max(Comparator.comparingInt(portal -> portal.reach(url)));
    }

    @Override
    public Outcome<Portal> add(Scope scope, PortalDraft draft, String who) {
        return unlessTaken(draft, () -> transactions.executeWrite(status -> {
            Fields fields = new Fields();
            Optional<Portal> portal = reading.read(scope, draft, fields, Optional.empty());
            return portal.filter(read -> fields.sound())
                    .map(read -> permitted(Probing.NOT_AUTHORISED,
                            kept(rows.save(read), "portal.act.portal-add", who), who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        }));
    }

    @Override
    public Outcome<Portal> change(Scope scope, long id, Predicate<Portal> still, PortalDraft draft,
            String who) {
        return unlessTaken(draft, () -> transactions.executeWrite(status -> {
            Optional<Portal> old = rows.lock(id).flatMap(held -> find(scope, id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            Fields fields = new Fields();
            Optional<Portal> portal = reading.read(scope, draft, fields, old);
            return portal.filter(read -> fields.sound()).map(read -> changed(old.get(), read, who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        }));
    }

    private Outcome<Portal> changed(Portal old, Portal portal, String who) {
        return portal.equals(old)
                ? new Outcome.Saved<>(portal)
                : permitted(old.probing(), kept(rows.update(portal), "portal.act.portal-change", who), who);
    }

    /** Who allowed us to ask a portal, and who took it back, is a line of its own. */
    private Outcome<Portal> permitted(Probing before, Outcome<Portal> outcome, String who) {
        if (outcome instanceof Outcome.Saved<Portal>(Portal portal) && portal.probing() != before) {
            audit.record(who, "portal.act.probing", "portal:" + portal.id(), Slug.of(portal.probing()));
        }
        return outcome;
    }

    /** Two people at the same moment: the database's own word that the home is taken is the second one's answer. */
    private Outcome<Portal> unlessTaken(PortalDraft draft, java.util.function.Supplier<Outcome<Portal>> act) {
        try {
            return act.get();
        } catch (DataAccessException e) {
            if (Url.parse(draft.home()).flatMap(home -> rows.withKey(home.key())).isPresent()) {
                return Outcome.rejected("home", "portal.problem.taken", draft.home());
            }
            throw e;
        }
    }

    /** Stops the watch of these until a day that has to be named, for a reason that has to be given; all or none. */
    public Outcome<List<Portal>> pause(Scope scope, Set<Long> ids, String reason, String until, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            String why = fields.needed("reason", reason, LONGEST_PAUSE_REASON);
            Optional<Instant> end = fields.moment("until", until);
            if (end.isEmpty() && fields.isSound("until")) {
                fields.reject("until", "missing");
            }
            if (end.isPresent() && !end.get().isAfter(time.instant())) {
                fields.reject("until", "past");
            }
            return fields.sound()
                    ? rested(scope, ids, why, end, "portal.act.portal-pause", who)
                    : new Outcome.Rejected<>(fields.problems());
        });
    }

    public Outcome<List<Portal>> resume(Scope scope, Set<Long> ids, String who) {
        return transactions
                .executeWrite(
                        status -> rested(scope, ids, "", Optional.empty(), "portal.act.portal-resume", who));
    }

    private Outcome<List<Portal>> rested(Scope scope, Set<Long> ids, String reason, Optional<Instant> until,
            String action, String who) {
        List<Portal> found = ids.stream().sorted().flatMap(id -> find(scope, id).stream()).toList();
        if (found.size() < ids.size() || found.isEmpty()) {
            return new Outcome.Absent<>();
        }
        return new Outcome.Saved<>(
                found.stream().map(portal -> rest(portal, reason, until, action, who)).toList());
    }

    private Portal rest(Portal portal, String reason, Optional<Instant> until, String action, String who) {
        Portal rested = rows.update(new Portal(portal.id(), portal.agencyId(), portal.parentId(),
                portal.hostingId(), portal.name(), portal.home(), portal.homeKey(), portal.hosts(),
                portal.prefixes(), portal.exclusions(), portal.trustedHosts(), portal.tags(), portal.level(),
                portal.trustLabel(), portal.probing(), portal.rhythm(), reason, until.orElse(null),
                portal.createdAt(),
                portal.folded()));
        audit.record(who, action, "portal:" + portal.id(),
                until.map(end -> end.atZone(Fields.ZONE).toLocalDate() + " " + reason).orElse(portal.home()));
        return rested;
    }

    /** Only a slip: a portal with components or a history is paused instead. */
    @Override
    public Outcome<Portal> remove(Scope scope, long id, String who) {
        try {
            return transactions.executeWrite(status -> {
                Optional<Portal> portal = find(scope, id);
                if (portal.isEmpty()) {
                    return new Outcome.Absent<>();
                }
                if (rows.components(id) > 0) {
                    return Outcome.rejected("", "portal.problem.components", rows.components(id));
                }
                rows.deleteById(id);
                return kept(portal.get(), "portal.act.portal-remove", who);
            });
        } catch (DataAccessException stillNamedByOthers) {
            return Outcome.rejected("", "portal.problem.history");
        }
    }

    /** A portal as its form shows it, and as an exported table holds it. */
    @Override
    public PortalDraft draft(Portal portal) {
        return reading.draft(portal);
    }

    private Outcome<Portal> kept(Portal portal, String action, String who) {
        audit.record(who, action, "portal:" + portal.id(), portal.home());
        return new Outcome.Saved<>(portal);
    }
}
