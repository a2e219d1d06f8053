package vn.vonggac.detector;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.vonggac.detect.Detector;
import vn.vonggac.detect.Example;
import vn.vonggac.detect.Family;
import vn.vonggac.detect.Finding;
import vn.vonggac.detect.Observation;
import vn.vonggac.detect.Seen;
import vn.vonggac.detect.Severity;
import vn.vonggac.page.HiddenReason;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;

/**
 * Links to other sites that a reader cannot see. Hiding alone says little, menus are hidden too; it weighs when the
 * words or the host behind it are of a trade, when the way of hiding is nobody's menu, or when the host is new.
 */
@Singleton
final class HiddenLinkDetector implements Detector {

    private static final Set<HiddenReason> NOBODYS_MENU = EnumSet.of(HiddenReason.ZERO_SIZE,
            HiddenReason.OFF_SCREEN,
            HiddenReason.CLIPPED, HiddenReason.TRANSPARENT, HiddenReason.SAME_COLOUR,
            HiddenReason.TEXT_INDENT,
            HiddenReason.ZERO_FONT, HiddenReason.ZERO_MARQUEE);
    private static final double WORDS_OF_A_TRADE = 0.95;
    private static final double HIDDEN_AT_ALL = 0.1;
    private static final double ODD_HIDING = 0.2;
    private static final double NEW_ON_PORTAL = 0.5;
    private static final double FEW_WORDS = 0.8;
    private static final double MANY_NEW = 0.85;
    private static final String INCONSPICUOUS = ".,;:·'`-_|\u00a0\u200b\u200c\u200d\u2060\ufeff";
    private static final int LONGEST_SIGN = 2;
    private static final int FARM = 4;
    private static final int NAMED_HOSTS = 5;

    private final HostRisk risk;

    HiddenLinkDetector(HostRisk risk) {
        this.risk = risk;
    }

    @Override
    public String id() {
        return "hidden-link";
    }

    @Override
    public Family family() {
        return Family.PLACE;
    }

    @Override
    public List<Finding> look(Observation observation) {
        return observation.views().stream().flatMap(seen -> look(observation, seen).stream()).toList();
    }

    private Optional<Finding> look(Observation observation, Seen seen) {
        String own = Hosts.of(observation.url());
        Set<String> trusted = observation.portal().trustedHosts();
        List<Link> links = seen.content().links().stream().filter(Link::outbound)
                .filter(link -> (link.hidden().isPresent() || onASign(link))
                        && !risk.neighbour(link.host(), own))
                .filter(link -> !trusted.contains(link.host())).toList();
        LinkWords words = new LinkWords(seen);
        double farm = farm(seen, links);
        return links.stream().max(Comparator.comparingDouble(link -> confidence(seen, words, link)))
                .map(worst -> finding(seen, links, worst,
                        1 - (1 - farm) * (1 - confidence(seen, words, worst))));
    }

    private Finding finding(Seen seen, List<Link> links, Link worst, double confidence) {
        List<String> hosts = links.stream().map(Link::host).distinct().toList();
        String named = hosts.stream().limit(NAMED_HOSTS).collect(Collectors.joining(", "));
        return Finding.of(this, Severity.HIGH, confidence, seen.view(), worst.place(),
                (worst.text() + " " + worst.target()).strip(), String.valueOf(links.size()), named)
                .counting(links.size()).naming(hosts);
    }

    /** Many links to many sites under few words, or many that were not there before: a farm that sells rank. */
    private static double farm(Seen seen, List<Link> links) {
        long domains = links.stream().map(Link::domain).distinct().count();
        long words = links.stream().map(link -> link.text().toLowerCase(Locale.ROOT)).distinct().count();
        Set<String> fresh = seen.novelty().hosts();
        long added = links.stream().map(Link::host).filter(fresh::contains).distinct().count();
        double bySize = domains >= FARM && words * 2 <= domains ? FEW_WORDS : 0;
        return Math.max(bySize, added >= FARM ? MANY_NEW : 0);
    }

    private double confidence(Seen seen, LinkWords words, Link link) {
        if (words.in(link).or(() -> words.onHost(link)).isPresent()) {
            return WORDS_OF_A_TRADE;
        }
        double doubt = 1 - HIDDEN_AT_ALL;
        doubt *= link.hidden().filter(NOBODYS_MENU::contains).isPresent() ? 1 - ODD_HIDING : 1;
        doubt *= seen.novelty().hosts().contains(link.host()) ? 1 - NEW_ON_PORTAL : 1;
        return 1 - doubt * (1 - risk.of(link.target()));
    }

    /** A link on a dot, a comma or an invisible letter: a reader takes it for a part of the text. */
    private static boolean onASign(Link link) {
        return !link.text().isEmpty() && link.text().length() <= LONGEST_SIGN
                && link.text().chars().noneMatch(Character::isLetterOrDigit)
                && link.text().chars().anyMatch(letter -> INCONSPICUOUS.indexOf(letter) >= 0);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.raises("links-pushed-off-the-screen",
                        "<title>Tin</title><p>Bài viết</p><div style='position:absolute;left:-9999px'>"
                                + "<a href='https://abc123.vip/'>nhà cái uy tín</a>"
                                + "<a href='https://xyz88.win/'>tài xỉu online</a></div>"),
                Example.silent("folded-menu", "<title>Tin</title><ul style='display:none'>"
                        + "<li><a href='/gioi-thieu'>Giới thiệu</a></li>"
                        + "<li><a href='https://chinhphu.vn'>Chính phủ</a></li></ul><p>Bài viết</p>"));
    }
}
