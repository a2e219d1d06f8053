package vn.vonggac.demo;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What editors publish: some articles before the story begins, one more every few minutes of it. */
final class News {

    private static final int BEFORE = 4;
    private static final Duration EVERY = Duration.ofMinutes(6);
    private static final int STRIDE = 7;

    private final List<List<String>> written = List.of(Material.text("news.txt").split("\n\n")).stream()
            .map(text -> text.strip().lines().toList()).toList();

    /** One article: title, then its paragraphs. */
    record Article(int number, String title, List<String> paragraphs, Instant at) {

        String slug() {
            String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT).replace('đ', 'd'),
                    Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    }

    int published(Site site, Moment moment) {
        Duration since = moment.elapsed().plus(phase(site));
        return BEFORE + (int) since.dividedBy(EVERY);
    }

    Optional<Article> article(Site site, int number, Moment moment) {
        return number < 1 || number > published(site, moment)
                ? Optional.empty()
                : Optional.of(written(site, number, moment));
    }

    /** The newest first. */
    List<Article> latest(Site site, Moment moment, int most) {
        int newest = published(site, moment);
        return IntStream.range(0, Math.min(most, newest))
                .mapToObj(back -> written(site, newest - back, moment)).toList();
    }

    private Article written(Site site, int number, Moment moment) {
        List<String> text = written.get(Math.floorMod(site.seed() + number * STRIDE, written.size())).stream()
                .map(line -> line.replace("{agency}", site.agency())).toList();
        return new Article(number, text.getFirst(), text.subList(1, text.size()), at(site, number, moment));
    }

    private static Instant at(Site site, int number, Moment moment) {
        return number > BEFORE
                ? moment.start().plus(EVERY.multipliedBy(number - BEFORE)).minus(phase(site))
                : moment.start().minus(Duration.ofDays(BEFORE + 1L - number));
    }

    private static Duration phase(Site site) {
        return Duration.ofSeconds(Math.floorMod(site.seed() * 37L, EVERY.toSeconds()));
    }
}
