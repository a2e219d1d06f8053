package vn.vonggac.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names whose addresses the operator wrote down, as in a hosts file; {@code *.example.gov.vn} stands for every name
 * below. The longest that fits counts; any other name is asked of the name servers.
 */
final class PinnedNames implements Resolver {

    private final Map<String, List<InetAddress>> pinned = new HashMap<>();
    private final Resolver others;

    PinnedNames(List<String> lines, Resolver others) {
        this.others = others;
        lines.stream().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::pin);
    }

    private void pin(String line) {
        String[] words = line.split("\\s+");
        if (words.length < 2) {
            throw new IllegalArgumentException("vonggac.fetch.hosts: no name behind the address: " + line);
        }
        InetAddress address = InetAddress.ofLiteral(words[0]);
        for (String name : List.of(words).subList(1, words.length)) {
            pinned.computeIfAbsent(name.toLowerCase(Locale.ROOT), none -> new ArrayList<>()).add(address);
        }
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        List<InetAddress> known = names(host).filter(pinned::containsKey).findFirst().map(pinned::get)
                .orElse(List.of());
        return known.isEmpty() ? others.resolve(host) : known;
    }

    /** The name itself, then what stands for it, from near to far. */
    private static Stream<String> names(String host) {
        Stream<String> above = Stream.iterate(above(host), name -> !name.isEmpty(), PinnedNames::above);
        return Stream.concat(Stream.of(host), above.map(name -> "*." + name));
    }

    private static String above(String name) {
        return name.substring(name.indexOf('.') + 1).equals(name)
                ? ""
                : name.substring(name.indexOf('.') + 1);
    }
}
