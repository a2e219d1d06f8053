package vn.vonggac.corpus;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.vonggac.page.Block;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Image;
import vn.vonggac.page.Link;
import vn.vonggac.page.Meta;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Script;
import vn.vonggac.signature.Analysis;

/** A page version as the index holds it; the text fields are those of the signatures. */
final class Fields {

    static final String ID = "id";
    static final String PORTAL = "portal";
    static final String AGENCY = "agency";
    static final String VIEW = "view";
    static final String VERDICT = "verdict";
    static final String LANGUAGE = "language";
    static final String SOURCE = "source";
    static final String SEEN_FROM = "seenfrom";
    static final String SEEN_TO = "seento";
    static final String STILL_THERE = "stillthere";
    static final String SHOWN_URL = "shownurl";
    static final String SHOWN_TITLE = "showntitle";
    static final String SHOWN_ID = "shownid";
    static final String SEEN_FROM_COLUMN = "seenfromcolumn";
    static final String PAGE_KEY = "pagekey";
    /** What a hit shows, without its long text. */
    static final Set<String> SHOWN = Set.of(VIEW, VERDICT, PORTAL, SEEN_FROM, SOURCE, SHOWN_ID, SHOWN_URL,
            SHOWN_TITLE);
    static final String SIMHASH = "simhash";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Set<String> CODE = Set.of("host", "linkhost", "url", "script");
    private static final Set<String> SAYING = Set.of("description", "keywords", "og:title", "og:description",
            "og:site_name", "twitter:title", "twitter:description", "author");
    private static final Pattern PRIVATE = Pattern.compile("[\\uE000\\uE001]");
    private static final int LONGEST_SCRIPT = 200_000;
    private static final int LONGEST_WORD = 40;

    /** Where each word stands in the text is kept, so that what matched is shown without cutting texts again. */
    private static final FieldType WITH_PLACES = withPlaces();

    private Fields() {}

    private static FieldType withPlaces() {
        FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    static Analyzer analyzer() {
        Map<String, Analyzer> special = new HashMap<>();
        CODE.forEach(field -> special.put(field, Analysis.codeAnalyzer()));
        return new PerFieldAnalyzerWrapper(Analysis.analyzer(), special);
    }

    static Document document(Version version, int shown) {
        Document document = new Document();
        document.add(new StringField(ID, version.id(), Store.NO));
        document.add(new TextField(VIEW, version.shownViews(), Store.YES));
        document.add(new TextField(VERDICT, version.verdict(), Store.YES));
        document.add(new TextField(LANGUAGE, language(version), Store.NO));
        document.add(new StringField(PORTAL, Long.toString(version.portal()), Store.YES));
        document.add(new LongPoint(SEEN_FROM, version.seenFrom().toEpochMilli()));
        document.add(new StoredField(SEEN_FROM, version.seenFrom().toEpochMilli()));
        document.add(new StoredField(SOURCE, version.source()));
        addColumns(document, version);
        document.add(new StoredField(SHOWN_ID, version.id()));
        document.add(new StoredField(SHOWN_URL, version.url()));
        document.add(new StoredField(SHOWN_TITLE, version.content().title()));
        addText(document, version, shown);
        return document;
    }

    /** What is counted, narrowed down to and changed in place. */
    private static void addColumns(Document document, Version version) {
        number(document, AGENCY, version.agency());
        number(document, SEEN_FROM_COLUMN, version.seenFrom().toEpochMilli());
        number(document, Columns.FIRST_DAY, Columns.day(version.seenFrom()));
        for (Field column : seen(version.seenTo(), version.stillThere())) {
            document.add(column);
        }
        number(document, PAGE_KEY, (long) version.url().hashCode() << 32 | version.portal() & 0xffffffffL);
        number(document, SIMHASH, Simhash.of(version.content()));
        number(document, Facet.PORTAL.field(), version.portal());
        number(document, Facet.TEMPLATE.field(), version.content().profile().hashCode());
        number(document, Facet.MONTH.field(), month(version.seenFrom()));
        word(document, Facet.VERDICT, version.verdict());
        version.views().forEach(view -> word(document, Facet.VIEW, view));
        word(document, Facet.LANGUAGE, language(version));
    }

    /** The columns that go on as long as a page says the same. */
    static Field[] seen(Instant to, boolean stillThere) {
        return new Field[]{new NumericDocValuesField(SEEN_TO, to.toEpochMilli()),
                new NumericDocValuesField(Columns.LAST_DAY, Columns.day(to)),
                new NumericDocValuesField(STILL_THERE, stillThere ? 1 : 0)};
    }

    private static String language(Version version) {
        return version.content().language().orElse("").toLowerCase(Locale.ROOT);
    }

    private static int month(Instant moment) {
        ZonedDateTime local = moment.atZone(ZONE);
        return local.getYear() * 100 + local.getMonthValue();
    }

    private static void number(Document document, String field, long value) {
        document.add(new NumericDocValuesField(field, value));
    }

    private static void word(Document document, Facet facet, String value) {
        String bounded = value.length() > LONGEST_WORD ? value.substring(0, LONGEST_WORD) : value;
        document.add(new SortedSetDocValuesField(facet.field(), new BytesRef(bounded)));
    }

    private static void addText(Document document, Version version, int shown) {
        PageContent content = version.content();
        String words = Stream.of(Stream.of(content.title()), content.blocks().stream().map(Block::text),
                content.images().stream().map(Image::alternative), sayings(content)).flatMap(part -> part)
                .filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
        document.add(new Field(Analysis.WORDS, words, WITH_PLACES));
        document.add(new StoredField(Analysis.WORDS,
                PRIVATE.matcher(words.substring(0, Math.min(words.length(), shown))).replaceAll(" ")));
        add(document, "title", Stream.of(content.title()));
        add(document, "text", Stream.concat(shown(content, false), content.images().stream()
                .map(Image::alternative)));
        add(document, "hidden", shown(content, true));
        add(document, "anchor", content.links().stream().map(Link::text));
        add(document, "meta", content.metas().stream().map(Meta::content));
        add(document, "host", Stream.of(Hosts.of(version.url())));
        add(document, "url", Stream.of(version.url()));
        add(document, "linkhost",
                content.links().stream().filter(Link::outbound).map(Link::host).distinct());
        add(document, "script", content.scripts().stream().map(Script::text)
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_SCRIPT))));
        add(document, "added", version.added().stream());
    }

    private static Stream<String> shown(PageContent content, boolean hidden) {
        return content.blocks().stream().filter(block -> block.hidden().isPresent() == hidden)
                .map(Block::text);
    }

    private static Stream<String> sayings(PageContent content) {
        return content.metas().stream()
                .filter(meta -> SAYING.contains(meta.name().toLowerCase(Locale.ROOT))).map(Meta::content);
    }

    // one value a field: the words' places count on from the beginning of each value
    private static void add(Document document, String field, Stream<String> texts) {
        String joined = texts.filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
        if (!joined.isEmpty()) {
            document.add(new TextField(field, joined, Store.NO));
        }
    }
}
