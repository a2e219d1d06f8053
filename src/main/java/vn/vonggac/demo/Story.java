package vn.vonggac.demo;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What happens in the province, over and over, each time on other portals. */
record Story(Duration length, List<String> brands, List<Act> acts, List<Make> makes, List<Site> sites) {

    private static final int BRANDS_A_ROUND = 4;

    Story {
        brands = List.copyOf(brands);
        acts = List.copyOf(acts);
        makes = List.copyOf(makes);
        sites = List.copyOf(sites);
    }

    static Story among(List<Make> makes, List<Site> sites) {
        Map<String, Object> file = Material.map("story.yml");
        List<String> brands = ((List<?>) Objects.requireNonNull(file.get("brands"))).stream()
                .map(Object::toString).toList();
        return new Story(Duration.parse(Material.word(file, "length")), brands,
                Material.maps(file, "acts").stream().map(Act::read).toList(), makes,
                sites.stream().sorted(Comparator.comparing(Site::portal)).toList());
    }

    /** Everything that has begun, the latest first. */
    List<Scene> begun(Duration elapsed) {
        return IntStream.rangeClosed(0, (int) elapsed.dividedBy(length)).boxed().flatMap(this::round)
                .filter(scene -> scene.begun(elapsed))
                .sorted(Comparator.comparing(Scene::from).reversed()).toList();
    }

    /** What goes on at a portal. */
    List<Scene> on(Site site, Duration elapsed) {
        return begun(elapsed).stream().filter(scene -> scene.site().equals(site))
                .filter(scene -> scene.on(elapsed)).toList();
    }

    private Stream<Scene> round(int round) {
        return acts.stream().flatMap(act -> IntStream.range(0, act.sites().size())
                .mapToObj(place -> scene(act, round, place)));
    }

    private Scene scene(Act act, int round, int place) {
        Make make = makes.get((act.make() + round) % makes.size());
        List<Site> cast = sites.stream().filter(site -> site.make().equals(make)).toList();
        Duration shift = length.multipliedBy(round);
        return new Scene(act, round, cast.get((act.sites().get(place) + round) % cast.size()),
                act.at().plus(shift).plus(act.apart().multipliedBy(place)),
                act.until().map(end -> end.plus(shift)));
    }

    /** A text with the brands that this round advertises, {@code {brand}} to {@code {brand4}}. */
    String filled(String text, int round) {
        String filled = text.replace("{brand}", brand(round, 0));
        for (int i = 1; i < BRANDS_A_ROUND; i++) {
            filled = filled.replace("{brand" + (i + 1) + "}", brand(round, i));
        }
        return filled;
    }

    String brand(int round, int which) {
        return brands.get((round * BRANDS_A_ROUND + which) % brands.size());
    }
}
