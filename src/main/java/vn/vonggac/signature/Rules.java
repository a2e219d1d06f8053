package vn.vonggac.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.page.Change;
import vn.vonggac.page.PageContent;
import vn.vonggac.signature.PageWords.Part;

/** A set of signatures made ready: parsed, indexed, never changed. */
final class Rules implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
    private static final int MOST_HITS = 20;
    private static final int CLOSE = 40;
    private static final int LONGEST_QUOTE = 200;

    /** By place, then by signature: the monitor's own order varies from run to run. */
    private static final Comparator<Hit> IN_ORDER = Comparator.comparingInt(Hit::at)
            .thenComparing(Hit::signature).thenComparing(Hit::field);

    private final Map<String, Signature> signatures = new TreeMap<>();
    private final Map<String, Vocabulary> asked = new HashMap<>();
    private final Monitor monitor;
    private final String version;
    private final List<Miss> said;
    private final Misses misses;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    Rules(List<Signature> given, List<Miss> said) {
        this(given, said, new NeededWords());
    }

    Rules(List<Signature> given, List<Miss> said, Presearcher presearcher) {
        List<Query> queries = new ArrayList<>();
        List<MonitorQuery> stored = new ArrayList<>();
        for (Signature signature : given) {
            Query query = parse(signature);
            queries.add(query);
            stored.add(new MonitorQuery(signature.id(), query));
        }
        for (String field : fields()) {
            Vocabulary vocabulary = Vocabulary.of(queries, field);
            if (!vocabulary.isEmpty()) {
                asked.put(field, vocabulary);
            }
        }
        this.said = List.copyOf(said);
        misses = new Misses(said);
        version = Integer.toHexString((signatures.values().toString() + said).hashCode());
        monitor = register(stored, presearcher);
    }

    private Query parse(Signature signature) {
        Signature before = signatures.put(signature.id(), signature);
        if (before != null) {
            throw bad(signature, "id '" + signature.id() + "' stands already at " + before.source());
        }
        try {
            return Analysis.parse(signature.query(), true);
        } catch (IllegalArgumentException e) {
            throw bad(signature, e.getMessage());
        }
    }

    private static BadSignature bad(Signature signature, @org.jspecify.annotations.Nullable String reason) {
        int colon = signature.source().lastIndexOf(':');
        return new BadSignature(signature.source().substring(0, colon),
                Integer.parseInt(signature.source().substring(colon + 1)), String.valueOf(reason));
    }

    private static Collection<String> fields() {
        Collection<String> names = new TreeSet<>(List.of(Analysis.WORDS));
        for (Field field : Field.values()) {
            names.add(field.key());
        }
        return names;
    }

    private static Monitor register(List<MonitorQuery> stored, Presearcher presearcher) {
        try {
            Monitor monitor = new Monitor(new KeywordAnalyzer(), presearcher,
                    new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.DAYS));
            monitor.register(stored);
            return monitor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    Collection<Signature> all() {
        return signatures.values();
    }

    /** What people said is no hit. */
    List<Miss> misses() {
        return said;
    }

    List<Hit> match(PageContent content, Optional<Change> change) {
        return matches(content, change).stream().map(Match::hit).sorted(IN_ORDER).toList();
    }

    /** The sentences that would have to be said to be no hits, so that nothing matched for these topics. */
    List<Miss> examples(PageContent content, Set<Topic> topics) {
        return matches(content, Optional.empty()).stream()
                .filter(match -> topics.contains(match.signature().topic())).map(Match::miss)
                .flatMap(Optional::stream).distinct().toList();
    }

    private List<Match> matches(PageContent content, Optional<Change> change) {
        PageWords page = new PageWords(asked, content, change);
        Document document = new Document();
        page.forEach((field, words) -> document.add(new TextField(field, new WordStream(words))));
        return document.getFields().isEmpty() ? List.of() : matches(page, search(document));
    }

    private MatchingQueries<HighlightsMatch> search(Document document) {
        try {
            return monitor.match(document, HighlightsMatch.MATCHER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Match> matches(PageWords page, MatchingQueries<HighlightsMatch> found) {
        found.getErrors().forEach(this::remember);
        List<Match> matches = new ArrayList<>();
        for (HighlightsMatch match : found.getMatches()) {
            Optional.ofNullable(signatures.get(match.getQueryId()))
                    .ifPresent(signature -> addMatches(signature, match, page, matches));
        }
        return matches;
    }

    /** One that fails costs its own answer only; which ones did is said once and can be asked for. */
    private void remember(String id, Exception error) {
        if (broken.add(id)) {
            LOG.warn("Signature {} could not be matched", id, error);
        }
    }

    Set<String> broken() {
        return Set.copyOf(broken);
    }

    /** Words of one match come singly, in the order of the text; those that stand close together are one match. */
    private void addMatches(Signature signature, HighlightsMatch match, PageWords page, List<Match> matches) {
        int most = matches.size() + MOST_HITS;
        match.getHits().forEach((field, places) -> {
            List<Part> parts = page.parts(field);
            int from = -1;
            int to = -1;
            for (HighlightsMatch.Hit place : places) {
                if (from >= 0 && !together(parts, from, to, place) && matches.size() < most) {
                    add(signature, parts, from, to, matches);
                    from = -1;
                }
                from = from < 0 ? place.startOffset() : from;
                to = Math.max(to, place.endOffset());
            }
            if (from >= 0 && matches.size() < most) {
                add(signature, parts, from, to, matches);
            }
        });
    }

    private static boolean together(List<Part> parts, int from, int to, HighlightsMatch.Hit next) {
        return next.startOffset() - to <= CLOSE && next.endOffset() - from <= LONGEST_QUOTE
                && partAt(parts, from) == partAt(parts, next.startOffset());
    }

    private void add(Signature signature, List<Part> parts, int start, int end, List<Match> matches) {
        Part part = parts.get(partAt(parts, start));
        int from = start - part.offset();
        int to = Math.max(from, Math.min(part.text().length(), end - part.offset()));
        boolean runsOn = part.lines() && !signature.topic().intruders();
        if (!runsOn && !misses.cover(signature.id(), part.text(), from, to)) {
            matches.add(new Match(signature, part, from, to));
        }
    }

    private static int partAt(List<Part> parts, int offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
