package vn.vonggac.detect;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import vn.vonggac.page.PortalBaseline;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/**
 * How much a page speaks about offences rather than for them, from 0 to 1: arrests, fines, decrees, warnings,
 * lottery results, match reports. A page about gambling is not one for it, and tells nothing of what else is for sale
 * there. With it, the signatures that match on many pages of the portal that are well: a sports department writes
 * about football.
 */
public record Context(List<Hit> told, Set<String> usual) {

    public static final Context NEUTRAL = new Context(List.of(), Set.of());

    /** What the title says is said of the whole page; of what stands in the text a headline far away says less. */
    private static final Set<Field> OF_THE_WHOLE = EnumSet.of(Field.TITLE, Field.META);

    private static final char FOREIGN_FROM = '\u0370';

    /** As many letters away a report counts a third. */
    private static final double REACH = 5_000;
    private static final double BESIDE = 500;

    public Context {
        told = List.copyOf(told);
        usual = Set.copyOf(usual);
    }

    public static Context of(List<Hit> hits, PortalBaseline portal) {
        return new Context(told(hits.stream().filter(hit -> hit.topic() == Topic.REPORT).toList()),
                hits.stream().map(Hit::signature).filter(portal::speaksOf).collect(Collectors.toSet()));
    }

    /** Arrests of any kind are arrests for what the page's other reports name, where they name anything. */
    private static List<Hit> told(List<Hit> reports) {
        List<Topic> named = reports.stream().flatMap(hit -> hit.about().stream()).distinct().toList();
        return reports.stream().map(hit -> hit.about().isEmpty() ? hit.about(named) : hit).toList();
    }

    /** Of a trade, on the page as a whole. */
    public double report(Topic trade) {
        return report(trade, Hit::weight);
    }

    /** Of whatever trade, on the page as a whole. */
    public double report() {
        return report(told, Hit::weight);
    }

    /** Whether these words say something of a report on what a hit says. */
    public boolean reportedIn(String words, Hit hit) {
        return told.stream().anyMatch(one -> one.reportsOn(hit.topic()) && !one.quote().isEmpty()
                && words.contains(one.quote()));
    }

    /** Of what is said around a hit. */
    public double around(Hit hit) {
        boolean foreign = foreign(hit);
        boolean whole = OF_THE_WHOLE.contains(hit.field());
        return report(hit.topic(),
                one -> foreign == foreign(one) ? one.weight() * (whole ? 1 : reach(one, hit)) : 0);
    }

    /** In the letters of another script: a report in Vietnamese tells nothing of what is said in Thai, or drawn alike. */
    private static boolean foreign(Hit hit) {
        return hit.quote().chars().anyMatch(letter -> letter >= FOREIGN_FROM && Character.isLetter(letter)
                && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN);
    }

    /** Of what is said close to a hidden hit and hidden as well: a tab of news tells of arrests too. */
    public double beside(Hit hit) {
        return report(hit.topic(),
                one -> one.hidden() ? one.weight() * Math.exp(-Math.abs(one.at() - hit.at()) / BESIDE) : 0);
    }

    private static double reach(Hit one, Hit hit) {
        return OF_THE_WHOLE.contains(one.field()) ? 1 : Math.exp(-Math.abs(one.at() - hit.at()) / REACH);
    }

    private double report(Topic trade, ToDoubleFunction<Hit> weight) {
        return report(told.stream().filter(one -> one.reportsOn(trade)).toList(), weight);
    }

    private static double report(List<Hit> reports, ToDoubleFunction<Hit> weight) {
        Collection<Double> strongest = reports.stream()
                .collect(Collectors.toMap(Hit::signature, weight::applyAsDouble, Math::max)).values();
        return 1 - strongest.stream().reduce(1.0, (left, one) -> left * (1 - one));
    }
}
