package vn.vonggac.detector;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vonggac.detect.Seen;
import vn.vonggac.page.Link;
import vn.vonggac.signature.Field;
import vn.vonggac.signature.Hit;
import vn.vonggac.signature.Topic;

/** The words of a trade that a page's links carry, in their text or in the name of the host they lead to. */
final class LinkWords {

    private static final Set<Topic> TRADES = EnumSet.complementOf(
            EnumSet.of(Topic.REPORT, Topic.SCRIPT, Topic.OFFER, Topic.DEFACEMENT, Topic.HACKER_CONTACT));
    private static final Set<Field> SAID = EnumSet.of(Field.TEXT, Field.HIDDEN, Field.ANCHOR);

    private final List<Hit> said;
    private final List<Hit> named;

    LinkWords(Seen seen) {
        this.said = hits(seen, SAID);
        this.named = hits(seen, EnumSet.of(Field.LINKHOST));
    }

    private static List<Hit> hits(Seen seen, Set<Field> fields) {
        return seen.hits().stream()
                .filter(hit -> TRADES.contains(hit.topic()) && fields.contains(hit.field())).toList();
    }

    /** The strongest words in the link's own text. */
    Optional<Hit> in(Link link) {
        return said.stream().filter(hit -> !hit.quote().isEmpty())
                .filter(hit -> hit.place().equals(link.place()) || link.text().contains(hit.quote()))
                .max(Comparator.comparingDouble(Hit::weight));
    }

    /** The strongest signature on the host's name. */
    Optional<Hit> onHost(Link link) {
        return onHost(link.host());
    }

    Optional<Hit> onHost(String host) {
        return named.stream().filter(hit -> hit.quote().equals(host))
                .max(Comparator.comparingDouble(Hit::weight));
    }
}
