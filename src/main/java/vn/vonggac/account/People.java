package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Agencies;
import vn.vonggac.portal.Agency;
import vn.vonggac.portal.Listed;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;
import vn.vonggac.portal.Scope;

/** Who there is, as administrators see them: within their own agencies, and never themselves where it would lock out. */
@Singleton
public final class People {

    private static final int ALL = 10_000;

    private final PersonRows rows;
    private final InvitationRows invitations;
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Factors factors;
    private final Agencies agencies;
    private final PersonRules rules;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;
    private final TransactionOperations<Connection> transactions;

    People(PersonRows rows, InvitationRows invitations, AccessTokens tokens, Sessions sessions,
            Factors factors, Agencies agencies, PersonRules rules, AccountConfig config, InstantSource time,
            Audit audit,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.invitations = invitations;
        this.tokens = tokens;
        this.sessions = sessions;
        this.factors = factors;
        this.agencies = agencies;
        this.rules = rules;
        this.config = config;
        this.time = time;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Listed<Person> list(Scope scope, int size, long skip) {
        return new Listed<>(rows.list(scope.everything(), scope.ids(), size, skip),
                rows.count(scope.everything(), scope.ids()));
    }

    /** Those whose rights somebody has to look at. */
    public Listed<Person> due(Scope scope, int size, long skip) {
        Instant then = time.instant().minus(config.review());
        return new Listed<>(rows.due(scope.everything(), scope.ids(), then, size, skip),
                rows.countDue(scope.everything(), scope.ids(), then));
    }

    /** Whose acts somebody may read who does not see everybody. */
    public Optional<List<String>> names(Scope scope) {
        return scope.everything()
                ? Optional.empty()
                : Optional.of(list(scope, ALL, 0).rows().stream().map(Person::signInName).toList());
    }

    public Optional<Person> find(Scope scope, long id) {
        return rows.findById(id).filter(person -> isIn(scope, person));
    }

    static boolean isIn(Scope scope, Person person) {
        Long agency = person.agencyId();
        return agency == null ? scope.everything() : scope.includes(agency);
    }

    /** A person as their form shows them. */
    public PersonDraft draft(Person person) {
        Long agency = person.agencyId();
        String code = agency == null
                ? ""
                : agencies.find(Scope.EVERYTHING, agency).map(Agency::code).orElse("");
        return new PersonDraft(person.signInName(), person.fullName(), person.role().word(), code);
    }

    /** Whether somebody has to look at what they may do. */
    public boolean dueForReview(Person person) {
        return !person.disabled() && time.instant().isAfter(person.unreviewedSince().plus(config.review()));
    }

    /** Whether they will find their account disabled, or already did. */
    public boolean idle(Person person) {
        return time.instant().isAfter(person.seenAt().plus(config.idleAccount()));
    }

    public Outcome<Invited> invite(Scope scope, PersonDraft draft, String who) {
        return transactions.executeWrite(status -> {
            List<Problem> problems = new ArrayList<>(rules.names(draft.fullName(), draft.signInName()));
            String name = PersonRules.name(draft.signInName());
            if (rows.findBySignInName(name).isPresent()) {
                problems.add(new Problem("signInName", "account.problem.taken", List.of()));
            }
            Optional<Rank> rank = rank(scope, draft, problems);
            if (rank.isEmpty() || !problems.isEmpty()) {
                return new Outcome.Rejected<>(problems);
            }
            Person person = rows.save(new Person(0, name, draft.fullName().strip(), rank.get().role(),
                    rank.get().agency(), "", time.instant(), null, null, null, null));
            return new Outcome.Saved<>(invited(person, "account.act.invite", who));
        });
    }

    /** Another name, role or agency; whoever may do something else from now on signs in again. */
    public Outcome<Person> change(Scope scope, long id, PersonDraft draft, String who) {
        return change(scope, id, any -> true, draft, who);
    }

    /** The same, only while they are still as the one who asks knows them. */
    public Outcome<Person> change(Scope scope, long id, Predicate<Person> still, PersonDraft draft,
            String who) {
        return transactions.executeWrite(status -> {
            Optional<Person> old = rows.lock(id).flatMap(held -> find(scope, id));
            if (old.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (!still.test(old.get())) {
                return new Outcome.Stale<>();
            }
            List<Problem> problems = new ArrayList<>(
                    rules.names(draft.fullName(), old.get().signInName()));
            Optional<Rank> rank = rank(scope, draft, problems);
            Rank held = new Rank(old.get().role(), old.get().agencyId());
            if (rank.isPresent() && !rank.get().equals(held) && isOneself(old.get(), who)) {
                problems.add(new Problem("role", "account.problem.oneself", List.of()));
            }
            return rank.isPresent() && problems.isEmpty()
                    ? changed(old.get(), draft.fullName().strip(), held, rank.get(), who)
                    : new Outcome.Rejected<>(problems);
        });
    }

    private Outcome<Person> changed(Person old, String fullName, Rank held, Rank rank, String who) {
        rows.change(old.id(), fullName, rank.role(), rank.agency());
        audit.record(who, "account.act.person-change", "person:" + old.id(),
                fullName + ": " + rank.role().word() + ", " + rank.agency());
        if (!rank.equals(held)) {
            sessions.closeAll(old, who);
        }
        return new Outcome.Saved<>(rows.findById(old.id()).orElse(old));
    }

    /** A new code for somebody else who forgot the password, or let the last one run out; one's own asks for the old one. */
    public Outcome<Invited> inviteAgain(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> find(scope, id)
                .filter(person -> !person.disabled() && !isOneself(person, who))
                .<Outcome<Invited>>map(
                        person -> new Outcome.Saved<>(invited(person, "account.act.invite-again", who)))
                .orElseGet(Outcome.Absent::new));
    }

    /** From now on they are nobody: no password, no device, no token is good any more. */
    public Outcome<Person> disable(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> {
            Optional<Person> person = find(scope, id);
            if (person.isEmpty()) {
                return new Outcome.Absent<>();
            }
            if (isOneself(person.get(), who)) {
                return Outcome.rejected("", "account.problem.oneself");
            }
            rows.disable(id, time.instant());
            invitations.deleteByPersonId(id);
            tokens.revokeAll(person.get(), who);
            sessions.closeAll(person.get(), who);
            audit.record(who, "account.act.disable", "person:" + id, person.get().fullName());
            return new Outcome.Saved<>(person.get());
        });
    }

