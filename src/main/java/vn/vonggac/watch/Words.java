package vn.vonggac.watch;

import vn.vonggac.audit.Slug;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;

/** How it is written, where programs read it, what came of asking a server. */
final class Words {

    private Words() {}

    /** Why a view brought no page home; empty where it did. */
    static String outcome(FetchResult result) {
        return switch (result) {
            case Fetched fetched -> "";
            case NotModified unchanged -> "not-modified";
            case Refused refused -> "refused-" + Slug.of(refused.reason());
            case Failed failed -> "failed-" + Slug.of(failed.cause());
        };
    }
}
