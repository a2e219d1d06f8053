package vn.vonggac.incident;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;

/** A finding as it was first seen: on which page, when. */
public record Evidence(String page, Instant at, Finding finding) {

    static final int LONGEST_QUOTE = 400;
    static final int MOST = 200;

    /** Of what is hidden more is something new, though the same stands first. */
    private String mark() {
        String amount = finding.family() == Family.PLACE
                ? finding.arguments().stream().findFirst().orElse("")
                : "";
        return page + '\n' + finding.detector() + '\n' + finding.view() + '\n'
                + Lines.cut(finding.quote(), LONGEST_QUOTE) + '\n' + amount;
    }

    /** What is known already stays; what says something new since T0 is added, up to a bound. */
    static List<Evidence> join(List<Evidence> known, List<Evidence> more, Timeline timeline) {
        List<Evidence> current = known.stream().filter(evidence -> timeline.current(evidence.at())).toList();
        Set<String> marks = new LinkedHashSet<>();
        current.forEach(evidence -> marks.add(evidence.mark()));
        List<Evidence> added = more.stream().filter(evidence -> marks.add(evidence.mark()))
                .limit(Math.max(0, MOST - current.size())).toList();
        return added.isEmpty() ? known : Stream.concat(known.stream(), added.stream()).toList();
    }
}
