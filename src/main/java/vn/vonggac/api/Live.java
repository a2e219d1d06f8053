package vn.vonggac.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Server-sent events out of what is asked again and again, so that any node may answer. A stream that has nothing
 * to say says so now and then, lest a proxy cuts it, and ends after a while: whoever still listens comes again,
 * and is asked again who they are.
 */
@Singleton
public final class Live {

    private static final Duration OFTEN = Duration.ofMillis(400);
    private static final Duration SELDOM = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 500;
    private static final Duration LATER = Duration.ofSeconds(10);

    private final SessionAuthentication authentication;
    private final Scheduler blocking;
    private final AtomicInteger open = new AtomicInteger();

    Live(SessionAuthentication authentication, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.authentication = authentication;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    /** What is new since the last time, and whether that was all. */
    public record News(List<Event<String>> events, boolean over) {

        public News {
            events = List.copyOf(events);
        }
    }

    /** Everything that is new, until it is over. */
    public Publisher<Event<String>> follow(Supplier<News> source) {
        return follow(OFTEN, source);
    }

    private Publisher<Event<String>> follow(Duration period, Supplier<News> source) {
        if (open.get() >= MOST) {
            return Flux.just(Event.of("busy").name("busy").retry(LATER));
        }
        AtomicInteger quiet = new AtomicInteger();
        return Flux.interval(Duration.ZERO, period).onBackpressureDrop()
                .concatMap(tick -> Mono.fromCallable(source::get).subscribeOn(blocking), 1)
                .takeUntil(News::over).take(LONGEST)
                .concatMapIterable(news -> orHeartbeat(news, quiet, QUIET.dividedBy(period)))
                .doOnSubscribe(begun -> open.incrementAndGet()).doFinally(end -> open.decrementAndGet());
    }

    private static List<Event<String>> orHeartbeat(News news, AtomicInteger quiet, long most) {
        if (news.events().isEmpty() && quiet.incrementAndGet() < most) {
            return List.of();
        }
        quiet.set(0);
        return news.events().isEmpty() ? List.of(Event.of("").name("heartbeat")) : news.events();
    }

    /** A piece of a page whenever it looks otherwise than before, and {@code over} when there is none any more. */
    public Publisher<Event<String>> steps(String name, Supplier<Optional<String>> piece) {
        return pieces(OFTEN, Map.of(name, piece));
    }

    /** The same for what stays: as long as somebody looks at it who still may. */
    public Publisher<Event<String>> standing(HttpRequest<?> request, String name,
            Supplier<Optional<String>> piece) {
        return standing(request, Map.of(name, piece));
    }

    /** Several such pieces in one stream, each told when it alone changed. */
    public Publisher<Event<String>> standing(HttpRequest<?> request,
            Map<String, Supplier<Optional<String>>> pieces) {
        Map<String, Supplier<Optional<String>>> allowed = new HashMap<>();
        pieces.forEach((name, piece) -> allowed.put(name,
                () -> authentication.find(request).flatMap(known -> piece.get())));
        return pieces(SELDOM, allowed);
    }

    private Publisher<Event<String>> pieces(Duration period, Map<String, Supplier<Optional<String>>> pieces) {
        Map<String, String> last = new HashMap<>();
        return follow(period, () -> {
            List<Event<String>> told = new ArrayList<>();
            for (Map.Entry<String, Supplier<Optional<String>>> piece : pieces.entrySet()) {
                Optional<String> now = piece.getValue().get();
                if (now.isEmpty()) {
                    return new News(List.of(Event.of("over").name("over")), true);
                }
                if (!now.get().equals(last.put(piece.getKey(), now.get()))) {
                    told.add(Event.of(now.get()).name(piece.getKey()));
                }
            }
            return new News(told, false);
        });
    }
}
