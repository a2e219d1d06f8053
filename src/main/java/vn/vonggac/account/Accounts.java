package vn.vonggac.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;

/** Sets up the first administrator and signs people in. */
@Singleton
public class Accounts {

    private static final String SET_UP = "set-up";
    private static final Duration LONGEST_LOCK = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final PersonRows people;
    private final AccountKeyRows keys;
    private final Sessions sessions;
    private final Passwords passwords;
    private final PersonRules rules;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;

    Accounts(PersonRows people, AccountKeyRows keys, Sessions sessions, Passwords passwords,
            PersonRules rules,
            AccountConfig config, InstantSource time, Audit audit) {
        this.people = people;
        this.keys = keys;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    /** What somebody types to become the first administrator. */
    public record FirstAdministrator(String code, String fullName, String signInName, String password,
            String again) {}

    public boolean nobodyYet() {
        return people.count() == 0;
    }

    /** A new set-up code, the only one that is valid from now on. */
    @Transactional
    public String newSetUpCode() {
        String code = Tokens.readable();
        keys.deleteByName(SET_UP);
        keys.save(new AccountKey(SET_UP, Tokens.hash(code)));
        return code;
    }

    @Transactional
    public Outcome<Person> setUp(FirstAdministrator wish) {
        if (!nobodyYet()) {
            return Outcome.rejected("code", "account.problem.set-up-done");
        }
        List<Problem> problems = rules.problems(wish, codeFits(wish.code()));
        if (!problems.isEmpty()) {
            return new Outcome.Rejected<>(problems);
        }
        Person person = people.save(
                new Person(0, name(wish.signInName()), wish.fullName().strip(), Person.Role.ADMINISTRATOR,
                        passwords.hash(wish.password()), time.instant(), null, 0, null));
        keys.deleteByName(SET_UP);
        audit.record(person.signInName(), "account.act.set-up", "person:" + person.id(), person.fullName());
        return new Outcome.Saved<>(person);
    }

    private boolean codeFits(String code) {
        String hash = Tokens.hash(code.strip().toUpperCase(Locale.ROOT));
        return keys.findByName(SET_UP).filter(key -> MessageDigest.isEqual(key.content().getBytes(
                StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    public SignIn signIn(String signInName, String password, String address) {
        Optional<Person> person = people.findBySignInName(name(signInName))
                .filter(known -> known.disabledAt() == null);
        if (person.isEmpty()) {
            passwords.pretend(password);
            return new SignIn.Wrong();
        }
        return signIn(person.get(), password, address);
    }

    private SignIn signIn(Person person, String password, String address) {
        Instant lockedUntil = person.lockedUntil();
        if (lockedUntil != null && person.locked(time.instant())) {
            passwords.pretend(password);
            return new SignIn.Locked(lockedUntil);
        }
        if (!passwords.matches(password, person.passwordHash())) {
            return refuse(person, address);
        }
        people.update(person.failed(0, null));
        audit.record(person.signInName(), "account.act.sign-in", "person:" + person.id(), address);
        return new SignIn.Opened(person, sessions.open(person, address));
    }

    private SignIn refuse(Person person, String address) {
        int failures = person.failures() + 1;
        audit.record(person.signInName(), "account.act.sign-in-failed", "person:" + person.id(), address);
        if (failures < config.failures()) {
            people.update(person.failed(failures, null));
            return new SignIn.Wrong();
        }
        long doubled = 1L << Math.min(failures - config.failures(), MOST_DOUBLINGS);
        Duration lock = config.lock().multipliedBy(doubled);
        Instant until = time.instant().plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
        people.update(person.failed(failures, until));
        return new SignIn.Locked(until);
    }

    private static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
