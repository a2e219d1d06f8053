package vn.vonggac.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Decides for every hop whether it may be requested, and at which addresses. The name is resolved here, once;
 * whoever passes connects to an address that was checked and resolves nothing again. A name with a good and a
 * bad address does not pass.
 */
final class Gate implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);

    private final SpecialAddresses special;
    private final Lookups lookups;

    Gate(FetchConfig config, Resolver resolver) {
        special = new SpecialAddresses(config.allow());
        lookups = new Lookups(new PinnedNames(config.hosts(), resolver), config.limits().dns());
    }

    Passage check(String url, Set<Integer> ports) {
        try {
            return check(StrictUrl.parse(url), ports);
        } catch (Barred e) {
            return new Passage.Shut(e.rule());
        }
    }

    Passage check(StrictUrl url, Set<Integer> ports) {
        if (!USUAL_PORTS.contains(url.port()) && !ports.contains(url.port())) {
            return new Passage.Shut("port " + url.port());
        }
        if (HostName.isInside(url.host()) && !special.allows(LOOPBACK)) {
            return new Passage.Shut("name of an inside network");
        }
        Optional<InetAddress> literal = HostName.literal(url.host());
        return literal.isPresent() ? judged(url, List.of(literal.get()), Duration.ZERO) : resolved(url);
    }

    List<String> allowed() {
        return special.allowed();
    }

    private Passage resolved(StrictUrl url) {
        long start = System.nanoTime();
        try {
            List<InetAddress> found = lookups.find(url.host());
            return judged(url, found, Duration.ofNanos(System.nanoTime() - start));
        } catch (UnknownHostException e) {
            return new Passage.Unresolved(url, Failed.Cause.UNKNOWN_HOST);
        } catch (TimeoutException e) {
            return new Passage.Unresolved(url, Failed.Cause.DNS_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Passage.Unresolved(url, Failed.Cause.INTERRUPTED);
        }
    }

    private Passage judged(StrictUrl url, List<InetAddress> addresses, Duration dns) {
        if (addresses.isEmpty()) {
            return new Passage.Unresolved(url, Failed.Cause.UNKNOWN_HOST);
        }
        for (InetAddress address : addresses) {
            Optional<String> refused = special.refuses(address);
            if (refused.isPresent()) {
                return new Passage.Shut(refused.get() + " " + address.getHostAddress());
            }
        }
        // a network without IPv6 is commoner than a server without IPv4
        Comparator<InetAddress> order = Comparator
                .comparing(address -> address instanceof Inet4Address ? 0 : 1);
        return new Passage.Open(url, addresses.stream().sorted(order).toList(), dns);
    }

    @Override
    public void close() {
        lookups.close();
    }
}
