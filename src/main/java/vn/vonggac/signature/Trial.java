package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every signature against its own examples. {@code failures} are examples that should hit and do not, or should not
 * and do, and signatures with too few of either; {@code unneeded} names signatures of which every hit is also hit
 * by another one of the same topic.
 */
public record Trial(int signatures, int examples, List<String> failures, List<String> unneeded) {

    private static final int FEWEST = 3;

    public Trial {
        failures = List.copyOf(failures);
        unneeded = List.copyOf(unneeded);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    static Trial of(Collection<Signature> signatures, Rules rules) {
        List<String> failures = new ArrayList<>();
        List<String> unneeded = new ArrayList<>();
        int examples = 0;
        for (Signature signature : signatures) {
            examples += signature.hits().size() + signature.misses().size();
            counts(signature, failures);
            boolean needed = false;
            for (Map<Field, String> example : signature.hits()) {
                Set<String> found = found(rules, example, signature.topic());
                if (!found.contains(signature.id())) {
                    failures.add(line(signature, "does not hit", example));
                }
                needed |= found.equals(Set.of(signature.id()));
            }
            misses(signature, rules, failures);
            if (!needed) {
                unneeded.add(signature.id());
            }
        }
        return new Trial(signatures.size(), examples, failures, unneeded);
    }

    private static void counts(Signature signature, List<String> failures) {
        if (signature.hits().size() < FEWEST || signature.misses().size() < FEWEST) {
            failures.add(signature.source() + ": " + signature.id() + " has " + signature.hits().size()
                    + " hits and " + signature.misses().size() + " misses, fewer than " + FEWEST);
        }
    }

    private static void misses(Signature signature, Rules rules, List<String> failures) {
        for (Map<Field, String> example : signature.misses()) {
            if (found(rules, example, signature.topic()).contains(signature.id())) {
                failures.add(line(signature, "must not hit", example));
            }
        }
    }

    private static Set<String> found(Rules rules, Map<Field, String> example, Topic topic) {
        return rules.match(ExamplePage.of(example), Optional.empty()).stream()
                .filter(hit -> hit.topic() == topic).map(Hit::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Signature signature, String what, Map<Field, String> example) {
        return signature.source() + ": " + signature.id() + " " + what + " " + example;
    }
}
