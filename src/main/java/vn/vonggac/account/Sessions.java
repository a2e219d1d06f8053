package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.audit.Audit;

/**
 * Who holds which token. A session ends when it is idle, when it is old, when its person signs out, is disabled, or
 * may do something else from now on.
 */
@Singleton
public final class Sessions {

    private static final Duration WORTH_WRITING = Duration.ofSeconds(30);
    private static final int LONGEST_ADDRESS = 100;

    private final SessionRows rows;
    private final PersonRows people;
    private final FactorRows factors;
    private final Reach reach;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;

    Sessions(SessionRows rows, PersonRows people, FactorRows factors, Reach reach, AccountConfig config,
            InstantSource time, Audit audit) {
        this.rows = rows;
        this.people = people;
        this.factors = factors;
        this.reach = reach;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    /** A new session of this person, under a token that nobody had before. */
    String open(Person person, String address, boolean factorGiven) {
        String token = Tokens.fresh();
        Instant now = time.instant();
        rows.forgetBefore(now.minus(config.longest()).minus(config.administratorLongest()));
        rows.save(new Session(0, Tokens.hash(token), person.id(), now, now,
                address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)), factorGiven));
        return token;
    }

    /** Who holds this token, if its session still runs; the session was used. */
    public Optional<SignedIn> find(String token) {
        Instant now = time.instant();
        Optional<Session> session = rows.findByTokenHash(Tokens.hash(token));
        session.filter(each -> Duration.between(each.usedAt(), now).compareTo(WORTH_WRITING) > 0)
                .filter(each -> holder(each).isPresent()).ifPresent(each -> rows.used(each.id(), now));
        return session.flatMap(this::signedIn);
    }

    /** The same for what a page asks for by itself: that is no use, and keeps no session alive. */
    public Optional<SignedIn> peek(String token) {
        return rows.findByTokenHash(Tokens.hash(token)).flatMap(this::signedIn);
    }

    public void close(String token) {
        find(token).map(SignedIn::person).ifPresent(person -> audit.record(person.signInName(),
                "account.act.sign-out", "person:" + person.id(), ""));
        rows.deleteByTokenHash(Tokens.hash(token));
    }

    /** Ends a session in whose place comes another. */
    public void replace(String token) {
        rows.deleteByTokenHash(Tokens.hash(token));
    }

    /** Where they are signed in, the last used first. */
    public List<Device> devices(Person person, String token) {
        String hash = Tokens.hash(token);
        return rows.findByPersonIdOrderByUsedAtDesc(person.id()).stream()
                .filter(session -> runs(session, person))
                .map(session -> new Device(session.id(), session.createdAt(), session.usedAt(),
                        session.address(), session.tokenHash().equals(hash)))
                .toList();
    }

    /** Whether there was such a session of theirs. */
    public boolean closeDevice(Person person, long id) {
        boolean theirs = rows.deleteByPersonIdAndId(person.id(), id) > 0;
        if (theirs) {
            audit.record(person.signInName(), "account.act.device-close", "person:" + person.id(), "");
        }
        return theirs;
    }

    public void closeAll(Person person, String who) {
        rows.deleteByPersonId(person.id());
        audit.record(who, "account.act.sign-out-everywhere", "person:" + person.id(), "");
    }

    private Optional<Person> holder(Session session) {
        return people.findById(session.personId())
                .filter(person -> !person.disabled() && runs(session, person));
    }

    private Optional<SignedIn> signedIn(Session session) {
        return holder(session).map(person -> {
            Optional<Duty> duty = duty(person, session);
            Set<String> rights = duty.map(Duty::rights).orElseGet(person.role()::rights);
            return new SignedIn(person, reach.of(person), rights, duty, "");
        });
    }

    private Optional<Duty> duty(Person person, Session session) {
        if (hasFactor(person) && !session.factorGiven()) {
            return Optional.of(Duty.FACTOR);
        }
        if (owesEnrolment(person)) {
            return Optional.of(Duty.ENROLMENT);
        }
        Instant chosen = person.passwordAt();
        return chosen != null && time.instant().isAfter(chosen.plus(config.passwordAge()))
                ? Optional.of(Duty.PASSWORD)
                : Optional.empty();
    }

    private boolean hasFactor(Person person) {
        return factors.findByPersonId(person.id()).filter(Factor::confirmed).isPresent();
    }

    /** Whether somebody needs a second factor and has none. */
    boolean owesEnrolment(Person person) {
        return config.factorFor().contains(person.role().word()) && !hasFactor(person);
    }

    private boolean runs(Session session, Person person) {
        Instant now = time.instant();
        return now.isBefore(session.usedAt().plus(config.idle(person.role())))
                && now.isBefore(session.createdAt().plus(config.longest(person.role())));
    }
}
