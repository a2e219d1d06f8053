package vn.vonggac.signature;

import java.util.List;
import java.util.Map;

/**
 * One stored query with its own examples. {@code about} tells the trades that a report speaks of, none where it may be
 * any; {@code source} is the file and line it stands on. An example gives the text of each field it fills.
 */
public record Signature(String id, Topic topic, List<Topic> about, double weight, List<String> languages,
        String query, List<Map<Field, String>> hits, List<Map<Field, String>> misses, String note,
        String source) {

    public Signature {
        about = List.copyOf(about);
        languages = List.copyOf(languages);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }
}
