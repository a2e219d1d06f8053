package vn.vonggac.web;

import java.util.List;
import vn.vonggac.watch.Failing;

/**
 * How busy the service is at this moment.
 *
 * @param pulse of the whole watch
 * @param rate pages looked at in the last minute
 * @param due home pages whose time has come
 * @param checks checks on demand that wait
 * @param failing home pages that cannot be looked at, by what their servers answer
 */
public record Numbers(Pulse pulse, long rate, long due, long checks, List<Failing> failing) {

    public Numbers {
        failing = List.copyOf(failing);
    }

    public long lost() {
        return failing.stream().mapToLong(Failing::portals).sum();
    }
}
