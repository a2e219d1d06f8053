package vn.vonggac.page;

import org.jsoup.nodes.Element;

/** The elements of a page framed in a page that wrote it itself: its scripts may reach for the page around it. */
final class FramedElements extends Elements {

    FramedElements(Gathered gathered, Address base) {
        super(gathered, base);
    }

    @Override
    boolean raw(Element element, Level level) {
        String code = element.data();
        if (level.tag.equals("script") && (code.contains("top") || code.contains("parent"))) {
            gathered.scripts
                    .add(new Script(level.place(), Script.Kind.INLINE, "", "", code, Hashes.of(code)));
        }
        return false;
    }
}
