package vn.vonggac.detect;

import java.util.List;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/**
 * How much a page speaks about offences rather than for them, from 0 to 1: arrests, fines, decrees, warnings,
 * lottery results, match reports. A page about gambling is not one for it.
 */
public record Context(double report) {

    public static final Context NEUTRAL = new Context(0);

    public static Context of(List<Hit> hits) {
        double doubt = hits.stream().filter(hit -> hit.topic() == Topic.REPORT).map(Hit::signature).distinct()
                .mapToDouble(signature -> strongest(hits, signature))
                .reduce(1, (left, weight) -> left * (1 - weight));
        return new Context(1 - doubt);
    }

    private static double strongest(List<Hit> hits, String signature) {
        return hits.stream().filter(hit -> hit.signature().equals(signature)).mapToDouble(Hit::weight).max()
                .orElse(0);
    }
}
