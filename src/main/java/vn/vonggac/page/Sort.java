package vn.vonggac.page;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * One sort of thing on a page: how its items are told apart, what they say behind a mask, the spot they stand at (which
 * may change often or never), and what of them is remembered.
 */
record Sort<T>(ToLongFunction<T> key, Mask loose, BiFunction<T, Mask, String> saying,
        Function<T, String> spot,
        UnaryOperator<T> kept) {

    private static final int SEGMENTS = 4;
    private static final int HEAD = 48;
    private static final int LONGEST_KEPT = 400;

    static final Sort<Block> BLOCKS = new Sort<>(Sort::key, Mask.NUMBERS,
            (block, mask) -> mark(block) + mask.of(block.text()), block -> block.place().path(),
            block -> block);
    static final Sort<Link> LINKS = new Sort<>(link -> Hashes.of(link.target()), Mask.TOKENS,
            (link, mask) -> mask.of(link.target()), link -> Sort.tail(link.place()), Sort::kept);
    static final Sort<Script> SCRIPTS = new Sort<>(Sort::key, Mask.DIGITS,
            (script, mask) -> mask.of(script.source().isEmpty() ? script.text() : script.source()),
            Sort::spot,
            Sort::kept);
    static final Sort<Frame> FRAMES = new Sort<>(frame -> Hashes.of(frame.source() + '\n' + frame.document()),
            Mask.TOKENS, (frame, mask) -> mask.of(frame.source() + '\n' + frame.document()),
            frame -> Sort.tail(frame.place()) + ' ' + frame.host(), Sort::kept);
    static final Sort<Form> FORMS = new Sort<>(form -> Hashes.of(form.method() + ' ' + form.action()),
            Mask.TOKENS, (form, mask) -> form.method() + ' ' + mask.of(form.action()),
            form -> Sort.tail(form.place()) + ' ' + form.host(), form -> form);
    static final Sort<Meta> METAS = new Sort<>(meta -> Hashes.of(meta.name() + '=' + meta.content()),
            Mask.NUMBERS, (meta, mask) -> meta.name() + '=' + mask.of(meta.content()), Meta::name,
            Sort::kept);

    /** Short texts that are what they say: words of titles, template profiles. */
    static final Sort<String> WORDS = new Sort<>(Hashes::of, Mask.TOKENS, (word, mask) -> word, word -> "",
            word -> word);

    /** Whether an item that is known stands where it stood; only of text is it told. */
    boolean standsAt(T item, String known) {
        if (!(item instanceof Block block)) {
            return true;
        }
        String path = block.place().path();
        int rest = path.length() - known.length();
        return path.endsWith(known) && (rest == 0 || path.charAt(rest - 1) == '>');
    }

    /** The hash of what an item says at its spot, numbers and tokens aside. */
    long says(T item) {
        return says(item, loose);
    }

    /** The same with only tokens and dates aside. */
    long saysClosely(T item) {
        return says(item, isLoose() ? Mask.TOKENS : loose);
    }

    /** Whether numbers are left out that may mean something. */
    boolean isLoose() {
        return loose == Mask.NUMBERS;
    }

    /** The hash of what an item says, wherever it stands. */
    long saysAnywhere(T item) {
        return Hashes.of(saying.apply(item, loose));
    }

    private long says(T item, Mask mask) {
        return Hashes.finish(Hashes.mix(Hashes.of(saying.apply(item, mask)), spot.apply(item).hashCode()));
    }

    /** The same words shown and hidden are two things. */
    private static long key(Block block) {
        return block.hidden().isPresent() ? ~block.hash() : block.hash();
    }

    private static String mark(Block block) {
        return block.hidden().isPresent() ? "~" : "";
    }

    private static long key(Script script) {
        return script.source().isEmpty() ? script.hash() : Hashes.of(script.source());
    }

    private static String spot(Script script) {
        String text = script.text();
        return script.source().isEmpty()
                ? script.kind() + " " + Mask.DIGITS.of(text.substring(0, Math.min(text.length(), HEAD)))
                : script.host();
    }

    /** The end of a tag path: templates put classes on the elements around everything that change by the visit. */
    private static String tail(Place place) {
        String path = place.path();
        int start = path.length();
        for (int i = 0; i < SEGMENTS && start > 0; i++) {
            start = path.lastIndexOf('>', start - 1);
        }
        return start <= 0 ? path : path.substring(start + 1);
    }

    private static Link kept(Link link) {
        return link.target().length() <= LONGEST_KEPT
                ? link
                : new Link(link.place(), cut(link.target()), link.text(), link.label(), link.rel(),
                        link.host(),
                        link.domain(),
                        link.outbound(), link.region(), link.hidden());
    }

    private static Script kept(Script script) {
        return new Script(script.place(), script.kind(), cut(script.source()), script.host(),
                cut(script.text()),
                script.hash());
    }

    private static Frame kept(Frame frame) {
        return new Frame(frame.place(), cut(frame.source()), frame.host(), cut(frame.document()),
                frame.outbound(), frame.covers(), frame.hidden());
    }

    private static Meta kept(Meta meta) {
        return new Meta(meta.place(), meta.name(), cut(meta.content()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_KEPT ? text : text.substring(0, LONGEST_KEPT);
    }
}
