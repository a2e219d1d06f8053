package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vonggac.portal.Scope;

/**
 * The pages of a portal that the watch knows, as a person goes through them: those that showed something first, then
 * those looked at last, then those that wait for their first look.
 */
@Singleton
public class KnownPages {

    private final KnownPageRows rows;

    KnownPages(KnownPageRows rows) {
        this.rows = rows;
    }

    /** Those with this text in their address; all of them where it is empty. */
    public List<FrontierPage> list(Scope scope, long portal, String text, int size, long skip) {
        return rows.list(scope.everything(), scope.ids(), portal, folded(text), size, skip);
    }

    public long count(Scope scope, long portal, String text) {
        return rows.count(scope.everything(), scope.ids(), portal, folded(text));
    }

    public Optional<FrontierPage> find(Scope scope, long portal, long page) {
        return rows.find(scope.everything(), scope.ids(), portal, page);
    }

    /** An address as the desk writes it, so that nobody follows it, is looked for as it is. */
    private static String folded(String text) {
        return text.strip().replace("[.]", ".").replace("[:]", ":").replaceFirst("^hxxp", "http")
                .toLowerCase(Locale.ROOT);
    }
}
