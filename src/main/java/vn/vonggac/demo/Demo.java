package vn.vonggac.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.incident.Incidents;

/** The demonstration: founds the province, says on the console how to sign in, and lets the story begin. */
@Singleton
@Requires(env = "demo")
final class Demo implements ApplicationEventListener<ServerStartupEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final int MOST = 100_000;
    private static final long BEAT = 5;

    private final Settlement settlement;
    private final Staff staff;
    private final Incidents incidents;
    private final InstantSource time;
    private final Stage stage = new Stage();
    private final ScheduledExecutorService hand = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("demo").daemon().factory());
    private volatile @Nullable Ledger ledger;

    Demo(Settlement settlement, Staff staff, Incidents incidents, InstantSource time) {
        this.settlement = settlement;
        this.staff = staff;
        this.incidents = incidents;
        this.time = time;
    }

    /** Before the watch begins, and before anybody is asked to set up. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        int port = stage.open();
        List<Make> makes = Make.shipped();
        Story story = Story.among(makes, settlement.found(port, makes));
        greet(started.getSource().getURI());
        Province province = new Province(story, port);
        Instant start = time.instant();
        stage.play(ask -> province.answer(ask, new Moment(start, Duration.between(start, time.instant()))));
        ledger = new Ledger(incidents, story, start);
        Closing closing = new Closing(incidents, story, start);
        hand.scheduleWithFixedDelay(() -> look(closing), BEAT, BEAT, TimeUnit.SECONDS);
    }

    private void look(Closing closing) {
        try {
            closing.look(time.instant());
        } catch (RuntimeException e) {
            LOG.error("The story's administrator broke off; they go on in {} s", BEAT, e);
        }
    }

    /** On the console, never in a log. */
    private void greet(URI desk) {
        SecureRandom random = new SecureRandom();
        String password = "Demo-%05d-%05d".formatted(random.nextInt(MOST), random.nextInt(MOST));
        staff.engage(password);
        System.err.printf(
                """
                        %nTỉnh Bình Minh là tỉnh giả lập, mọi tên và số liệu đều bịa / a simulated province, nothing is real
                        %s/demo
                        đăng nhập / sign in:  an (administrator), binh (reviewer), cuc (webmaster), dung (auditor)  %s%n%n""",
                desk, password);
    }

    Optional<Ledger> ledger() {
        return Optional.ofNullable(ledger);
    }

    @PreDestroy
    void close() {
        hand.shutdownNow();
        stage.close();
    }
}
