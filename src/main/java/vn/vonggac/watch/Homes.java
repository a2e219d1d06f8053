package vn.vonggac.watch;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of the last look at each portal's home page. */
@Singleton
public final class Homes {

    private final HomeRows rows;

    Homes(HomeRows rows) {
        this.rows = rows;
    }

    public Map<Long, HomeLook> byPortal() {
        return rows.homes().stream()
                .collect(Collectors.toMap(HomeLook::portalId, Function.identity(), (one, other) -> other));
    }
}
