package vn.vonggac.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The numbers that tell whether lists are kept up; only the service, which has a database, is asked for them. */
@Context
@Requires(beans = {MeterRegistry.class, DataSource.class})
final class FeedGauges {

    FeedGauges(Feeds feeds, MeterRegistry registry) {
        Gauge.builder("vonggac.feed.entries", feeds::size).description("Entries of all lists in force")
                .register(registry);
        for (String list : feeds.names()) {
            Gauge.builder("vonggac.feed.age", () -> seconds(feeds.ages().get(list)))
                    .description("Since a list was last read without trouble").baseUnit("seconds")
                    .tag("list", list).register(registry);
        }
    }

    private static double seconds(@Nullable Duration age) {
        return age == null ? Double.POSITIVE_INFINITY : age.toSeconds();
    }
}
