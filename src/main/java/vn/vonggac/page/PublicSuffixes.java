package vn.vonggac.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The public-suffix list: under which names anybody can register one. */
final class PublicSuffixes {

    /** The list itself comes with crawler-commons, as data; its classes belong to {@code fetch}. */
    private static final String LIST = "/effective_tld_names.dat";

    private final Set<String> suffixes = new HashSet<>(20_000);
    /** Every name right below one of these is a suffix, */
    private final Set<String> parents = new HashSet<>();
    /** except for these. */
    private final Set<String> exceptions = new HashSet<>();

    private PublicSuffixes() {}

    private void add(String line) {
        if (line.startsWith("!")) {
            exceptions.add(Hosts.ascii(line.substring(1)));
        } else if (line.startsWith("*.")) {
            parents.add(Hosts.ascii(line.substring(2)));
        } else {
            suffixes.add(Hosts.ascii(line));
        }
    }

    static PublicSuffixes shipped() {
        return Shipped.LIST_IN_USE;
    }

    /** One label more than the longest public suffix; the host itself when it is one. */
    String registrable(String host) {
        String before = host;
        String name = host;
        while (true) {
            int dot = name.indexOf('.');
            String parent = dot < 0 ? "" : name.substring(dot + 1);
            if (dot < 0 || isSuffix(name, dot == 0 ? "" : parent)) {
                return before;
            }
            before = name;
            name = parent;
        }
    }

    private boolean isSuffix(String name, String parent) {
        return !exceptions.contains(name) && (suffixes.contains(name) || parents.contains(parent));
    }

    private static PublicSuffixes read() {
        PublicSuffixes suffixes = new PublicSuffixes();
        try (InputStream list = PublicSuffixes.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .forEach(suffixes::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return suffixes;
    }

    /** Read once, at first use. */
    private static final class Shipped {
        static final PublicSuffixes LIST_IN_USE = read();
    }
}
