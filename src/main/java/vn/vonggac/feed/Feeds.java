package vn.vonggac.feed;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.feed.FeedResult.Reason;
import vn.vonggac.feed.FeedResult.Refused;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.Views;
import vn.vonggac.portal.Url;

/** The lists in force, and refreshing them. Asking is safe from any thread while a list is being swapped. */
@Singleton
public final class Feeds {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final int LONGEST_HOST = 253;

    private final FeedConfig config;
    private final Map<String, String> lists;
    private final Fetcher fetcher;
    private final Views views;
    private final InstantSource clock;
    private final Map<String, Instant> refreshed = new ConcurrentHashMap<>();
    private volatile Map<String, HostTable> tables = Map.of();

    public Feeds(FeedConfig config, Fetcher fetcher, Views views, InstantSource clock) {
        this.config = config;
        this.lists = new HashMap<>(config.lists());
        this.fetcher = fetcher;
        this.views = views;
        this.clock = clock;
    }

    /** An empty map among the documented defaults hides an operator's from the binding, so it is read by itself. */
    @Inject
    Feeds(FeedConfig config, Fetcher fetcher, Views views, InstantSource clock, Environment settings) {
        this(config, fetcher, views, clock);
        settings.getProperties("vonggac.feed.lists", StringConvention.RAW)
                .forEach((list, source) -> lists.put(list, String.valueOf(source)));
    }

    /** Puts the last good copy of each list in force, and reads those that lie in files. */
    @PostConstruct
    void start() {
        for (String list : lists.keySet()) {
            Path kept = kept(list);
            if (Files.isRegularFile(kept)) {
                try {
                    swap(list, table(kept));
                } catch (IOException e) {
                    LOG.warn("List {}: {} cannot be read: {}", list, kept, e.getMessage());
                }
            }
            if (!remote(list)) {
                log(refresh(list));
            }
        }
    }

    /** Refreshes every list that is older than the configuration allows. */
    public List<FeedResult> refreshDue() {
        List<FeedResult> results = new ArrayList<>();
        for (String list : lists.keySet()) {
            Instant last = refreshed.getOrDefault(list, Instant.MIN);
            if (last.equals(Instant.MIN) || !last.plus(config.refresh()).isAfter(clock.instant())) {
                FeedResult result = refresh(list);
                log(result);
                results.add(result);
            }
        }
        return results;
    }

    /** Reads a list again; whatever is wrong with it, the one in force stays. */
    public synchronized FeedResult refresh(String list) {
        refreshed.put(list, clock.instant());
        String source = lists.getOrDefault(list, "");
        Path fresh = Path.of(config.folder(), list + ".new");
        try {
            Files.createDirectories(fresh.getParent());
            FeedResult read = remote(list) ? download(list, source, fresh) : file(list, source, fresh);
            FeedResult result = read instanceof FeedResult.Loaded loaded ? keep(loaded, fresh) : read;
            Files.deleteIfExists(fresh);
            return result;
        } catch (IOException e) {
            return new Refused(list, source, 0, Reason.UNREADABLE, e.toString());
        }
    }

