package vn.vonggac.watch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.vonggac.detect.Finding;

/**
 * What a clean-up achieved: what an earlier check found that is gone, that is still there, that cannot be told
 * because no view that showed it came home this time, and what is new.
 */
public record Since(List<Item> gone, List<Item> still, List<Item> unknown, List<Item> added) {

    /** One planted host, or where a detector names none what it found, on one page under these views. */
    public record Item(String url, String host, Finding finding, Set<String> views) {}

    public Since {
        gone = List.copyOf(gone);
        still = List.copyOf(still);
        unknown = List.copyOf(unknown);
        added = List.copyOf(added);
    }

    public static Since of(CheckResult earlier, CheckResult now) {
        Map<String, Item> before = items(earlier);
        Map<String, Item> after = items(now);
        Predicate<Item> seen = item -> now.pages().stream().filter(page -> page.url().equals(item.url()))
                .flatMap(page -> page.views().stream())
                .anyMatch(view -> view.came() && item.views().contains(view.view()));
        List<Item> missing = without(before, after);
        return new Since(missing.stream().filter(seen).toList(),
                after.entrySet().stream().filter(item -> before.containsKey(item.getKey()))
                        .map(Map.Entry::getValue).toList(),
                missing.stream().filter(seen.negate()).toList(), without(after, before));
    }

    private static List<Item> without(Map<String, Item> items, Map<String, Item> others) {
        return items.entrySet().stream().filter(item -> !others.containsKey(item.getKey()))
                .map(Map.Entry::getValue).toList();
    }

    /** The same thing under several views is one; a detector that still finds something found it still there. */
    private static Map<String, Item> items(CheckResult result) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (CheckedPage page : result.pages()) {
            for (Finding finding : page.findings()) {
                Collection<String> hosts = finding.hosts().isEmpty() ? List.of("") : finding.hosts();
                hosts.forEach(host -> items.computeIfAbsent(
                        page.url() + '\n' + finding.detector() + '\n' + host,
                        key -> new Item(page.url(), host, finding, new TreeSet<>())).views()
                        .add(finding.view()));
            }
        }
        return items;
    }
}
