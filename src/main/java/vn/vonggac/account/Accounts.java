package vn.vonggac.account;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.audit.Audit;
import vn.vonggac.portal.Outcome;
import vn.vonggac.portal.Problem;

/** Sets up the first administrator, lets the invited in, signs people in, and changes their passwords. */
@Singleton
public class Accounts {

    private static final String SET_UP = "set-up";
    private static final int IDLE_AT_ONCE = 500;

    private final PersonRows people;
    private final AccountKeyRows keys;
    private final InvitationRows invitations;
    private final AccessTokens tokens;
    private final LinkedIdentities identities;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Guesses guesses;
    private final PersonRules rules;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;

    Accounts(PersonRows people, AccountKeyRows keys, InvitationRows invitations, AccessTokens tokens,
            LinkedIdentities identities, Sessions sessions, Passwords passwords, Guesses guesses,
            PersonRules rules, AccountConfig config,
            InstantSource time, Audit audit) {
        this.people = people;
        this.keys = keys;
        this.invitations = invitations;
        this.tokens = tokens;
        this.identities = identities;
        this.sessions = sessions;
        this.passwords = passwords;
        this.guesses = guesses;
        this.rules = rules;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    /** What somebody types to become the first administrator. */
    public record FirstAdministrator(String code, String fullName, String signInName, String password,
            String again) {

        NewPassword chosen() {
            return new NewPassword(password, again);
        }
    }

    public boolean nobodyYet() {
        return people.count() == 0;
    }

    /** Whether there is nobody yet, or a code waits for the one who reads the console. */
    public boolean awaitsSetUp() {
        return nobodyYet() || keys.findByName(SET_UP).isPresent();
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
        if (!awaitsSetUp()) {
            return Outcome.rejected("code", "account.problem.set-up-done");
        }
        List<Problem> problems = problems(wish);
        if (!problems.isEmpty()) {
            return new Outcome.Rejected<>(problems);
        }
        Instant now = time.instant();
        Person person = people.save(new Person(0, PersonRules.name(wish.signInName()),
                wish.fullName().strip(), Role.ADMINISTRATOR, null,
                passwords.hash(wish.chosen().password()), now, null, null, now, null));
        keys.deleteByName(SET_UP);
        audit.record(person.signInName(), "account.act.set-up", "person:" + person.id(), person.fullName());
        return new Outcome.Saved<>(person);
    }

    private List<Problem> problems(FirstAdministrator wish) {
        List<Problem> problems = new ArrayList<>();
        String hash = Tokens.hash(typedCode(wish.code()));
        if (keys.findByName(SET_UP).filter(key -> Tokens.same(key.content(), hash)).isEmpty()) {
            problems.add(new Problem("code", "account.problem.code", List.of()));
        }
        problems.addAll(rules.names(wish.fullName(), wish.signInName()));
        problems.addAll(rules.password(wish.chosen(), wish.signInName()));
        if (people.findBySignInName(PersonRules.name(wish.signInName())).isPresent()) {
            problems.add(new Problem("signInName", "account.problem.taken", List.of()));
        }
        return problems;
    }

    private static String typedCode(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * Lets somebody in who holds the code of an invitation, with a password of their own; the code is used up. Who comes
     * back in this way begins anew: what programs and screens did in their name is over.
     */
    @Transactional
    public Outcome<Person> join(String code, NewPassword chosen, String address) {
        Guesses.Subject byAddress = guesses.address(address);
        if (guesses.attempt(byAddress).isPresent()) {
            return Outcome.rejected("code", "account.problem.invitation");
        }
        Optional<Person> invited = invitations.findByCodeHash(Tokens.hash(typedCode(code)))
                .filter(invitation -> time.instant().isBefore(invitation.expiresAt()))
                .flatMap(invitation -> people.findById(invitation.personId()))
                .filter(person -> !person.disabled());
        if (invited.isEmpty()) {
            return Outcome.rejected("code", "account.problem.invitation");
        }
        guesses.takeBack(byAddress);
        Person person = invited.get();
        List<Problem> problems = rules.password(chosen, person.signInName());
        if (!problems.isEmpty()) {
            return new Outcome.Rejected<>(problems);
        }
        keep(person, chosen);
        tokens.revokeAll(person, person.signInName());
        audit.record(person.signInName(), "account.act.join", "person:" + person.id(), "");
        return new Outcome.Saved<>(person);
    }

    /**
     * A password of one's own choice; whoever was signed in with the old one no longer is.
     *
     * @param tokensToo whether programs and screens are not to go on either
     */
    @Transactional
    public Outcome<Person> changePassword(Person person, String old, NewPassword chosen, boolean tokensToo) {
        Guesses.Subject subject = guesses.name(person.signInName());
        if (guesses.attempt(subject).isPresent() || !passwords.matches(old, person.passwordHash())) {
            return Outcome.rejected("old", "account.problem.old-password");
        }
        guesses.right(subject);
        List<Problem> problems = rules.password(chosen, person.signInName());
        if (chosen.password().equals(old)) {
            return Outcome.rejected("password", "account.problem.same-password");
        }
        if (!problems.isEmpty()) {
            return new Outcome.Rejected<>(problems);
        }
        keep(person, chosen);
        if (tokensToo) {
            tokens.revokeAll(person, person.signInName());
        }
        audit.record(person.signInName(), "account.act.password", "person:" + person.id(), "");
        return new Outcome.Saved<>(person);
    }

    /** Nobody is signed in as them any more, and nothing acts in their name where that is over too. */
    @Transactional
    public void signOutEverywhere(Person person, boolean tokensToo) {
        sessions.closeAll(person, person.signInName());
        if (tokensToo) {
            tokens.revokeAll(person, person.signInName());
        }
    }

    private void keep(Person person, NewPassword chosen) {
        people.password(person.id(), passwords.hash(chosen.password()), time.instant());
        invitations.deleteByPersonId(person.id());
        sessions.closeAll(person, person.signInName());
    }

    /** Who is locked is told so without a look at the password: a thousand guesses cost the work of five. */
    public SignIn signIn(String signInName, String password, String address) {
        String name = PersonRules.name(signInName);
        Guesses.Subject byName = guesses.name(name);
        Guesses.Subject byAddress = guesses.address(address);
        Optional<Instant> locked = guesses.attempt(byAddress).or(() -> guesses.attempt(byName));
        if (locked.isPresent()) {
            return new SignIn.Locked(locked.get());
        }
        Optional<Person> person = known(name, password);
        if (person.isEmpty()) {
            return refused(name, byName, byAddress, address);
        }
        guesses.right(byName);
        guesses.takeBack(byAddress);
        return opened(person.get(), address);
    }

    /** Lets somebody in whom a provider vouches for, where an administrator linked them to an account. */
    SignIn signInLinked(Identity identity, String address) {
        Optional<Person> person = identities.find(identity).filter(known -> !known.invited())
                .filter(this::mayComeIn);
        return person.<SignIn>map(known -> opened(known, address)).orElseGet(SignIn.Wrong::new);
    }

    /** Takes as long for a name that nobody has as for one with a wrong password. */
    private Optional<Person> known(String name, String password) {
        Optional<Person> person = people.findBySignInName(name).filter(known -> !known.invited());
        if (person.isEmpty()) {
            passwords.pretend(password);
            return Optional.empty();
        }
        return person.filter(known -> passwords.matches(password, known.passwordHash()))
                .filter(this::mayComeIn);
    }

    private boolean mayComeIn(Person person) {
        if (!person.disabled() && time.instant().isAfter(person.seenAt().plus(config.idleAccount()))) {
            disableIdle(person);
            return false;
        }
        return !person.disabled();
    }

    /** Disables those who were not heard of for too long, before anybody tries their names. */
    @Transactional
    public void disableIdle() {
        people.unseenSince(time.instant().minus(config.idleAccount()), IDLE_AT_ONCE)
                .forEach(this::disableIdle);
    }

    private void disableIdle(Person person) {
        people.disable(person.id(), time.instant());
        tokens.revokeAll(person, person.signInName());
        audit.record(person.signInName(), "account.act.idle", "person:" + person.id(), "");
    }

    private SignIn refused(String name, Guesses.Subject byName, Guesses.Subject byAddress, String address) {
        people.findBySignInName(name).ifPresent(person -> audit.record(person.signInName(),
                "account.act.sign-in-failed", "person:" + person.id(), address));
        return guesses.lockedUntil(byName).or(() -> guesses.lockedUntil(byAddress))
                .<SignIn>map(SignIn.Locked::new).orElseGet(SignIn.Wrong::new);
    }

    private SignIn opened(Person person, String address) {
        people.signedIn(person.id(), time.instant());
        audit.record(person.signInName(), "account.act.sign-in", "person:" + person.id(), address);
        return new SignIn.Opened(person, sessions.open(person, address, false));
    }

    /** A new session in place of one whose rights changed, for somebody who has given all there is to give. */
    public String again(Person person, String address) {
        return sessions.open(person, address, true);
    }
}
