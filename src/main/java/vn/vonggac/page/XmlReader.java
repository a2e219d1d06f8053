package vn.vonggac.page;

import java.io.StringReader;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads feeds, sitemaps and other XML: a block for each text, a link for each address. Document types are not read
 * at all, so that entities can neither reach outside nor blow up.
 */
final class XmlReader {

    private static final Set<String> ADDRESSES = Set.of("loc", "link", "url", "guid", "id", "href");
    private static final int DEEPEST = 200;

    private final PageConfig config;
    private final Gathered gathered;
    private final Fragments fragments;
    private final Address base;
    private final ListedDates dates;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder path = new StringBuilder();
    private String name = "";
    private int understood;
    private int understoodLine;
    private boolean complete;
    private String root = "";

    XmlReader(PageConfig config, Gathered gathered, Fragments fragments, Address base) {
        this.config = config;
        this.gathered = gathered;
        this.fragments = fragments;
        this.base = base;
        this.dates = new ListedDates(gathered);
    }

    void read(PageSource source) {
        String decoded = Charsets.decode(source.body(), source.contentType());
        String document = decoded.substring(Math.max(0, decoded.indexOf('<')));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            events(factory.createXMLStreamReader(new StringReader(document)));
        } catch (XMLStreamException e) {
            gathered.gap(Gap.Reason.BROKEN, "XML, line " + line(e));
        } catch (MissingResourceException | IndexOutOfBoundsException | NullPointerException e) {
            // how the JDK's parser fails on some broken document types
            gathered.gap(Gap.Reason.BROKEN, "XML");
        }
        rest(document);
    }

    /** What stands behind the document, or where it breaks, is markup to a browser: planted links hide there. */
    private void rest(String document) {
        String rest = document.substring(whereUnderstandingEnds(document));
        if (!rest.isBlank()) {
            fragments.read(Fragment.Kind.TEMPLATE, rest, place(understoodLine), base, null);
        }
    }

    /** Behind the root's end tag; the parser's own word of where it is can be some letters late. */
    private int whereUnderstandingEnds(String document) {
        int about = Math.clamp(understood, 0, document.length());
        int end = complete ? document.lastIndexOf("</" + root, about) : -1;
        int close = end < 0 ? -1 : document.indexOf('>', end);
        return close < 0 ? about : close + 1;
    }

    private static int line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    }

    private void events(XMLStreamReader reader) throws XMLStreamException {
        long deadline = System.nanoTime() + config.deadline().toNanos();
        int nodes = 0;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT
                    ? 1
                    : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST || ++nodes > config.nodes() || System.nanoTime() - deadline > 0) {
                gathered.gap(depth > DEEPEST
                        ? Gap.Reason.TOO_DEEP
                        : nodes > config.nodes() ? Gap.Reason.TOO_MANY_NODES : Gap.Reason.DEADLINE, "XML");
                return;
            }
            event(event, reader);
            understood = reader.getLocation().getCharacterOffset();
            understoodLine = reader.getLocation().getLineNumber();
            if (depth == 0 && event == XMLStreamConstants.END_ELEMENT) {
                complete = true;
                root = reader.getPrefix().isEmpty()
                        ? reader.getLocalName()
                        : reader.getPrefix() + ':' + reader.getLocalName();
                return;
            }
        }
    }

    private void event(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocation().getLineNumber());
            case XMLStreamConstants.COMMENT -> fragments.read(Fragment.Kind.COMMENT, reader.getText(),
                    place(reader.getLocation().getLineNumber()), base, HiddenReason.COMMENT);
            default -> {
            }
        }
    }

    private void start(XMLStreamReader reader) {
        flush(reader.getLocation().getLineNumber());
        name = reader.getLocalName();
        path.append(path.isEmpty() ? "" : ">").append(name);
        gathered.profile.add(Hashes.of(path.toString()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            if (attribute.equals("href") || attribute.equals("url")) {
                link(reader.getAttributeValue(i), reader.getLocation().getLineNumber());
            }
        }
    }

    private void end(int line) {
        flush(line);
        dates.end(path.toString());
        int parent = path.lastIndexOf(">");
        path.setLength(Math.max(0, parent));
        name = "";
    }

    private void flush(int line) {
        String plain = Text.collapsed(text.toString());
        text.setLength(0);
        if (plain.isEmpty()) {
            return;
        }
        if (ADDRESSES.contains(name) && (plain.contains("://") || plain.startsWith("/"))) {
            dates.address(path.toString(), base.resolve(plain));
            link(plain, line);
        } else if (plain.indexOf('<') >= 0) {
            fragments.read(Fragment.Kind.TEMPLATE, plain, place(line), base, null);
        } else {
            if (name.equals("title") && gathered.title.isEmpty()) {
                gathered.title = Elements.bounded(plain, 1_000);
            }
            dates.text(path.toString(), plain);
            gathered.block(place(line), Block.Kind.TEXT, Block.Region.MAIN, plain, Optional.empty());
        }
    }

    private void link(String reference, int line) {
        String target = base.resolve(reference);
        String host = Hosts.of(target);
        gathered.links.add(
                new Link(place(line), target, "", "", "", host, gathered.domain(host),
                        gathered.isOutbound(host),
                        Block.Region.MAIN, Optional.empty()));
    }

    private Place place(int line) {
        return new Place(path.toString(), line);
    }
}
