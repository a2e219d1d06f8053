package vn.vonggac.detector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.vonggac.detect.ScriptOutcome;
import vn.vonggac.detect.ScriptOutcome.Means;
import vn.vonggac.detect.ScriptOutcome.Sign;
import vn.vonggac.detect.ScriptOutcome.Target;
import vn.vonggac.detect.ScriptOutcome.Visitor;
import vn.vonggac.page.Script;
import vn.vonggac.page.Sentence;

/** One script looked at closer: first its strings, then, where they call for it, what it does when run. */
final class ScriptReading {

    private static final Pattern TABLE = Pattern.compile("\\b_0x[0-9a-f]{4,6}\\b");
    /** What any thing's maker is made by makes functions of text. */
    private static final Pattern MAKER_OF_MAKERS = Pattern
            .compile("constructor['\"`\\]\\s]{0,9}[.\\[][\\s'\"`]{0,9}constructor");
    private static final Pattern ADDRESS_END = Pattern.compile("[\"'\\s<>)]");
    private static final List<String> ASKING = List.of("fetch(", "XMLHttpRequest", "ajax(", "$.get",
            "$.post");
    private static final int LONGEST_DECODED = 20_000;
    private static final int MANY_ESCAPES = 20;
    private static final int FEWEST_NUMBERS = 12;

    private final Script script;
    private final String url;
    private final ScriptBounds bounds;
    private final int runsLeft;
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final Set<String> writes = new LinkedHashSet<>();
    private final Map<ScriptRecord.Step, Set<Visitor>> steps = new LinkedHashMap<>();
    private final StringBuilder decoded = new StringBuilder();
    private final Set<String> named = new LinkedHashSet<>();
    private boolean finished = true;
    /** Whether it asked who is looking, and may have wanted somebody else. */
    private boolean chosen;
    private int runs;

    ScriptReading(Script script, String url, ScriptBounds bounds, int runsLeft) {
        this.script = script;
        this.url = url;
        this.bounds = bounds;
        this.runsLeft = runsLeft;
        read();
    }

    int runs() {
        return runs;
    }

    Optional<ScriptOutcome> outcome() {
        List<Target> targets = new ArrayList<>();
        steps.forEach((step, visitors) -> {
            if (step.means() != Means.SCRIPT || leadsAway(step.url())) {
                targets.add(new Target(step.url(), step.means(), visitors));
            }
        });
        Set<String> done = targets.stream().map(Target::url).collect(Collectors.toSet());
        named.stream().filter(address -> !done.contains(address.strip()) && leadsAway(address))
                .map(ScriptReading::named).forEach(targets::add);
        boolean telling = !writes.isEmpty() || !targets.isEmpty() || !signs.isEmpty();
        return telling
                ? Optional.of(new ScriptOutcome(script.place(), List.copyOf(writes), targets, signs,
                        decoded.toString(), finished))
                : Optional.empty();
    }

    /** An address that only stands there. */
    static Target named(String address) {
        return new Target(address.strip(), Means.NAMED, EnumSet.allOf(Visitor.class));
    }

    private void read() {
        String text = bounded(script.text());
        ScriptTokens.Cut cut = ScriptTokens.cut(text, bounds.tokens());
        ScriptFolding.Folded folded = ScriptFolding.fold(cut.tokens());
        sign(text, cut, folded);
        folded.decoded().forEach(this::decoded);
        ScriptSinks.Found found = ScriptSinks.in(folded.tokens());
        named.addAll(found.named());
        boolean ran = worthRunning(found, folded) && run(text);
        if (atLoad()) {
            if (!ran) {
                found.writes().stream().filter(this::worthWriting).forEach(writes::add);
            }
            if (!ran || steps.isEmpty() && chosen) {
                found.targets().forEach(target -> step(target, target.visitors()));
            }
            say(found);
            folded.spelled().stream().filter(Sentence::isOne).map(ScriptReading::markup)
                    .forEach(writes::add);
        }
        unpack(text, folded);
        found.code().forEach(this::within);
    }

    /** What it says to people reaches the page in too many ways to follow each. */
    private void say(ScriptSinks.Found found) {
        if (!found.sentences().isEmpty()) {
            writes.add(found.sentences().stream().map(ScriptReading::markup).collect(Collectors.joining()));
        }
    }

    /** A sentence as something to read. */
    static String markup(String sentence) {
        return "<p>" + (sentence.indexOf('<') < 0 ? sentence.replace("&", "&amp;") : sentence) + "</p>";
    }

    private String bounded(String text) {
        finished &= text.length() <= bounds.longest();
        return text.length() <= bounds.longest() ? text : text.substring(0, bounds.longest());
    }

    private void sign(String text, ScriptTokens.Cut cut, ScriptFolding.Folded folded) {
        signs.addAll(folded.signs());
        if (cut.escapes() >= MANY_ESCAPES && cut.escapes() * 8 > text.length() / 4) {
            signs.add(Sign.CHARACTER_ESCAPES);
        }
        if (ScriptPacker.packed(text)) {
            signs.add(Sign.PACKER);
        }
        if (text.contains("fromCharCode") && (ScriptTriage.writes(text) || numbers(cut.tokens()))
                || text.contains("new TextDecoder")) {
            signs.add(Sign.CHARACTER_CODES);
        }
        if (text.contains("atob(") || text.contains("atob.")) {
            signs.add(Sign.BASE64);
        }
        if (text.contains("_0x") && TABLE.matcher(text).find()) {
            signs.add(Sign.STRING_TABLE);
        }
        if (text.contains("constructor") && MAKER_OF_MAKERS.matcher(text).find()) {
            signs.add(Sign.EVALUATED_TEXT);
        }
        if (ScriptTriage.onlySymbols(text)) {
            signs.add(Sign.SYMBOLS_ONLY);
        }
    }

