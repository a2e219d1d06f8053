package vn.vonggac.account;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Counts what fails and stops listening after too many in a row, longer each time. An attempt counts before it is
 * known how it ends, so that many at once get no further than one after the other; and a name that nobody has is
 * counted like any other, so that a lock tells nothing.
 */
@Singleton
final class Guesses {

    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final GuessRows rows;
    private final AccountConfig config;
    private final InstantSource time;
    private final TransactionOperations<Connection> transactions;

    Guesses(GuessRows rows, AccountConfig config, InstantSource time,
            TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.config = config;
        this.time = time;
        this.transactions = transactions;
    }

    /** One who may fail so often before it is locked, and for how long at most. */
    record Subject(String key, int failures, Duration longest) {}

    /** A name may be held longest: whoever guesses at it comes back. */
    Subject name(String signInName) {
        return new Subject(Tokens.hash("name " + signInName), config.failures(), Duration.ofDays(1));
    }

    Subject factor(Person person) {
        return new Subject(Tokens.hash("factor " + person.id()), config.failures(), Duration.ofDays(1));
    }

    /** Many people may share an address. */
    Subject address(String address) {
        return new Subject(Tokens.hash("address " + address), config.addressFailures(),
                Duration.ofMinutes(15));
    }

    /** Until when nobody is listened to; nothing where the attempt may be made. */
    Optional<Instant> attempt(Subject subject) {
        return transactions.executeWrite(status -> {
            Instant now = time.instant();
            rows.begin(subject.key(), now);
            Guess known = rows.lock(subject.key());
            if (known.locked(now)) {
                return Optional.ofNullable(known.lockedUntil());
            }
            boolean stale = known.failedAt().isBefore(now.minus(REMEMBERED));
            int failures = stale ? 1 : known.failures() + 1;
            rows.count(subject.key(), failures, now, until(subject, failures, now));
            return Optional.empty();
        });
    }

    private @org.jspecify.annotations.Nullable Instant until(Subject subject, int failures, Instant now) {
        if (failures < subject.failures()) {
            return null;
        }
        long doubled = 1L << Math.min(failures - subject.failures(), MOST_DOUBLINGS);
        Duration lock = config.lock().multipliedBy(doubled);
        return now.plus(lock.compareTo(subject.longest()) < 0 ? lock : subject.longest());
    }

    /** Until when it is locked now. */
    Optional<Instant> lockedUntil(Subject subject) {
        Instant now = time.instant();
        return rows.findById(subject.key()).filter(guess -> guess.locked(now)).map(Guess::lockedUntil);
    }

    /** It was no guess after all. */
    void right(Subject subject) {
        rows.forget(subject.key());
        rows.forgetBefore(time.instant().minus(REMEMBERED));
    }

    /** This one was none, what failed before still counts: a right password is no excuse for a thousand wrong ones. */
    void takeBack(Subject subject) {
        rows.takeBack(subject.key());
    }
}
