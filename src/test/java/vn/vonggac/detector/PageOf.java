package vn.vonggac.detector;

import java.util.List;
import java.util.Optional;
import vn.vonggac.page.Format;
import vn.vonggac.page.PageContent;
import vn.vonggac.page.Place;
import vn.vonggac.page.Script;

/** Pages that consist of what a test is about. */
final class PageOf {

    static final String URL = "https://so-xay-dung.example.gov.vn/tin-tuc/1";

    private PageOf() {}

    static PageContent scripts(String... texts) {
        return scripts(List.of(texts).stream().map(PageOf::inline).toList());
    }

    static PageContent scripts(List<Script> scripts) {
        return new PageContent(URL, Format.HTML, "", Optional.empty(), Optional.empty(), List.of(), List.of(),
                List.of(), scripts, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(),
                "", 0, List.of());
    }

    static Script inline(String text) {
        return new Script(new Place("html>body>script", 1), Script.Kind.INLINE, "", "", text,
                text.hashCode());
    }

    static Script handler(Script.Kind kind, String text) {
        return new Script(new Place("html>body>div", 1), kind, "", "", text, text.hashCode());
    }
}
