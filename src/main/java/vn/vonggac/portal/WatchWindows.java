package vn.vonggac.portal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import vn.vonggac.audit.Audit;

/** The watch windows, past, running and to come. */
@Singleton
public final class WatchWindows implements Kept<WatchWindow, WatchWindowDraft> {

    private static final int MOST_FACTOR = 60;
    private static final long LONGEST_DAYS = 366;

    private final WatchWindowRows rows;
    private final Agencies agencies;
    private final WatchTemplates templates;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    WatchWindows(WatchWindowRows rows, Agencies agencies, WatchTemplates templates, Audit audit,
            InstantSource time, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.agencies = agencies;
        this.templates = templates;
        this.audit = audit;
        this.time = time;
        this.transactions = transactions;
    }

    /** The latest first. */
    public Listed<WatchWindow> list(Scope scope, int size, long skip) {
        return new Listed<>(rows.list(scope.everything(), scope.ids(), size, skip),
                rows.count(scope.everything(), scope.ids()));
    }

    public List<WatchWindow> running(Scope scope) {
        return rows.running(scope.everything(), scope.ids(), time.instant());
    }

    @Override
    public Optional<WatchWindow> find(Scope scope, long id) {
        return rows.findById(id).filter(window -> isIn(scope, window));
    }

    /** Periods ready to be taken over, the next twelve months' first. */
    public List<WatchTemplate> templates() {
        return templates.after(time.instant().atZone(Fields.ZONE).toLocalDate());
    }

    /** How many times as often as usual this portal is looked at now: the densest window counts. */
    public double factor(Portal portal) {
        return running(Scope.EVERYTHING).stream().filter(window -> isFor(window, portal))
                .map(WatchWindow::factor).max(BigDecimal::compareTo).orElse(BigDecimal.ONE).doubleValue();
    }

    public boolean isFor(WatchWindow window, Portal portal) {
        Long agency = window.agencyId();
        return agency == null
                ? window.tag().isEmpty() || portal.tags().contains(window.tag())
                : agencies.withThoseBelow(List.of(agency)).contains(portal.agencyId());
    }

    @Override
    public Outcome<WatchWindow> add(Scope scope, WatchWindowDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Fields fields = new Fields();
            Optional<WatchWindow> window = read(scope, draft, fields, 0);
            return window.filter(read -> fields.sound())
                    .map(read -> kept(rows.save(read), "portal.act.window-add", who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        });
    }

    @Override
    public Outcome<WatchWindow> change(Scope scope, long id, Predicate<WatchWindow> still,
            WatchWindowDraft draft, String who) {
        return transactions.executeWrite(status -> {
            Optional<WatchWindow> old = rows.lock(id).flatMap(held -> find(scope, id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            Fields fields = new Fields();
            Optional<WatchWindow> window = read(scope, draft, fields, id);
            return window.filter(read -> fields.sound())
                    .map(read -> read.equals(old.get())
                            ? new Outcome.Saved<>(read)
                            : kept(rows.update(read), "portal.act.window-change", who))
                    .orElseGet(() -> new Outcome.Rejected<>(fields.problems()));
        });
    }

    @Override
    public Outcome<WatchWindow> remove(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> {
            Optional<WatchWindow> window = find(scope, id);
            if (window.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (window.get().agencyId() == null && !scope.everything()) {
                return Outcome.rejected("", "portal.problem.not-yours");
            }
            rows.deleteById(id);
            return kept(window.get(), "portal.act.window-remove", who);
        });
    }

    /** A window as its form shows it. */
    @Override
    public WatchWindowDraft draft(WatchWindow window) {
        Long agency = window.agencyId();
        String code = agency == null
                ? ""
                : agencies.find(Scope.EVERYTHING, agency).map(Agency::code).orElse("");
        return new WatchWindowDraft(window.name(), local(window.startsAt()), local(window.endsAt()), code,
                window.tag(), window.factor().stripTrailingZeros().toPlainString(), window.roster());
    }

    static String local(Instant instant) {
        return LocalDateTime.ofInstant(instant, Fields.ZONE).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static boolean isIn(Scope scope, WatchWindow window) {
        return window.agencyId() == null || scope.includes(window.agencyId());
    }

    private Optional<WatchWindow> read(Scope scope, WatchWindowDraft draft, Fields fields, long id) {
        String name = fields.needed("name", draft.name(), 200);
        Optional<Instant> from = moment(fields, "from", draft.from());
        Optional<Instant> to = moment(fields, "to", draft.to());
        Optional<Agency> agency = agency(scope, draft, fields);
        String tag = fields.line("tag", draft.tag(), 100).toLowerCase(Locale.forLanguageTag("vi"));
        BigDecimal factor = fields.decimal("factor", draft.factor(), 1, MOST_FACTOR);
        String roster = fields.text("roster", draft.roster(), 4000);
        checkAudience(scope, draft, fields);
        if (from.isPresent() && to.isPresent()) {
            checkPeriod(from.get(), to.get(), fields);
        }
        return from.flatMap(start -> to.map(end -> new WatchWindow(id, name, start, end,
                agency.map(Agency::id).orElse(null), tag, factor, roster)));
    }

    private static Optional<Instant> moment(Fields fields, String field, String typed) {
        Optional<Instant> moment = fields.moment(field, typed);
        if (moment.isEmpty() && fields.isSound(field)) {
            fields.reject(field, "missing");
        }
        return moment;
    }

    private Optional<Agency> agency(Scope scope, WatchWindowDraft draft, Fields fields) {
        String code = fields.line("agency", draft.agency(), 50);
        Optional<Agency> agency = code.isEmpty() ? Optional.empty() : agencies.withCode(scope, code);
        if (!code.isEmpty() && agency.isEmpty() && fields.isSound("agency")) {
            fields.reject("agency", "no-agency", code);
        }
        return agency;
    }

    private static void checkAudience(Scope scope, WatchWindowDraft draft, Fields fields) {
        if (!draft.agency().isBlank() && !draft.tag().isBlank()) {
            fields.reject("tag", "agency-or-tag");
        }
        if (draft.agency().isBlank() && !scope.everything()) {
            fields.reject("agency", "missing");
        }
    }

    private static void checkPeriod(Instant from, Instant to, Fields fields) {
        if (!to.isAfter(from)) {
            fields.reject("to", "before-start");
        } else if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
            fields.reject("to", "too-far", LONGEST_DAYS);
        }
    }

    private Outcome<WatchWindow> kept(WatchWindow window, String action, String who) {
        audit.record(who, action, "window:" + window.id(), window.name());
        return new Outcome.Saved<>(window);
    }
}
