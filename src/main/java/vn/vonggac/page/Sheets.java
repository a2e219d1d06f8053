package vn.vonggac.page;

import java.util.Optional;

/** The style sheets that were fetched, by their address. */
@FunctionalInterface
public interface Sheets {

    /** None were. */
    Sheets NONE = url -> Optional.empty();

    Optional<String> sheet(String url);
}
