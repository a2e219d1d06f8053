package vn.vonggac.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The robots.txt files of hosts, read once in a while. RFC 9309: no file allows all, a server in trouble nothing. */
final class Robots {

    private static final int KEPT = 5_000;
    private static final int READ = 512 * 1_024;
    private static final Duration TROUBLE = Duration.ofMinutes(10);

    private final FetchConfig config;
    private final Map<String, RobotsFile> files = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RobotsFile> eldest) {
            return size() > KEPT;
        }
    };

    Robots(FetchConfig config) {
        this.config = config;
    }

    RobotsFile of(String url, Instant now, Supplier<FetchResult> fetch) {
        RobotsFile known = find(url);
        if (known != null
                && now.isBefore(known.readAt().plus(known.isKnown() ? config.robotsAge() : TROUBLE))) {
            return known;
        }
        RobotsFile read = read(url, now, fetch.get());
        RobotsFile kept = read.isKnown() || known == null ? read : known;
        keep(url, kept);
        return kept;
    }

    /** The rest that the host of this URL asks for, as far as its file was read. */
    Duration delay(String url) {
        return urlFor(url).map(this::find).flatMap(RobotsFile::delay).orElse(Duration.ZERO);
    }

    private RobotsFile read(String url, Instant now, FetchResult result) {
        return new RobotsFile(result, now, switch (result) {
            case Fetched fetched when fetched.status() < 300 -> parsed(url, fetched.body());
            case Fetched fetched when fetched.status() < 500 ->
                new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
            case Refused refused when refused.exchange().status() == 403
                    || refused.exchange().status() == 406 ->
                new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
            default -> new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        });
    }

    private SimpleRobotRules parsed(String url, Body body) {
        byte[] bytes = body.decoded().length <= READ ? body.decoded() : Arrays.copyOf(body.decoded(), READ);
        return new SimpleRobotRulesParser().parseContent(url, bytes, "text/plain",
                List.of(config.robotsAgent()));
    }

    /** Where the robots.txt of this URL's host lies. */
    static Optional<String> urlFor(String url) {
        try {
            return Optional.of(StrictUrl.parse(url).resolve("/robots.txt").toString());
        } catch (Barred e) {
            return Optional.empty();
        }
    }

    private @Nullable RobotsFile find(String url) {
        synchronized (files) {
            return files.get(url);
        }
    }

    private void keep(String url, RobotsFile file) {
        synchronized (files) {
            files.put(url, file);
        }
    }
}
