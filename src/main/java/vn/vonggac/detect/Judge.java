package vn.vonggac.detect;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Weighs findings into a verdict: the strongest word of each family counts, and families add up as noisy-or. */
@Singleton
public final class Judge {

    private final Weights weights;

    public Judge(Weights weights) {
        this.weights = weights;
    }

    public Verdict verdict(List<Finding> findings, List<String> incomplete) {
        double score = score(findings);
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingDouble(this::worth).reversed());
        return new Verdict(weights.level(score, incomplete.isEmpty()), score, sorted, incomplete);
    }

    private double score(List<Finding> findings) {
        Map<Family, Double> strongest = new EnumMap<>(Family.class);
        findings.stream().filter(finding -> finding.family() != Family.POSTURE)
                .forEach(finding -> strongest.merge(finding.family(), worth(finding), Math::max));
        return 1 - strongest.values().stream().reduce(1.0, (doubt, worth) -> doubt * (1 - worth));
    }

    private double worth(Finding finding) {
        return weights.of(finding.detector()) * finding.confidence();
    }
}
