package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.page.Sentence;

/** What a run did to the page, and what it asked about its visitor. */
final class ScriptRecord {

    private static final int MOST = 200;
    private static final int LONGEST = 400_000;

    private final Set<String> writes = new LinkedHashSet<>();
    private final Set<Step> steps = new LinkedHashSet<>();
    private final List<ScriptElement> elements = new ArrayList<>();
    private final StringBuilder evaluated = new StringBuilder();
    private final StringBuilder stream = new StringBuilder();
    private List<Object> callbacks = new ArrayList<>();
    private boolean curious;
    private boolean stopped;
    private boolean failed;

    record Step(String url, Means means) {}

    /** Markup set on some element. */
    void wrote(String written) {
        ScriptAnswer.source(written).ifPresent(from -> step(from, Means.RELAYED));
        String markup = ScriptAnswer.known(written);
        if (writes.size() < MOST && speaks(markup)) {
            writes.add(ScriptDecoding.readable(bounded(markup)));
        }
    }

    /** Markup that {@code document.write} appends to what it wrote before. */
    void streamed(String markup) {
        ScriptAnswer.source(markup).ifPresent(from -> step(from, Means.STREAMED));
        if (stream.length() < LONGEST) {
            stream.append(bounded(ScriptAnswer.known(markup)));
        }
    }

    void went(String url, Means means) {
        if (ScriptAnswer.decides(url)) {
            ScriptAnswer.source(url).ifPresent(from -> step(from, Means.OBEYED));
        } else if (Addresses.absolute(url)) {
            step(ScriptAnswer.known(url).strip(), means);
        }
    }

    private void step(String url, Means means) {
        if (steps.size() < MOST) {
            steps.add(new Step(url, means));
        }
    }

    void made(ScriptElement element) {
        if (elements.size() < MOST) {
            elements.add(element);
        }
    }

    void evaluated(String source) {
        ScriptAnswer.source(source).ifPresent(from -> step(from, Means.OBEYED));
        if (evaluated.length() < LONGEST) {
            evaluated.append(bounded(ScriptAnswer.known(source))).append('\n');
        }
    }

    void later(Object callback) {
        if (callbacks.size() < MOST) {
            callbacks.add(callback);
        }
    }

    List<Object> takeCallbacks() {
        List<Object> taken = callbacks;
        callbacks = new ArrayList<>();
        return taken;
    }

    /** It asked who is looking. */
    void asked() {
        curious = true;
    }

    void stopped() {
        stopped = true;
    }

    void failed() {
        failed = true;
    }

    boolean curious() {
        return curious;
    }

    boolean finished() {
        return !stopped && !failed;
    }

    Set<Step> steps() {
        return steps;
    }

    String evaluatedText() {
        return evaluated.toString();
    }

    Set<String> written() {
        Set<String> all = new LinkedHashSet<>(writes);
        if (speaks(stream)) {
            all.add(ScriptDecoding.readable(stream.toString()));
        }
        elements.stream().filter(ScriptElement::outermost).map(ScriptElement::markup)
                .filter(markup -> !markup.isEmpty()).forEach(all::add);
        return all;
    }

    /** Text alone counts when it is a sentence, markup always. */
    private static boolean speaks(CharSequence written) {
        return written.chars().anyMatch(letter -> letter == '<') || Sentence.isOne(written);
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
