package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.audit.Audit;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Search;
import vn.vonggac.incident.Incidents;
import vn.vonggac.portal.Fields;
import vn.vonggac.signature.OwnSignatures;
import vn.vonggac.signature.SignatureDraft;
import vn.vonggac.signature.Topic;

/** Makes a signature of a hunt: proposes its hits as examples, shows what it would find, and puts it in force. */
@Singleton
final class SignatureMaking {

    private static final int PROPOSED = 5;
    private static final int AT_ONCE = 200;
    private static final int MOST = 2_000;
    private static final int LONGEST_EXAMPLE = 160;
    static final int LONGEST_ID = 60;
    static final int LONGEST_EXAMPLES = 5_000;
    private static final Set<String> FLAGGED = Set.of("suspicious", "compromised");

    private final Corpus corpus;
    private final Incidents incidents;
    private final OwnSignatures signatures;
    private final Audit audit;

    SignatureMaking(Corpus corpus, Incidents incidents, OwnSignatures signatures, Audit audit) {
        this.corpus = corpus;
        this.incidents = incidents;
        this.signatures = signatures;
        this.audit = audit;
    }

    /** The form for a query, its hits proposed as examples. */
    SignaturePage begin(String query) {
        Form form = Form.of(Map.of("query", query, "topic", "gambling", "weight", "0.5", "hits",
                String.join("\n", proposed(query))));
        return new SignaturePage(form, List.of(), dryRun(query));
    }

    private List<String> proposed(String query) {
        try {
            return corpus.search(Search.everywhere(query).page(4 * PROPOSED, 0)).hits().stream()
                    .map(SignatureMaking::example).filter(text -> !text.isBlank()).distinct().limit(PROPOSED)
                    .toList();
        } catch (BadQuery e) {
            return List.of();
        }
    }

    /** The words that matched with some around them, on one line. */
    private static String example(Found.Hit hit) {
        String text = hit.text().replaceAll("\\s+", " ").replace("…", " ").strip();
        int marked = hit.snippet().stream().takeWhile(piece -> !piece.marked())
                .mapToInt(piece -> piece.text().length()).sum();
        int from = Math.clamp(marked - LONGEST_EXAMPLE / 3, 0, Math.max(0, text.length() - LONGEST_EXAMPLE));
        return text.substring(from, Math.min(text.length(), from + LONGEST_EXAMPLE)).strip();
    }

    /** Tries the draft, and puts it in force where its author says so and nothing is wrong with it. */
    SignaturePage take(Desk desk, Form form) {
        SignatureDraft draft = draft(desk, form);
        List<String> problems = form.sound() ? signatures.problems(draft) : List.of();
        if (!problems.isEmpty()) {
            form.reject("", "web.signature.problem");
        } else if (form.sound() && form.typed("act").equals("save")) {
            signatures.save(draft);
            audit.record(desk.who(), "web.act.signature", "signature:" + draft.id(), draft.query());
        }
        return new SignaturePage(form, problems, dryRun(draft.query()));
    }

    private static SignatureDraft draft(Desk desk, Form form) {
        Fields fields = new Fields();
        String id = fields.needed("id", form.typed("id"), LONGEST_ID);
        String query = fields.needed("query", form.typed("query"), Searches.LONGEST);
        Optional<Topic> topic = fields.choice("topic", form.typed("topic"), Topic.class);
        List<String> hits = lines(fields.text("hits", form.typed("hits"), LONGEST_EXAMPLES));
        List<String> misses = lines(fields.text("misses", form.typed("misses"), LONGEST_EXAMPLES));
        Optional<Double> weight = weight(form);
        form.reject(fields.problems());
        return new SignatureDraft(id, topic.orElse(Topic.GAMBLING), weight.orElse(0.5), query, hits, misses,
                desk.who());
    }

    private static Optional<Double> weight(Form form) {
        String typed = form.typed("weight").strip().replace(',', '.');
        if (!typed.matches("0?\\.\\d{1,3}|1")) {
            form.reject("weight", "web.signature.problem.weight");
            return Optional.empty();
        }
        return Optional.of(Double.valueOf(typed));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private Optional<SignaturePage.DryRun> dryRun(String query) {
        try {
            Search now = Search.everywhere(query).whatIsStillThere();
            Found found = corpus.search(now.page(AT_ONCE, 0));
            List<Found.Hit> hits = new ArrayList<>(found.hits());
            for (int skip = AT_ONCE; skip < Math.min(MOST, found.total()); skip += AT_ONCE) {
                hits.addAll(corpus.search(now.page(AT_ONCE, skip)).hits());
            }
            return Optional.of(told(hits, found.reach()));
        } catch (BadQuery e) {
            return Optional.empty();
        }
    }

    private SignaturePage.DryRun told(List<Found.Hit> hits, Optional<Instant> reach) {
        Map<Long, Set<String>> pages = pages(hits.stream());
        long answered = pages.entrySet().stream()
                .mapToLong(entry -> incidents.closedAsFalse(entry.getKey(), entry.getValue())).sum();
        return new SignaturePage.DryRun(pages.size(), count(pages),
                count(pages(hits.stream().filter(hit -> !FLAGGED.contains(hit.verdict())))), answered, reach);
    }

    private static Map<Long, Set<String>> pages(Stream<Found.Hit> hits) {
        return hits.collect(Collectors.groupingBy(Found.Hit::portal,
                Collectors.mapping(Found.Hit::url, Collectors.toSet())));
    }

    private static long count(Map<Long, Set<String>> pages) {
        return pages.values().stream().mapToLong(Set::size).sum();
    }
}
