package vn.vonggac.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the known pages of a portal are made and what they speak of: their templates, their words, the signatures that
 * match on pages that are well, and how much of that was new each time. Never changed.
 */
record Manner(int pages, List<Template> templates, Vocabulary vocabulary, Map<String, Integer> spoken,
        Surprise surprise) {

    static final Manner UNKNOWN = new Manner(0, List.of(), Vocabulary.EMPTY, Map.of(), Surprise.ALWAYS);
    static final int MOST_TEMPLATES = 64;
    static final int MOST_SPOKEN = 1_000;
    static final double SAME_TEMPLATE = 0.2;
    private static final int FEWEST_WORDS = 20;
    private static final double LEEWAY = 0.25;
    private static final double RANGE = 0.5;
    private static final int OFTEN_SPOKEN = 3;
    private static final int PAGES_TO_TELL = 20;
    private static final double USUALLY_SPOKEN = 0.1;

    /** A tag-path profile and how many pages have it. */
    record Template(String profile, int pages) {

        boolean fits(PageContent page) {
            return Profile.distance(profile, page.profile()) <= SAME_TEMPLATE;
        }
    }

    /** How often a page that became known was built like none before, and which share of its words was new. */
    record Surprise(float template, float words) {

        static final Surprise ALWAYS = new Surprise(1, 1);
        private static final int REACH = 20;

        Surprise next(boolean otherTemplate, double newWords, int pages) {
            float share = 1f / Math.min(pages + 1, REACH);
            return new Surprise(template + ((otherTemplate ? 1 : 0) - template) * share,
                    words + ((float) newWords - words) * share);
        }
    }

    /** One more page is known. */
    Manner take(Lesson lesson) {
        Set<String> words = Wording.of(lesson.content().blocks());
        Surprise next = surprise.next(!knowsTemplate(lesson.content()), foreign(words).size(words.size()),
                pages);
        return new Manner(pages + 1, withTemplate(lesson.content()), vocabulary.with(words),
                withSpoken(lesson.spoken()), next);
    }

    /** A reviewer called a page normal. */
    Manner accept(PageContent page) {
        return new Manner(pages, withTemplate(page), vocabulary.with(Wording.of(page.blocks())), spoken,
                surprise);
    }

    /** A page that was known says more. */
    Manner hear(List<Block> blocks) {
        return with(vocabulary.with(Wording.of(blocks)));
    }

    /** A reviewer called what this change brought to the page wrong. */
    Manner forget(PageContent page, Change change) {
        return new Manner(pages, change.otherTemplate() ? withoutTemplate(page) : templates,
                vocabulary.without(Wording.of(change.added())), spoken, surprise);
    }

    /** One page less has its template. */
    private List<Template> withoutTemplate(PageContent page) {
        List<Template> rest = new ArrayList<>(templates);
        template(page).ifPresent(known -> {
            rest.remove(known);
            if (known.pages() > 1) {
                rest.add(new Template(known.profile(), known.pages() - 1));
            }
        });
        return List.copyOf(rest);
    }

    private Manner with(Vocabulary next) {
        return next == vocabulary ? this : new Manner(pages, templates, next, spoken, surprise);
    }

    /** Where there are too many, one of the rarest goes. */
    private List<Template> withTemplate(PageContent page) {
        List<Template> all = new ArrayList<>(templates);
        Optional<Template> known = template(page);
        known.ifPresentOrElse(template -> all.set(all.indexOf(template),
                new Template(template.profile(), template.pages() + 1)), () -> {
                    if (all.size() == MOST_TEMPLATES) {
                        all.remove(all.stream().min(Comparator.comparingInt(Template::pages)).orElseThrow());
                    }
                    all.add(new Template(page.profile(), 1));
                });
        return List.copyOf(all);
    }

    private Map<String, Integer> withSpoken(Set<String> signatures) {
        Map<String, Integer> all = new HashMap<>(spoken);
        for (String signature : signatures) {
            if (all.size() < MOST_SPOKEN || all.containsKey(signature)) {
                all.merge(signature, 1, Integer::sum);
            }
        }
        return Map.copyOf(all);
    }

    private Optional<Template> template(PageContent page) {
        return templates.stream().filter(known -> known.fits(page)).findFirst();
    }

    boolean knowsTemplate(PageContent page) {
        return template(page).isPresent();
    }

    /** From 0 for a template that is known to 1 where pages never had another. */
    double unexpectedTemplate(PageContent page) {
        return knowsTemplate(page) ? 0 : 1 - surprise.template();
    }

    /** What of some text is not said on the portal, and how unexpected that is: every page brings some names. */
    Foreign foreign(List<Block> blocks) {
        Set<String> words = Wording.of(blocks);
        Foreign foreign = foreign(words);
        double share = foreign.size(words.size());
        return words.size() < FEWEST_WORDS
                ? Foreign.NOTHING
                : foreign.at(Math.clamp((share - surprise.words() - LEEWAY) / RANGE, 0, 1));
    }

    private Foreign foreign(Collection<String> words) {
        return new Foreign(words.stream().filter(word -> !vocabulary.knows(word)).toList(), 0);
    }

    /** Words that the portal does not use, and how much they are out of place. */
    record Foreign(List<String> words, double unexpected) {

        static final Foreign NOTHING = new Foreign(List.of(), 0);

        private double size(int all) {
            return all == 0 ? 0 : (double) words.size() / all;
        }

        private Foreign at(double much) {
            return much == 0 ? NOTHING : new Foreign(words, much);
        }
    }

    boolean speaksOf(String signature) {
        int often = spoken.getOrDefault(signature, 0);
        return pages >= PAGES_TO_TELL && often >= OFTEN_SPOKEN && often >= USUALLY_SPOKEN * pages;
    }
}
