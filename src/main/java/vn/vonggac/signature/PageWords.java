package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.vonggac.page.Block;
import vn.vonggac.page.Change;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Image;
import vn.vonggac.page.Link;
import vn.vonggac.page.Meta;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Percent;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;
import vn.vonggac.page.UploadFolders;
import vn.vonggac.signature.Words.Mode;

/** What a page says, as pieces of text for each field that is asked, each with where it stands. */
final class PageWords {

    private static final int LONGEST_SCRIPT = 50_000;
    private static final Set<String> SAYING = Set.of("description", "keywords", "og:title", "og:description",
            "og:site_name", "twitter:title", "twitter:description", "author");

    /**
     * A piece of a field's text: which part of the page says it, where, after how many letters of what the page says,
     * from which offset of the field on, and whether it is several lines read as one.
     */
    record Part(Field field, Place place, int at, boolean hidden, String text, int offset, boolean lines) {}

    private static final int BETWEEN_PARTS = 50;
    private static final int FEWEST_CELLS = 4;
    private static final int LONGEST_CELL = 12;
    private static final String TABLE = ">table";
    private static final int LONGEST_IN_TABLE = 60;
    private static final int LONGEST_TABLE = 400;
    /** A picture that says a word. */
    private static final String SLOT_MACHINE = "\uD83C\uDFB0";
    private static final String SLOT = " slot ";
    private static final int FEW_WORDS = 200;
    private static final int MOST_LINES = 20;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|[nrt/])");
    private static final int FEWEST_GAPS = 2;
    private static final int LONGEST_NAME = 300;

    /** The pieces of one field, one behind the other, and the words in them that are asked for. */
    private static final class Column {

        private final List<Part> parts = new ArrayList<>();
        private final Words words;
        private int end;

        Column(Words words) {
            this.words = words;
        }

        /** The text was cut into pieces before. */
        void add(Field field, Place place, int at, boolean hidden, String text, boolean lines) {
            parts.add(new Part(field, place, at, hidden, text, end, lines));
            words.add(end, mode(field));
            words.gap(BETWEEN_PARTS);
            end += text.length() + 1;
        }
    }

    private final Map<String, Column> columns = new HashMap<>();
    private final Map<Field, Column> own = new EnumMap<>(Field.class);
    private final @Nullable Column everywhere;
    private final Pieces pieces = new Pieces();
    private final ReadingOrder order = new ReadingOrder();

    PageWords(Map<String, Vocabulary> asked, PageContent content, Optional<Change> change) {
        asked.forEach((name, vocabulary) -> columns.put(name,
                new Column(new Words(vocabulary, true, pieces))));
        everywhere = columns.get(Analysis.WORDS);
        for (Field field : Field.values()) {
            if (columns.containsKey(field.key())) {
                own.put(field, columns.get(field.key()));
            }
        }
        addTitle(content);
        content.blocks().forEach(this::addBlock);
        addWordByWord(content.blocks());
        addTables(content.blocks());
        addFewWords(content.blocks());
        content.images().forEach(this::addImage);
        content.metas().forEach(this::addMeta);
        addLinks(content.links());
        addHosts(content);
        content.scripts().forEach(this::addScript);
        change.ifPresent(this::addChange);
    }

    private void addTitle(PageContent content) {
        add(Field.TITLE, true, Place.NOWHERE, 0, false, content.title());
    }

    private void addBlock(Block block) {
        boolean hidden = block.hidden().isPresent();
        Field field = hidden ? Field.HIDDEN : Field.TEXT;
        int at = order.next(block);
        add(field, true, block.place(), at, hidden, block.text());
        if (block.text().contains(SLOT_MACHINE)) {
            add(field, true, block.place(), at, hidden, block.text().replace(SLOT_MACHINE, SLOT));
        }
    }

    /** A sentence of which each word has a cell or a list item of its own. */
    private void addWordByWord(List<Block> blocks) {
        StringBuilder words = new StringBuilder();
        for (int first = 0, next; first < blocks.size(); first = next) {
            words.setLength(0);
            for (next = first; next < blocks.size() && follows(blocks.get(first), blocks.get(next)); next++) {
                words.append(blocks.get(next).text()).append(' ');
            }
            if (next - first >= FEWEST_CELLS) {
                Block block = blocks.get(first);
                boolean hidden = block.hidden().isPresent();
                add(hidden ? Field.HIDDEN : Field.TEXT, true, block.place(), order.of(block.place()), hidden,
                        words.toString());
            }
            next = Math.max(next, first + 1);
        }
    }

    /** What a table says, its heads and its cells read as one: a cell alone is too short to mean anything. */
    private void addTables(List<Block> blocks) {
        StringBuilder cells = new StringBuilder();
        for (int first = 0, next; first < blocks.size(); first = next) {
            Block block = blocks.get(first);
            String table = table(block);
            cells.setLength(0);
            for (next = first; next < blocks.size() && isCell(blocks.get(next), table, block)
                    && cells.length() < LONGEST_TABLE; next++) {
                cells.append(blocks.get(next).text()).append(' ');
            }
            if (next - first > 1) {
                boolean hidden = block.hidden().isPresent();
                add(hidden ? Field.HIDDEN : Field.TEXT, true, block.place(), order.of(block.place()), hidden,
                        cells.toString());
            }
            next = Math.max(next, first + 1);
        }
    }

    private static boolean isCell(Block block, String table, Block first) {
        return !table.isEmpty() && block.text().length() <= LONGEST_IN_TABLE
                && block.place().path().startsWith(table)
                && block.hidden().isPresent() == first.hidden().isPresent();
    }

    /** The path of the table that the block stands in, empty where it stands in none. */
    private static String table(Block block) {
        int at = block.place().path().lastIndexOf(TABLE);
        return at < 0 ? "" : block.place().path().substring(0, at + TABLE.length());
    }

    /** Whoever replaces a page leaves few words, often in a line each: what intruders say is looked for over all lines. */
    private void addFewWords(List<Block> blocks) {
        List<Block> shown = blocks.stream().filter(block -> block.hidden().isEmpty()).limit(MOST_LINES + 1L)
                .toList();
        String said = shown.stream().map(Block::text).collect(Collectors.joining(" "));
        if (shown.size() > 1 && shown.size() <= MOST_LINES && said.length() <= FEW_WORDS) {
            Place place = shown.getFirst().place();
            add(Field.TEXT, true, place, order.of(place), false, said, true);
        }
    }

    private static boolean follows(Block first, Block next) {
        String word = next.text();
        return !word.isEmpty() && word.length() <= LONGEST_CELL && word.indexOf(' ') < 0
                && Character.isLetter(word.codePointAt(0))
                && next.place().path().equals(first.place().path());
    }

    private void addImage(Image image) {
        add(Field.TEXT, true, image.place(), order.of(image.place()), false, image.alternative());
    }

    private void addMeta(Meta meta) {
        add(Field.META, SAYING.contains(meta.name().toLowerCase(Locale.ROOT)), meta.place(), 0,
                true, meta.content());
    }

    private void addLinks(List<Link> links) {
        Set<String> hosts = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Link link : links) {
            boolean hidden = link.hidden().isPresent();
            int at = order.of(link.place());
            add(Field.ANCHOR, false, link.place(), at, hidden, link.text());
            add(Field.TEXT, true, link.place(), at, hidden, link.label());
            if (link.outbound() && hosts.add(link.host())) {
                add(Field.LINKHOST, false, link.place(), at, hidden, link.host());
            }
            if (sentence(link.target()) && addresses.add(link.target())
                    && (link.outbound() || UploadFolders.above(link.target()).isPresent())) {
                add(Field.TEXT, true, link.place(), at, hidden, named(link.target()));
            }
        }
    }

    /** Whether the address has words in a row, as pages are called after their titles. */
    private static boolean sentence(String address) {
        int gaps = 0;
        int end = Math.min(address.length(), LONGEST_NAME);
        for (int at = path(address); at < end && gaps < FEWEST_GAPS; at++) {
            char letter = address.charAt(at);
            gaps += letter == '-' || letter == '_' || letter == '+' || letter == '%' ? 1 : 0;
        }
        return gaps == FEWEST_GAPS;
    }

    private static int path(String address) {
        int path = address.indexOf('/', address.indexOf("//") + 2);
        return path < 0 ? address.length() : path;
    }

    /** The words after which the page is called that an address leads to. */
    private static String named(String address) {
        String path = address.substring(path(address), Math.min(address.length(), LONGEST_NAME));
        return NO_WORD.matcher(Percent.decode(path)).replaceAll(" ").strip();
    }

    private void addHosts(PageContent content) {
        add(Field.HOST, false, Place.NOWHERE, 0, false, Hosts.of(content.url()));
        add(Field.URL, false, Place.NOWHERE, 0, false, content.url());
    }

    private void addScript(Script script) {
        String text = script.text();
        if (script.kind() == Script.Kind.JSON_LD) {
            add(Field.META, true, script.place(), 0, true, plain(text));
        }
        add(Field.SCRIPT, false, script.place(), order.of(script.place()), true,
                text.length() > LONGEST_SCRIPT ? text.substring(0, LONGEST_SCRIPT) : text);
    }

    /** What a text in JSON says, its escapes read as what they stand for. */
    private static String plain(String json) {
        return json.indexOf('\\') < 0
                ? json
                : ESCAPE.matcher(json).replaceAll(escape -> escape.group(1) == null
                        ? " "
                        : Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private void addChange(Change change) {
        for (Block block : change.added()) {
            add(Field.ADDED, false, block.place(), order.of(block.place()), block.hidden().isPresent(),
                    block.text());
        }
    }

    private void add(Field field, boolean words, Place place, int at, boolean hidden, String text) {
        add(field, words, place, at, hidden, text, false);
    }

    /** A text that two fields have is cut into pieces once. */
    private void add(Field field, boolean words, Place place, int at, boolean hidden, String text,
            boolean lines) {
        Column named = own.get(field);
        Column all = words ? everywhere : null;
        if (named == null && all == null || text.isBlank()) {
            return;
        }
        pieces.cut(text, mode(field));
        if (all != null) {
            all.add(field, place, at, hidden, text, lines);
        }
        if (named != null) {
            named.add(field, place, at, hidden, text, lines);
        }
    }

    /** The words that are asked for, for each field that has any. */
    void forEach(BiConsumer<String, Words> field) {
        columns.forEach((name, column) -> {
            if (column.words.count() > 0) {
                field.accept(name, column.words);
            }
        });
    }

    List<Part> parts(String field) {
        Column column = columns.get(field);
        return column == null ? List.of() : column.parts;
    }

    private static Mode mode(Field field) {
        return switch (field) {
            case SCRIPT -> Mode.CODE;
            case URL, HOST, LINKHOST -> Mode.HOST;
            case TITLE, TEXT, HIDDEN, ANCHOR, META, ADDED -> Mode.PROSE;
        };
    }
}
