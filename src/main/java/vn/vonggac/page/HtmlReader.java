package vn.vonggac.page;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads HTML: one scan of the bytes for lines and style sheets, one parse, one walk. */
final class HtmlReader {

    private final PageConfig config;

    HtmlReader(PageConfig config) {
        this.config = config;
    }

    void read(PageSource source, Gathered gathered) {
        Charsets.Decoded decoded = Charsets.decode(source.body(), source.contentType());
        SourceLines lines = SourceLines.of(decoded.ascii());
        try (BoundedInput input = new BoundedInput(decoded.text(), config)) {
            Document document = Parser.htmlParser().setMaxDepth(config.depth()).parseInput(input,
                    source.url());
            input.sayGaps(gathered);
            walk(document, source, gathered, lines);
        }
    }

    private void walk(Document document, PageSource source, Gathered gathered, SourceLines lines) {
        StyleRules rules = new StyleRules();
        lines.styles().forEach(rules::add);
        source.stylesheets().forEach(rules::add);
        Fragments fragments = new Fragments(gathered);
        PageElements elements = new PageElements(gathered, Address.of(source.url()), fragments);
        HtmlWalk walk = new HtmlWalk(gathered, lines, rules, elements, null);
        walk.walk(document);
        if (walk.deepest() >= config.depth()) {
            gathered.gap(Gap.Reason.TOO_DEEP, String.valueOf(config.depth()));
        }
    }
}
