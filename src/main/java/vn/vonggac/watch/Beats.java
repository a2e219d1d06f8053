package vn.vonggac.watch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** When each thread that works beside the rounds last began a turn: one that died or hangs goes silent. */
@Singleton
final class Beats {

    private static final Duration SILENT = Duration.ofMinutes(15);

    private final LongSupplier nanos;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    @Inject
    Beats() {
        this(System::nanoTime);
    }

    Beats(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void beat(String thread) {
        last.put(thread, nanos.getAsLong());
    }

    /** Those that have begun no turn for a while. */
    List<String> silent() {
        long now = nanos.getAsLong();
        return last.entrySet().stream().filter(beat -> now - beat.getValue() > SILENT.toNanos())
                .map(Map.Entry::getKey).sorted().toList();
    }
}
