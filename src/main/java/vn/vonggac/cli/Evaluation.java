package vn.vonggac.cli;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.vonggac.audit.Slug;
import vn.vonggac.cli.LabelledCorpus.Label;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Verdict;

/** How well a labelled corpus was judged, in the shape of {@code evaluate --format json}. */
@Serdeable
record Evaluation(int pages, Compromised compromised, Clean clean, Map<String, Count> byCategory,
        Map<String, Share> byDetector, List<Wrong> errors, int incomplete, double pagesPerSecond) {

    @Serdeable
    record Compromised(int n, int flagged, double recall) {}

    @Serdeable
    record Clean(int n, int flagged, double fpr) {}

    @Serdeable
    record Count(int n, int flagged) {
        Count and(boolean hit) {
            return new Count(n + 1, flagged + (hit ? 1 : 0));
        }
    }

    /** On how many pages of each label a detector said something. */
    @Serdeable
    record Share(int compromised, int clean) {
        Share and(Label label) {
            return new Share(compromised + (label == Label.COMPROMISED ? 1 : 0),
                    clean + (label == Label.CLEAN ? 1 : 0));
        }
    }

    @Serdeable
    record Wrong(String file, String label, String verdict, double score, List<FindingView> findings) {}

    /** One judged page of a corpus. */
    record Judged(LabelledCorpus.Row row, Verdict verdict) {
        boolean wrong() {
            return verdict.level().flagged() != (row.label() == Label.COMPROMISED);
        }
    }

    double precision() {
        int all = compromised.flagged + clean.flagged;
        return all == 0 ? 1 : (double) compromised.flagged / all;
    }

    static Evaluation of(List<Judged> judged, double seconds) {
        Map<String, Count> categories = new TreeMap<>();
        Map<String, Share> detectors = new TreeMap<>();
        Count compromised = new Count(0, 0);
        Count clean = new Count(0, 0);
        for (Judged page : judged) {
            boolean flagged = page.verdict().level().flagged();
            categories.put(page.row().category(),
                    categories.getOrDefault(page.row().category(), new Count(0, 0)).and(flagged));
            page.verdict().findings().stream().map(Finding::detector).distinct()
                    .forEach(id -> detectors.put(id,
                            detectors.getOrDefault(id, new Share(0, 0)).and(page.row().label())));
            if (page.row().label() == Label.COMPROMISED) {
                compromised = compromised.and(flagged);
            } else {
                clean = clean.and(flagged);
            }
        }
        return new Evaluation(judged.size(),
                new Compromised(compromised.n, compromised.flagged, share(compromised, 1)),
                new Clean(clean.n, clean.flagged, share(clean, 0)), categories, detectors, errors(judged),
                (int) judged.stream().filter(page -> !page.verdict().incomplete().isEmpty()).count(),
                seconds == 0 ? 0 : judged.size() / seconds);
    }

    private static double share(Count count, double ofNone) {
        return count.n == 0 ? ofNone : (double) count.flagged / count.n;
    }

    private static List<Wrong> errors(List<Judged> judged) {
        List<Wrong> errors = new ArrayList<>();
        judged.stream().filter(Judged::wrong).sorted(Comparator.comparing(page -> page.row().file()))
                .map(page -> new Wrong(page.row().file(), page.row().label().word(),
                        Slug.of(page.verdict().level()),
                        page.verdict().score(), FindingView.all(page.verdict())))
                .forEach(errors::add);
        return errors;
    }
}