    /** Whether it has a list of numbers long enough for an address. */
    private static boolean numbers(List<ScriptToken> tokens) {
        int length = 0;
        for (ScriptToken token : tokens) {
            boolean number = token.kind() == ScriptToken.Kind.NUMBER;
            length = number ? length + 1 : token.is(",") ? length : 0;
            if (length >= FEWEST_NUMBERS) {
                return true;
            }
        }
        return false;
    }

    /** A run costs a millisecond or so: only for what hides, or leads to another site, or writes links to one. */
    private boolean worthRunning(ScriptSinks.Found found, ScriptFolding.Folded folded) {
        if (script.text().length() > bounds.longest() || runsLeft < Visitor.values().length || !atLoad()) {
            return false;
        }
        boolean away = found.targets().stream().filter(target -> target.means() != Means.SCRIPT)
                .anyMatch(target -> leadsAway(target.url()));
        boolean linked = found.writes().stream().anyMatch(this::worthWriting);
        boolean hiding = !signs.isEmpty() && (found.open() || !folded.decoded().isEmpty());
        return away || linked || hiding
                || found.open() && found.addresses().stream().anyMatch(this::namesAnother)
                || asks() && found.named().stream().anyMatch(this::leadsAway);
    }

    /** Whether it may go where, or write what, it is told from outside. */
    private boolean asks() {
        String text = script.text();
        return ASKING.stream().anyMatch(text::contains)
                && (text.contains("location") || ScriptTriage.writes(text));
    }

    /** The address of a site that is neither the page's own nor a common one. */
    private boolean namesAnother(String text) {
        String address = text.substring(text.indexOf("//"));
        return leadsAway(ADDRESS_END.split(address, 2)[0]);
    }

    private boolean atLoad() {
        return atLoad(script);
    }

    static boolean atLoad(Script script) {
        return switch (script.kind()) {
            case INLINE, EXTERNAL, UNASKED -> true;
            case HANDLER, JAVASCRIPT_LINK, JSON_LD, DATA -> false;
        };
    }

    private boolean leadsAway(String target) {
        return leadsAway(target, url);
    }

    /** To a site that is neither that of the page nor one that ordinary pages embed. */
    static boolean leadsAway(String target, String page) {
        return Addresses.foreign(target, page) && !Addresses.known(Addresses.host(target));
    }

    /** Markup that a reader could see or follow; most of what pages write is neither. */
    private boolean worthWriting(String markup) {
        return markup.contains("//") && (markup.contains("<a") || markup.contains("<A")
                || markup.contains("<iframe") || markup.contains("<meta"));
    }

    private boolean run(String text) {
        ScriptRecord first = runAs(Visitor.CITIZEN, text);
        chosen = first.curious();
        take(first, first.curious() ? EnumSet.of(Visitor.CITIZEN) : EnumSet.allOf(Visitor.class));
        if (first.curious()) {
            for (Visitor other : EnumSet.complementOf(EnumSet.of(Visitor.CITIZEN))) {
                take(runAs(other, text), EnumSet.of(other));
            }
        }
        return first.finished() || !steps.isEmpty() || !writes.isEmpty();
    }

    private ScriptRecord runAs(Visitor visitor, String text) {
        runs++;
        return ScriptSandbox.run(List.of(text), url, ScriptVisitor.of(visitor), bounds);
    }

    private void take(ScriptRecord record, Set<Visitor> visitors) {
        finished &= record.finished();
        writes.addAll(record.written());
        record.steps().forEach(step -> steps.computeIfAbsent(step, key -> EnumSet.noneOf(Visitor.class))
                .addAll(visitors));
        if (!record.evaluatedText().isEmpty()) {
            signs.add(Sign.EVALUATED_TEXT);
            decoded(record.evaluatedText());
        }
    }

    /** What a packer or a run brought to light is read for its strings once more. */
    private void unpack(String text, ScriptFolding.Folded folded) {
        Optional<String> inner = ScriptPacker.packed(text)
                ? ScriptPacker.unpack(folded.tokens())
                : Optional.empty();
        inner.ifPresent(script -> {
            decoded(script);
            within(script);
        });
    }

    /** A script inside a script. */
    private void within(String script) {
        ScriptFolding.Folded again = ScriptFolding.fold(ScriptTokens.cut(script, bounds.tokens()).tokens());
        ScriptSinks.Found found = ScriptSinks.in(again.tokens());
        found.writes().stream().filter(this::worthWriting).forEach(writes::add);
        say(found);
        found.targets().forEach(target -> step(target, target.visitors()));
        named.addAll(found.named());
    }

    private void step(Target target, Set<Visitor> visitors) {
        steps.computeIfAbsent(new ScriptRecord.Step(target.url(), target.means()),
                key -> EnumSet.noneOf(Visitor.class)).addAll(visitors);
    }

    private void decoded(String text) {
        int room = LONGEST_DECODED - decoded.length();
        if (room > 0) {
            decoded.append(text, 0, Math.min(room, text.length())).append('\n');
        }
    }
}
