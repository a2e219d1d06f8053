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

    private final Set<String> suffixes;

    private PublicSuffixes(Set<String> suffixes) {
        this.suffixes = suffixes;
    }

    static PublicSuffixes shipped() {
        return Shipped.LIST_IN_USE;
    }

    /** One label more than the longest public suffix; the host itself when it is one. */
    String registrable(String host) {
        int next = 0;
        int previous = 0;
        while (true) {
            if (isSuffix(host, next)) {
                return host.substring(previous);
            }
            int dot = host.indexOf('.', next);
            if (dot < 0) {
                return host.substring(previous);
            }
            previous = next;
            next = dot + 1;
        }
    }

    private boolean isSuffix(String host, int start) {
        String name = start == 0 ? host : host.substring(start);
        if (suffixes.contains("!" + name)) {
            return false;
        }
        int dot = name.indexOf('.');
        return suffixes.contains(name) || dot > 0 && suffixes.contains("*" + name.substring(dot));
    }

    private static PublicSuffixes read() {
        Set<String> suffixes = new HashSet<>(20_000);
        try (InputStream list = PublicSuffixes.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .forEach(line -> suffixes.add(Hosts.ascii(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PublicSuffixes(suffixes);
    }

    /** Read once, at first use. */
    private static final class Shipped {
        static final PublicSuffixes LIST_IN_USE = read();
    }
}