    /** Puts a list in force that the service itself made: domains, each with all below it. */
    public synchronized void put(String list, Collection<String> domains) {
        Path kept = kept(list);
        String lines = domains.stream().sorted().distinct().map(domain -> "." + domain + "\n")
                .collect(Collectors.joining());
        try {
            boolean same = Files.isRegularFile(kept) && Files.readString(kept).equals(lines);
            if (!same || !tables.containsKey(list)) {
                Path fresh = Path.of(config.folder(), list + ".new");
                Files.createDirectories(fresh.getParent());
                Files.writeString(fresh, lines);
                Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                swap(list, table(kept));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the host of this address, a domain above it, or the address itself is on a list. */
    public Optional<Listing> find(String url) {
        int from = url.indexOf("//");
        if (tables.isEmpty() || from < 0) {
            return Optional.empty();
        }
        String page = FeedLine.page(url);
        String host = Names.ascii(page.substring(0, page.indexOf('/')).replaceFirst("^.*@", "").replaceFirst(
                ":\\d+$", ""));
        return host.length() > LONGEST_HOST ? Optional.empty() : find(page, host);
    }

    private Optional<Listing> find(String page, String host) {
        for (Map.Entry<String, HostTable> entry : tables.entrySet()) {
            Optional<String> key = key(entry.getValue(), page, host);
            if (key.isPresent()) {
                return Optional.of(new Listing(entry.getKey(), key.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> key(HostTable table, String page, String host) {
        Optional<String> found = Optional.empty();
        for (String domain = host; domain.indexOf('.') > 0; domain = domain
                .substring(domain.indexOf('.') + 1)) {
            if (table.contains(FeedImport.EXCEPTED + "." + domain)) {
                return Optional.empty();
            }
            if (found.isEmpty() && table.contains("." + domain)) {
                found = Optional.of("." + domain);
            }
        }
        return found.or(() -> Optional.of(host).filter(table::contains))
                .or(() -> Optional.of(page).filter(table::contains));
    }

    /** How long ago each list was last read without trouble; one that never was is not here. */
    public Map<String, Duration> ages() {
        Map<String, Duration> ages = new TreeMap<>();
        for (String list : lists.keySet()) {
            File kept = kept(list).toFile();
            if (kept.isFile()) {
                ages.put(list, Duration.ofMillis(clock.millis() - kept.lastModified()));
            }
        }
        return ages;
    }

    /** Every list that is asked for. */
    Set<String> names() {
        return Set.copyOf(lists.keySet());
    }

    /** How many entries are in force. */
    public int size() {
        return tables.values().stream().mapToInt(HostTable::size).sum();
    }

    private boolean remote(String list) {
        String source = lists.getOrDefault(list, "").toLowerCase(Locale.ROOT);
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private Path kept(String list) {
        return Path.of(config.folder(), list + ".hosts");
    }

    private FeedResult file(String list, String source, Path fresh) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(source))) {
            return FeedImport.read(list, source, in, fresh);
        }
    }

    private FeedResult download(String list, String source, Path fresh) {
        FetchResult answer = fetcher.fetch(target(source), views.citizen());
        return switch (answer) {
            case Fetched fetched when fetched.status() == 200 && fetched.body().cut().isPresent() ->
                new Refused(list, source, 0, Reason.CUT, fetched.body().cut().get().name());
            case Fetched fetched when fetched.status() == 200 ->
                FeedImport.read(list, source, new ByteArrayInputStream(fetched.body().decoded()), fresh);
            case Fetched fetched ->
                new Refused(list, source, 0, Reason.NOT_FETCHED, "HTTP " + fetched.status());
            case NotModified same -> new FeedResult.Unchanged(list);
            case vn.vonggac.fetch.Refused refused ->
                new Refused(list, source, 0, Reason.NOT_FETCHED, refused.detail());
            case Failed failed -> new Refused(list, source, 0, Reason.NOT_FETCHED, failed.cause().name());
        };
    }

    /** The operator wrote the address, so its port may be asked. */
    private static Target target(String source) {
        Target plain = Target.of(source);
        int port = URI.create(source).getPort();
        return port < 0
                ? plain
                : new Target(source, plain.portal(), plain.paceKey(), Set.of(port), Optional.empty(),
                        plain.purpose());
    }

    private FeedResult keep(FeedResult.Loaded loaded, Path fresh) throws IOException {
        Path kept = kept(loaded.list());
        boolean same = tables.containsKey(loaded.list()) && Files.isRegularFile(kept)
                && Files.mismatch(fresh, kept) < 0;
        if (same) {
            return new FeedResult.Unchanged(loaded.list());
        }
        Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        swap(loaded.list(), table(kept));
        return loaded;
    }

    private static HostTable table(Path names) throws IOException {
        return HostTable.of(names, lines(names));
    }

    private static int lines(Path names) throws IOException {
        int lines = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(names), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                lines += b == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private synchronized void swap(String list, HostTable table) {
        Map<String, HostTable> next = new HashMap<>(tables);
        next.put(list, table);
        tables = Map.copyOf(next);
    }

    private static void log(FeedResult result) {
        switch (result) {
            case FeedResult.Loaded loaded ->
                LOG.info("List {}: {} entries, {} other lines", loaded.list(), loaded.entries(),
                        loaded.ignored());
            case FeedResult.Unchanged unchanged -> LOG.debug("List {}: unchanged", unchanged.list());
            case Refused refused ->
                LOG.warn("List {} refused: {}:{}: {} {}", refused.list(), Url.forLog(refused.source()),
                        refused.line(), refused.reason(), refused.detail());
        }
    }
}
