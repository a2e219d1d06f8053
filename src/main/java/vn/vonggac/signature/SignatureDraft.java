package vn.vonggac.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vonggac.audit.Slug;

/** A signature that somebody is writing, with texts that it must hit and texts that it must not. */
public record SignatureDraft(String id, Topic topic, double weight, String query, List<String> hits,
        List<String> misses, String note) {

    public SignatureDraft {
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    /** As a file of signatures holds it. */
    String yaml() {
        Map<String, Object> signature = new LinkedHashMap<>();
        signature.put("id", id);
        signature.put("weight", weight);
        signature.put("query", query);
        signature.put("hits", hits);
        signature.put("misses", misses);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("topic", Slug.of(topic));
        file.put("note", note);
        file.put("signatures", List.of(signature));
        return SignatureFile.yaml(file);
    }
}
