package vn.vonggac.watch;

import java.util.Locale;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;

/** How constants are written where programs read them. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why a view brought no page home; empty where it did. */
    static String outcome(FetchResult result) {
        return switch (result) {
            case Fetched fetched -> "";
            case NotModified unchanged -> "not-modified";
            case Refused refused -> "refused-" + of(refused.reason());
            case Failed failed -> "failed-" + of(failed.cause());
        };
    }
}
