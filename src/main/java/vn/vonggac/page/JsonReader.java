package vn.vonggac.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Reads JSON: a block for each text, a link for each address, markup inside as markup. */
final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final PageConfig config;
    private final Gathered gathered;
    private final Fragments fragments;
    private final Address base;

    JsonReader(PageConfig config, Gathered gathered, Fragments fragments, Address base) {
        this.config = config;
        this.gathered = gathered;
        this.fragments = fragments;
        this.base = base;
    }

    void read(PageSource source) {
        String decoded = Charsets.decode(source.body(), source.contentType());
        try (JsonParser parser = FACTORY.createParser(decoded)) {
            int nodes = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (++nodes > config.nodes()) {
                    gathered.gap(Gap.Reason.TOO_MANY_NODES, "JSON");
                    return;
                }
                if (token == JsonToken.VALUE_STRING) {
                    value(parser.getText(), place(parser));
                }
            }
        } catch (IOException e) {
            gathered.gap(Gap.Reason.BROKEN, "JSON");
        }
    }

    private static Place place(JsonParser parser) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        return new Place(Elements.bounded(path, 400), parser.currentLocation().getLineNr());
    }

    private void value(String text, Place place) {
        String plain = Text.collapsed(text);
        if (plain.startsWith("http://") || plain.startsWith("https://") || plain.startsWith("//")) {
            String target = base.resolve(plain);
            String host = Hosts.of(target);
            gathered.links.add(
                    new Link(place, target, "", "", "", host, gathered.domain(host),
                            gathered.isOutbound(host),
                            Block.Region.MAIN, Optional.empty()));
        } else if (plain.indexOf('<') >= 0) {
            fragments.read(Fragment.Kind.TEMPLATE, plain, place, base, null);
        } else if (!plain.isEmpty()) {
            gathered.block(place, Block.Kind.TEXT, Block.Region.MAIN, plain, Optional.empty());
        }
    }
}
