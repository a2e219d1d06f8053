package vn.vonggac.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.page.PageReader;
import vn.vonggac.page.PageSource;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Signatures;

/**
 * Words that were wrongly found, as an example that must not match, and the signatures it is for: whoever keeps them adds
 * it to their {@code misses}, and the signature's own test asks for a better query.
 */
public record NegativeExample(List<String> signatures, String words) {

    private static final int MOST = 8;

    public NegativeExample {
        signatures = List.copyOf(signatures);
    }

    /** Empty where no signature matches what was quoted by itself. */
    static Optional<NegativeExample> of(Signatures all, PageReader reader, Finding finding) {
        String words = finding.quote().strip();
        if (finding.family() != Family.WORDS && finding.family() != Family.DEFACEMENT || words.isEmpty()) {
            return Optional.empty();
        }
        PageSource quoted = new PageSource("", words.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/plain; charset=utf-8"), false);
        List<String> matching = all.match(reader.read(quoted), Optional.empty()).stream().map(Hit::signature)
                .distinct().sorted().limit(MOST).toList();
        return matching.isEmpty() ? Optional.empty() : Optional.of(new NegativeExample(matching, words));
    }

    /** As it stands in a file of signatures. */
    public String line() {
        return "- \"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }
}
