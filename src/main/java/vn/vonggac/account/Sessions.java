package vn.vonggac.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.vonggac.audit.Audit;

/** Who holds which token. A session ends when it is idle, when it is old, when its person signs out or is disabled. */
@Singleton
public final class Sessions {

    private static final Duration WORTH_WRITING = Duration.ofSeconds(30);

    private final SessionRows rows;
    private final PersonRows people;
    private final AccountConfig config;
    private final InstantSource time;
    private final Audit audit;

    Sessions(SessionRows rows, PersonRows people, AccountConfig config, InstantSource time, Audit audit) {
        this.rows = rows;
        this.people = people;
        this.config = config;
        this.time = time;
        this.audit = audit;
    }

    /** A new session of this person, under a token that nobody had before. */
    String open(Person person, String address) {
        String token = Tokens.fresh();
        Instant now = time.instant();
        rows.save(new Session(0, Tokens.hash(token), person.id(), now, now, address));
        return token;
    }

    /** Who holds this token, if its session still runs. */
    public Optional<Person> find(String token) {
        return rows.findByTokenHash(Tokens.hash(token)).filter(this::runs).flatMap(this::person);
    }

    public void close(String token) {
        find(token).ifPresent(
                person -> audit.record(person.signInName(), "account.act.sign-out", "person:" + person.id(),
                        ""));
        rows.deleteByTokenHash(Tokens.hash(token));
    }

    private Optional<Person> person(Session session) {
        Instant now = time.instant();
        if (Duration.between(session.usedAt(), now).compareTo(WORTH_WRITING) > 0) {
            rows.update(session.used(now));
        }
        return people.findById(session.personId()).filter(person -> person.disabledAt() == null);
    }

    private boolean runs(Session session) {
        Instant now = time.instant();
        return now.isBefore(session.usedAt().plus(config.idle()))
                && now.isBefore(session.createdAt().plus(config.longest()));
    }
}
