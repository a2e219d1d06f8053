package vn.vonggac.watch;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.audit.Audit;
import vn.vonggac.detect.Severity;
import vn.vonggac.notify.Outbox;
import vn.vonggac.notify.Trouble.Cause;
import vn.vonggac.signature.Signatures;

/** Looks by itself whether this node has what it needs to watch and to tell, and says what it has not. */
@Singleton
final class SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final int LEAST_FREE_PERCENT = 10;
    private static final Duration STUCK = Duration.ofMinutes(15);
    private static final Duration BEHIND = Duration.ofMinutes(30);
    private static final Duration JUMP = Duration.ofMinutes(5);

    private final Alarms alarms;
    private final Audit audit;
    private final IndexKeeping index;
    private final Signatures signatures;
    private final Outbox outbox;
    private final Path data;
    private final InstantSource time;
    private @Nullable Instant behindSince;
    private @Nullable Clock clock;

    SelfCheck(Alarms alarms, Audit audit, IndexKeeping index, Signatures signatures, Outbox outbox,
            @Value("${vonggac.data}") String data, InstantSource time) {
        this.alarms = alarms;
        this.audit = audit;
        this.index = index;
        this.signatures = signatures;
        this.outbox = outbox;
        this.data = Path.of(data);
        this.time = time;
    }

    /** What the clock said when so much time had passed. */
    record Clock(Instant at, long nanos) {

        Optional<String> jumped(Clock now) {
            Duration off = Duration.between(at, now.at).minusNanos(now.nanos - nanos);
            return Optional.of(Long.toString(off.toSeconds()))
                    .filter(seconds -> off.abs().compareTo(JUMP) > 0);
        }
    }

    /** Looks once; a look that fails hinders no other. */
    void look() {
        look(Cause.DISK, Severity.CRITICAL, this::disk);
        look(Cause.AUDIT, Severity.CRITICAL,
                () -> Optional.of("").filter(nothing -> !audit.endsRight()));
        look(Cause.INDEX, Severity.HIGH, this::index);
        look(Cause.SIGNATURES, Severity.HIGH, this::signatures);
        look(Cause.OUTBOX, Severity.CRITICAL, () -> stuck(outbox.standing()));
        look(Cause.CLOCK, Severity.HIGH, this::clock);
        alarms.silent();
    }

    private void look(Cause cause, Severity severity, Supplier<Optional<String>> words) {
        try {
            alarms.say(cause, severity, words.get());
        } catch (RuntimeException e) {
            LOG.error("The self-check could not look at {}", cause, e);
        }
    }

    private Optional<String> disk() {
        try {
            FileStore store = Files.getFileStore(data);
            return full(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In steps, for a disk that fills is told of again with other words. */
    static Optional<String> full(long free, long total) {
        long percent = total <= 0 ? 100 : free * 100 / total;
        return percent >= LEAST_FREE_PERCENT
                ? Optional.empty()
                : Optional.of(percent / 2 * 2 + "\n" + (free >> 30));
    }

    private Optional<String> index() {
        long behind = index.behind();
        Instant now = time.instant();
        behindSince = behind == 0 ? null : behindSince == null ? now : behindSince;
        return behindSince == null || now.isBefore(behindSince.plus(BEHIND))
                ? Optional.empty()
                : Optional.of(Long.toString(behind));
    }

    private Optional<String> signatures() {
        Stream<String> unused = Stream.concat(Stream.of(signatures.refused()), signatures.broken().stream())
                .filter(said -> !said.isEmpty());
        return signatures.count() == 0
                ? Optional.of("0")
                : Optional.of(unused.collect(Collectors.joining(", "))).filter(said -> !said.isEmpty());
    }

    static Optional<String> stuck(Outbox.Standing standing) {
        boolean late = standing.eldest().compareTo(STUCK) > 0;
        return late || standing.givenUp() > 0
                ? Optional.of((late ? standing.waiting() : 0) + "\n" + standing.givenUp())
                : Optional.empty();
    }

    private Optional<String> clock() {
        Clock now = new Clock(time.instant(), System.nanoTime());
        Optional<String> jumped = Optional.ofNullable(clock).flatMap(before -> before.jumped(now));
        clock = now;
        return jumped;
    }
}