    /** Their telephone and recovery codes are lost: at the next sign-in they enrol anew. */
    public Outcome<Person> resetFactor(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> find(scope, id).<Outcome<Person>>map(person -> {
            factors.reset(person);
            sessions.closeAll(person, who);
            audit.record(who, "account.act.factor-reset", "person:" + id, person.fullName());
            return new Outcome.Saved<>(person);
        }).orElseGet(Outcome.Absent::new));
    }

    /** They may come back, with a code and a new password. */
    public Outcome<Invited> enable(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> find(scope, id)
                .filter(person -> !isOneself(person, who)).<Outcome<Invited>>map(
                        person -> new Outcome.Saved<>(letIn(person, who)))
                .orElseGet(Outcome.Absent::new));
    }

    /** Whether they were disabled or not. */
    Invited letIn(Person person, String who) {
        rows.disable(person.id(), null);
        return invited(person, "account.act.enable", who);
    }

    /** Somebody looked at what they may do, and it is right. */
    public Outcome<Person> reviewed(Scope scope, long id, String who) {
        return transactions.executeWrite(status -> find(scope, id).<Outcome<Person>>map(person -> {
            rows.reviewed(id, time.instant());
            audit.record(who, "account.act.review", "person:" + id,
                    person.fullName() + ": " + person.role().word());
            return new Outcome.Saved<>(person);
        }).orElseGet(Outcome.Absent::new));
    }

    private static boolean isOneself(Person person, String who) {
        return person.signInName().equals(who);
    }

    private Invited invited(Person person, String action, String who) {
        String code = Tokens.readable();
        Instant until = time.instant().plus(config.invitation());
        invitations.deleteByPersonId(person.id());
        invitations.save(new Invitation(person.id(), Tokens.hash(code), until));
        audit.record(who, action, "person:" + person.id(), person.fullName() + ": " + person.role().word());
        return new Invited(person, code, until);
    }

    /** What somebody is, and for which agencies. */
    private record Rank(Role role, @Nullable Long agency) {}

    private Optional<Rank> rank(Scope scope, PersonDraft draft, List<Problem> problems) {
        Optional<Role> role = Arrays.stream(Role.values()).filter(each -> each.word().equals(draft.role()))
                .findFirst();
        if (role.isEmpty()) {
            problems.add(new Problem("role", "account.problem.role", List.of()));
        }
        String code = draft.agency().strip();
        Optional<Agency> agency = code.isEmpty() ? Optional.empty() : agencies.withCode(scope, code);
        if (agency.isEmpty() && !(code.isEmpty() && scope.everything())) {
            problems.add(new Problem("agency", "account.problem.agency", List.of()));
        } else if (agency.isEmpty() && role.filter(Role.WEBMASTER::equals).isPresent()) {
            problems.add(new Problem("agency", "account.problem.own-agency", List.of()));
        }
        return role.map(each -> new Rank(each, agency.map(Agency::id).orElse(null)));
    }
}
