package vn.vonggac.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vonggac.page.Block;
import vn.vonggac.page.Format;
import vn.vonggac.page.HiddenReason;
import vn.vonggac.page.Hosts;
import vn.vonggac.page.Link;
import vn.vonggac.page.Meta;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

/** The small page that an example of a signature describes. */
final class ExamplePage {

    private ExamplePage() {}

    static PageContent of(Map<Field, String> example) {
        return new PageContent(url(example), Format.HTML, text(example, Field.TITLE), Optional.empty(),
                Optional.empty(), metas(example), blocks(example), links(example), scripts(example),
                List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "", 0, List.of());
    }

    private static String url(Map<Field, String> example) {
        String host = example.getOrDefault(Field.HOST, "portal.example.gov.vn");
        return example.getOrDefault(Field.URL, "https://" + host + "/");
    }

    private static List<Block> blocks(Map<Field, String> example) {
        List<Block> blocks = new ArrayList<>();
        example.forEach((field, text) -> {
            switch (field) {
                case TEXT, ADDED -> blocks.add(block(text, Optional.empty()));
                case HIDDEN -> blocks.add(block(text, Optional.of(HiddenReason.DISPLAY_NONE)));
                case TITLE, ANCHOR, HOST, LINKHOST, URL, META, SCRIPT -> {
                }
            }
        });
        return blocks;
    }

    private static Block block(String text, Optional<HiddenReason> hidden) {
        return new Block(Place.NOWHERE, Block.Kind.TEXT, Block.Region.MAIN, text, text.hashCode(), hidden);
    }

    private static List<Link> links(Map<Field, String> example) {
        String host = text(example, Field.LINKHOST);
        String anchor = text(example, Field.ANCHOR);
        if (host.isEmpty() && anchor.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Link(Place.NOWHERE, "https://" + host + "/", anchor, "", "", host,
                        Hosts.registrable(host),
                        true, Block.Region.MAIN, Optional.empty()));
    }

    private static List<Meta> metas(Map<Field, String> example) {
        String meta = text(example, Field.META);
        return meta.isEmpty() ? List.of() : List.of(new Meta(Place.NOWHERE, "description", meta));
    }

    private static List<Script> scripts(Map<Field, String> example) {
        String script = text(example, Field.SCRIPT);
        return script.isEmpty()
                ? List.of()
                : List.of(new Script(Place.NOWHERE, Script.Kind.INLINE, "", "", script, script.hashCode()));
    }

    private static String text(Map<Field, String> example, Field field) {
        return example.getOrDefault(field, "");
    }
}
