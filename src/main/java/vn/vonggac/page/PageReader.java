package vn.vonggac.page;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vonggac.portal.Url;

/** Reads hostile bytes into what they say. Never throws on any bytes; what could not be read is a gap. */
@Singleton
public final class PageReader {

    private static final Logger LOG = LoggerFactory.getLogger(PageReader.class);

    private final PageConfig config;
    private final TakenApart known = new TakenApart();
    private final HtmlReader html;
    private final ReadingMemory memory;

    public PageReader() {
        this(PageConfig.DEFAULTS);
    }

    @Inject
    public PageReader(PageConfig config) {
        this.config = config;
        this.html = new HtmlReader(config, known);
        this.memory = new ReadingMemory(config.memory());
    }

    public PageContent read(PageSource came) {
        PageSource source = PackedXml.opened(came);
        Format format = Sniffer.format(source);
        Gathered gathered = new Gathered(source.url());
        if (source.truncated()) {
            gathered.gap(Gap.Reason.TRUNCATED, String.valueOf(source.body().length));
        }
        try (ReadingMemory.Share share = memory.take(source.body().length)) {
            read(format, source, gathered);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("Not read to its end: {} {}", format, Url.forLog(source.url()), e);
            gathered.gap(Gap.Reason.BROKEN, e.getClass().getSimpleName());
        }
        return gathered.content(format, came.body().length);
    }

    private void read(Format format, PageSource source, Gathered gathered) {
        if (isBlank(source.body())) {
            gathered.gap(Gap.Reason.EMPTY, "");
            return;
        }
        Address base = Address.of(source.url());
        switch (format) {
            case HTML -> html.read(source, gathered);
            case TEXT -> TextReader.read(source, gathered);
            case PDF -> new PdfReader(config).read(source, gathered);
            case XML -> new XmlReader(config, gathered, new Fragments(gathered, new Recent(known)), base)
                    .read(source);
            case JSON -> new JsonReader(config, gathered, new Fragments(gathered, new Recent(known)), base)
                    .read(source);
            case SCRIPT -> code(Script.Kind.INLINE, source, gathered);
            case STYLESHEET -> code(Script.Kind.DATA, source, gathered);
            case BINARY -> gathered.gap(Gap.Reason.UNSUPPORTED, format.name());
            case IMAGE -> {
                // nothing that a reader could be told
            }
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte letter : body) {
            if (letter < 0 || letter > ' ') {
                return false;
            }
        }
        return true;
    }

    private static void code(Script.Kind kind, PageSource source, Gathered gathered) {
        String code = Charsets.decode(source.body(), source.contentType());
        gathered.scripts.add(new Script(Place.NOWHERE, kind, "", "", code, Hashes.of(code)));
    }
}
