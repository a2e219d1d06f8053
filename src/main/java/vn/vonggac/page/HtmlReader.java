package vn.vonggac.page;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads HTML: one scan of the bytes for lines, indents and style sheets, one parse, one walk. */
final class HtmlReader {

    private static final int MOST_SHEETS = 40;

    private final PageConfig config;
    private final TakenApart memory;

    HtmlReader(PageConfig config, TakenApart memory) {
        this.memory = memory;
        this.config = config;
    }

    void read(PageSource source, Gathered gathered) {
        Charsets.Source page = Charsets.source(source.body(), source.contentType());
        SourceLines lines = SourceLines.of(page.bytes());
        ByteBuffer dense = lines.indents().without(page.bytes());
        try (BoundedInput input = new BoundedInput(dense, page.charset(), lines.tags(), config)) {
            Document document = Parser.htmlParser().setMaxDepth(config.depth()).parseInput(input,
                    source.url());
            input.sayGaps(gathered);
            walk(document, source, gathered, lines);
        }
    }

    /** The sheets that the page names, as far as they were fetched. */
    private static List<String> named(Document document, PageSource source) {
        if (source.sheets() == Sheets.NONE) {
            return List.of();
        }
        Address base = Address.of(source.url());
        return document.select("link[rel=stylesheet]").stream().limit(MOST_SHEETS)
                .flatMap(link -> source.sheets().sheet(base.resolve(link.attr("href"))).stream()).toList();
    }

    private void walk(Document document, PageSource source, Gathered gathered, SourceLines lines) {
        List<String> named = named(document, source);
        List<String> sheets = new ArrayList<>(lines.styles());
        sheets.addAll(named);
        StyleRules rules = new StyleRules(memory.styles(sheets), named.size());
        Recent recent = new Recent(memory);
        Fragments fragments = new Fragments(gathered, recent);
        PageElements elements = new PageElements(gathered, Address.of(source.url()), fragments, rules,
                Assembled.by(sheets));
        HtmlWalk walk = new HtmlWalk(gathered, lines, rules, elements, recent, null);
        walk.walk(document);
        if (walk.deepest() >= config.depth()) {
            gathered.gap(Gap.Reason.TOO_DEEP, String.valueOf(config.depth()));
        }
    }
}
