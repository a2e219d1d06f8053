package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vonggac.audit.Slug;
import vn.vonggac.corpus.SignatureHunt;
import vn.vonggac.corpus.SignatureHunts;
import vn.vonggac.signature.Miss;
import vn.vonggac.signature.OwnSignatures;
import vn.vonggac.signature.Signatures;

/** The signatures in force as the desk lists them: by topic, by words, and those of which something was said. */
@Singleton
final class SignatureLists {

    private final Signatures signatures;
    private final OwnSignatures own;
    private final SignatureHunts hunts;

    SignatureLists(Signatures signatures, OwnSignatures own, SignatureHunts hunts) {
        this.signatures = signatures;
        this.own = own;
        this.hunts = hunts;
    }

    /** What found something first, the latest before. */
    Listing<SignatureLine> list(Address address) {
        String topic = address.value("topic");
        String words = address.value("q").strip().toLowerCase(Locale.ROOT);
        boolean said = !address.value("said").isEmpty();
        List<SignatureLine> lines = lines()
                .filter(line -> topic.isEmpty() || Slug.of(line.signature().topic()).equals(topic))
                .filter(line -> !said || line.misses() > 0).filter(line -> line.says(words))
                .sorted(Comparator.comparing(SignatureLine::found).thenComparing(SignatureLine::huntedAt)
                        .reversed().thenComparing(line -> line.signature().id()))
                .toList();
        return Listing.of(address, lines.size(),
                (size, skip) -> lines.stream().skip(skip).limit(size).toList());
    }

    long count() {
        return signatures.count();
    }

    /** Why what lies in the operator's folder is not in force; empty where it is. */
    String refused() {
        return signatures.refused();
    }

    private Stream<SignatureLine> lines() {
        Map<String, SignatureHunt> found = hunts.byName();
        Map<String, List<String>> said = words(own.said().stream());
        Map<String, List<String>> written = words(
                signatures.misses().stream().filter(miss -> !own.wrote(miss)));
        return signatures.all().stream().map(signature -> new SignatureLine(signature,
                Optional.ofNullable(found.get(signature.id())),
                said.getOrDefault(signature.id(), List.of()),
                written.getOrDefault(signature.id(), List.of())));
    }

    private static Map<String, List<String>> words(Stream<Miss> misses) {
        return misses.collect(Collectors.groupingBy(Miss::signature,
                Collectors.mapping(Miss::words, Collectors.toList())));
    }
}
