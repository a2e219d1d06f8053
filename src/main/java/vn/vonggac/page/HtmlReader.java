package vn.vonggac.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads HTML: one scan of the bytes for lines and style sheets, one parse, one walk. */
final class HtmlReader {

    private final PageConfig config;
    private final TakenApart memory;

    HtmlReader(PageConfig config, TakenApart memory) {
        this.memory = memory;
        this.config = config;
    }

    void read(PageSource source, Gathered gathered) {
        Charsets.Decoded decoded = Charsets.decode(source.body(), source.contentType());
        SourceLines lines = SourceLines.of(decoded.ascii());
        try (BoundedInput input = new BoundedInput(decoded.text(), lines.tags(), config)) {
            Document document = Parser.htmlParser().setMaxDepth(config.depth()).parseInput(input,
                    source.url());
            input.sayGaps(gathered);
            walk(document, source, gathered, lines);
        }
    }

    private void walk(Document document, PageSource source, Gathered gathered, SourceLines lines) {
        List<String> sheets = new ArrayList<>(lines.styles());
        sheets.addAll(source.stylesheets());
        StyleRules rules = new StyleRules(memory.styles(sheets), source.stylesheets().size());
        Fragments fragments = new Fragments(gathered, memory);
        PageElements elements = new PageElements(gathered, Address.of(source.url()), fragments, rules);
        HtmlWalk walk = new HtmlWalk(gathered, lines, rules, elements, memory, null);
        walk.walk(document);
        if (walk.deepest() >= config.depth()) {
            gathered.gap(Gap.Reason.TOO_DEEP, String.valueOf(config.depth()));
        }
    }
}
