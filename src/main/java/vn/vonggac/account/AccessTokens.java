package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

/**
 * Tokens with which programs and screens act in somebody's name. A token never gets further than its owner: what the
 * owner may no longer do or see, it may not either, and an owner who could not come in by themselves lets nothing in.
 */
@Singleton
public final class AccessTokens {

    /** What a program may be allowed, in the order of a form. People and one's own account are for people. */
    public static final List<String> RIGHTS = List.of(May.READ, May.CHECK, May.HANDLE, May.PAUSE, May.PORTALS,
            May.WINDOWS, May.AGENCIES, May.TRAIL);

    private static final Duration WORTH_WRITING = Duration.ofMinutes(1);
    private static final String PROGRAM = "vg_";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 100;

    private final AccessTokenRows rows;
    private final PersonRows people;
    private final Sessions sessions;
    private final Guesses guesses;
    private final Reach reach;
    private final Agencies agencies;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    AccessTokens(AccessTokenRows rows, PersonRows people, Sessions sessions, Guesses guesses, Reach reach,
            Agencies agencies, AccountConfig config, InstantSource time, Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.people = people;
        this.sessions = sessions;
        this.guesses = guesses;
        this.reach = reach;
        this.agencies = agencies;
        this.config = config;
        this.time = time;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** How many days a token may be good for. */
    public long longestDays() {
        return config.longestToken().toDays();
    }

    /** For a program: with some of one's own rights. */
    public Outcome<IssuedToken> issue(SignedIn owner, AccessTokenDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (draft.rights().isEmpty()
                || !draft.rights().stream().allMatch(right -> RIGHTS.contains(right) && owner.may(right))) {
            problems.add(problem("rights", "account.problem.token-rights"));
        }
        return issue(owner, draft, problems, PROGRAM + Tokens.fresh());
    }

    /** For a screen on the wall: it shows one agency and can do nothing else; the code is short enough to be typed. */
    public Outcome<IssuedToken> issueDisplay(SignedIn owner, AccessTokenDraft draft) {
        List<Problem> problems = new ArrayList<>();
        if (draft.agency().isBlank()) {
            problems.add(problem("agency", "account.problem.agency"));
        }
        return issue(owner,
                new AccessTokenDraft(draft.name(), Set.of(May.DISPLAY), draft.agency(), draft.days()),
                problems, Tokens.readable());
    }

    private Outcome<IssuedToken> issue(SignedIn owner, AccessTokenDraft draft, List<Problem> problems,
            String secret) {
        return transactions.executeWrite(status -> {
            check(owner.person(), draft, problems);
            Optional<Agency> agency = agency(owner.scope(), draft.agency(), problems);
            return problems.isEmpty()
                    ? new Outcome.Saved<>(kept(owner.person(), draft, agency, secret))
                    : new Outcome.Rejected<>(problems);
        });
    }

    private void check(Person owner, AccessTokenDraft draft, List<Problem> problems) {
        String name = draft.name().strip();
        if (PersonRules.unfit(name, LONGEST_NAME)) {
            problems.add(problem("name", "account.problem.token-name", LONGEST_NAME));
        } else if (rows.findByPersonIdAndName(owner.id(), name).isPresent()) {
            problems.add(problem("name", "account.problem.token-taken"));
        }
        if (!draft.days().matches("[1-9]\\d{0,3}") || Long.parseLong(draft.days()) > longestDays()) {
            problems.add(problem("days", "account.problem.token-days", longestDays()));
        }
    }

    private Optional<Agency> agency(Scope scope, String typed, List<Problem> problems) {
        String code = typed.strip();
        Optional<Agency> agency = code.isEmpty() ? Optional.empty() : agencies.withCode(scope, code);
        if (!code.isEmpty() && agency.isEmpty()) {
            problems.add(problem("agency", "account.problem.agency"));
        }
        return agency;
    }

    private static Problem problem(String field, String key, Object... arguments) {
        return new Problem(field, key, List.of(arguments));
    }

    private IssuedToken kept(Person owner, AccessTokenDraft draft, Optional<Agency> agency, String secret) {
        Instant now = time.instant();
        String rights = String.join(AccessTokenRow.BETWEEN, new TreeSet<>(draft.rights()));
        AccessTokenRow row = rows.save(new AccessTokenRow(0, draft.name().strip(), owner.id(),
                Tokens.hash(secret), rights, agency.map(Agency::id).orElse(null), now,
                now.plus(Duration.ofDays(Long.parseLong(draft.days()))), null, ""));
        audit.record(owner.signInName(), "account.act.token", "token:" + row.id(),
                row.name() + ": " + rights + agency.map(found -> ", " + found.code()).orElse(""));
        return new IssuedToken(row.of(owner), secret);
    }

    /** Who acts with this token, and what they may do; it was used. */
    public Optional<SignedIn> find(String secret, String address) {
        Instant now = time.instant();
        Optional<AccessTokenRow> row = rows.findByTokenHash(Tokens.hash(secret))
                .filter(found -> now.isBefore(found.expiresAt()));
        Optional<SignedIn> holder = row.flatMap(this::holder);
        row.filter(found -> holder.isPresent() && worthWriting(found, now)).ifPresent(found -> rows
                .used(found.id(), now, address.substring(0, Math.min(address.length(), LONGEST_ADDRESS))));
        return holder;
    }

    private static boolean worthWriting(AccessTokenRow row, Instant now) {
        Instant used = row.usedAt();
        return used == null || Duration.between(used, now).compareTo(WORTH_WRITING) > 0;
    }

    private Optional<SignedIn> holder(AccessTokenRow row) {
        return people.findById(row.personId()).filter(this::couldComeIn).map(owner -> {
            Set<String> rights = new TreeSet<>(row.of(owner).rights());
            rights.retainAll(owner.role().rights());
            return new SignedIn(owner, reach.of(owner, Optional.ofNullable(row.agencyId())), rights,
                    Optional.empty(), row.name());
        });
    }

    /** Whether the owner's own way in is open; only the age of a password is no matter of a token. */
    private boolean couldComeIn(Person owner) {
        return !owner.disabled() && !owner.invited()
                && !time.instant().isAfter(owner.seenAt().plus(config.idleAccount()))
                && !sessions.owesEnrolment(owner);
    }

    /** The code that somebody types on a screen; wrong ones count like wrong passwords. */
    public Optional<SignedIn> display(String typed, String address) {
        Guesses.Subject byAddress = guesses.address(address);
        if (guesses.attempt(byAddress).isPresent()) {
            return Optional.empty();
        }
        Optional<SignedIn> found = find(readable(typed), address).filter(known -> known.may(May.DISPLAY));
        found.ifPresent(known -> guesses.takeBack(byAddress));
        return found;
    }

    /** A code as it was shown, however it was typed. */
    public static String readable(String typed) {
        return typed.strip().toUpperCase(java.util.Locale.ROOT);
    }

    /** Somebody's own, the newest first. */
    public List<AccessToken> of(Person owner) {
        return rows.findByPersonIdOrderByCreatedAtDesc(owner.id()).stream().map(row -> row.of(owner))
                .toList();
    }

    /** Everybody's within a scope, the newest first. */
    public Listed<AccessToken> list(Scope scope, int size, long skip) {
        return new Listed<>(rows.list(scope.everything(), scope.ids(), size, skip).stream()
                .flatMap(row -> people.findById(row.personId()).map(row::of).stream()).toList(),
                rows.count(scope.everything(), scope.ids()));
    }

    /** From this moment on it is good for nothing. */
    public Outcome<AccessToken> revoke(Person owner, long id) {
        return revoke(id, person -> person.id() == owner.id(), owner.signInName());
    }

    /** The same for an administrator, who sees its owner. */
    public Outcome<AccessToken> revoke(Scope scope, long id, String who) {
        return revoke(id, person -> People.isIn(scope, person), who);
    }

    /** All of somebody's at once. */
    void revokeAll(Person owner, String who) {
        transactions.executeWrite(status -> {
            for (AccessTokenRow row : rows.findByPersonIdOrderByCreatedAtDesc(owner.id())) {
                gone(row.of(owner), who);
            }
            return owner;
        });
    }

    private void gone(AccessToken token, String who) {
        rows.deleteById(token.id());
        audit.record(who, "account.act.token-revoke", "token:" + token.id(), token.name());
    }

    private Outcome<AccessToken> revoke(long id, Predicate<Person> whose, String who) {
        return transactions.executeWrite(status -> rows.findById(id)
                .flatMap(row -> people.findById(row.personId()).filter(whose).map(row::of))
                .<Outcome<AccessToken>>map(token -> {
                    gone(token, who);
                    return new Outcome.Saved<>(token);
                }).orElseGet(Outcome.Absent::new));
    }
}
