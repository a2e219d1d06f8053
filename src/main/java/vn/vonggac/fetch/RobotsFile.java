package vn.vonggac.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a host's robots.txt says, with the exchange that brought it, so that it can be kept as a copy. */
public final class RobotsFile {

    private final FetchResult result;
    private final Instant readAt;
    private final BaseRobotRules rules;

    RobotsFile(FetchResult result, Instant readAt, BaseRobotRules rules) {
        this.result = result;
        this.readAt = readAt;
        this.rules = rules;
    }

    public FetchResult result() {
        return result;
    }

    public Instant readAt() {
        return readAt;
    }

    public boolean allows(String url) {
        return rules.isAllowed(url);
    }

    public Optional<Duration> delay() {
        return rules.getCrawlDelay() == BaseRobotRules.UNSET_CRAWL_DELAY
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(rules.getCrawlDelay()));
    }

    public List<String> sitemaps() {
        return List.copyOf(rules.getSitemaps());
    }

    /** Whether the file, or its absence, was answered for; otherwise everything is forbidden until it is. */
    boolean isKnown() {
        return !rules.isAllowNone() || result instanceof Fetched;
    }
}
