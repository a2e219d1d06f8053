package vn.vonggac.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Unseen;
import vn.vonggac.detect.Verdict;
import vn.vonggac.watch.Check;
import vn.vonggac.watch.CheckResult;
import vn.vonggac.watch.CheckedHop;
import vn.vonggac.watch.CheckedPage;
import vn.vonggac.watch.CheckedView;
import vn.vonggac.watch.Since;

/** A check as its page shows it: how far it is, what it came to, and what changed since an earlier one. */
public record CheckPage(Check check, CheckProgress progress, CheckResult result, Optional<Since> since,
        String link) {

    private static final Set<Family> MENDED_IN_A_DRAFT = Set.of(Family.WORDS, Family.PLACE, Family.LINK,
            Family.REDIRECT, Family.SCRIPT, Family.DEFACEMENT);

    /** The same evidence under several views, told once. */
    public record Shown(Finding finding, List<String> views) {

        public Shown {
            views = List.copyOf(views);
        }
    }

    /** A way that a page sends its visitors, and which of them. */
    public record Way(List<CheckedHop> chain, List<String> views) {

        public Way {
            chain = List.copyOf(chain);
            views = List.copyOf(views);
        }
    }

    public Verdict.Level level() {
        return result.verdict();
    }

    /** Which sentence says it: of a draft, of a site, of a page that did not answer, or of a page. */
    public String sentence() {
        String word = Slug.of(level());
        if (check.draft()) {
            return "draft." + word;
        }
        if (check.site()) {
            return "site." + word;
        }
        return seenPages() == 0 ? "unreachable" : word;
    }

    public long flaggedPages() {
        return result.pages().stream().filter(page -> page.verdict().flagged()).count();
    }

    /** Pages with something to say first. */
    public List<CheckedPage> pages() {
        return result.pages().stream()
                .sorted(java.util.Comparator.comparing(CheckedPage::verdict)).toList();
    }

    /** The gravest first. */
    public List<Shown> shown(CheckedPage page) {
        Map<List<Object>, List<Finding>> same = page.findings().stream()
                .sorted(java.util.Comparator.comparing(Finding::severity).thenComparing(Finding::confidence)
                        .reversed())
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.detector(), finding.quote(), finding.place(),
                                finding.arguments()),
                        LinkedHashMap::new, Collectors.toList()));
        return same.values().stream()
                .map(group -> new Shown(group.getFirst(),
                        group.stream().map(Finding::view).distinct().toList()))
                .toList();
    }

    /** What to do about what was found, as words of families; nothing of a draft is on a server yet. */
    public List<String> remedies() {
        return result.pages().stream().flatMap(page -> page.findings().stream()).map(Finding::family)
                .distinct()
                .filter(family -> !check.draft() || MENDED_IN_A_DRAFT.contains(family))
                .map(family -> check.draft() ? "draft." + Slug.of(family) : Slug.of(family)).toList();
    }

    /** What the pages were compared with: what all of them normally say, some or none, or a stranger's nothing. */
    public String comparison() {
        if (check.portal() == 0) {
            return "stranger";
        }
        if (seenPages() == 0) {
            return "unseen";
        }
        if (knownPages() == 0) {
            return "none";
        }
        return knownPages() < seenPages() ? "some" : "all";
    }

    /** Those that came under any view. */
    public long seenPages() {
        return came().count();
    }

    /** Those of them of which it was known what they normally say. */
    public long knownPages() {
        return came().filter(CheckedPage::baseline).count();
    }

    private Stream<CheckedPage> came() {
        return result.pages().stream().filter(page -> page.views().stream().anyMatch(CheckedView::came));
    }

    /** Each way once, with the views that went it; who was sent nowhere is not told. */
    public List<Way> ways(CheckedPage page) {
        Map<List<CheckedHop>, List<String>> ways = new LinkedHashMap<>();
        page.views().stream().filter(view -> !view.chain().isEmpty()).forEach(
                view -> ways.computeIfAbsent(view.chain(), unused -> new ArrayList<>()).add(view.view()));
        return ways.entrySet().stream().map(way -> new Way(way.getKey(), way.getValue())).toList();
    }

    public List<Unseen> unseen(CheckedPage page) {
        return page.unseen().stream().map(Unseen::of).toList();
    }

    public long millis() {
        return result.pages().stream().mapToLong(CheckedPage::millis).sum();
    }
}
