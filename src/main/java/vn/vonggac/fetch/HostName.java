package vn.vonggac.fetch;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the host of a URL so that no second reading of it is possible. */
final class HostName {

    private static final Pattern QUAD = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final Pattern NAME = Pattern
            .compile("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\\.[a-z0-9_][a-z0-9_-]{0,62})*");
    private static final List<String> INSIDE = List.of("localhost", "localdomain", "local", "internal",
            "intranet",
            "lan", "home.arpa", "metadata", "instance-data", "ip6-localhost", "ip6-loopback",
            "kubernetes.default.svc");

    private HostName() {}

    /** The host in lower case and ASCII. */
    static String strict(String written) throws Barred {
        if (written.startsWith("[")) {
            return address(written.substring(1, written.length() - 1));
        }
        String host = ascii(written);
        if (host.endsWith(".")) {
            throw new Barred("trailing dot");
        }
        if (QUAD.matcher(host).matches()) {
            return address(host);
        }
        if (ENDS_IN_NUMBER.matcher(host).matches()) {
            throw new Barred("numeric host");
        }
        if (!NAME.matcher(host).matches()) {
            throw new Barred("host");
        }
        return host;
    }

    /** The address, where the host is one. */
    static Optional<InetAddress> literal(String host) {
        boolean numeric = host.indexOf(':') >= 0 || QUAD.matcher(host).matches();
        return numeric ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
    }

    /** Whether the name is one that only means something inside a network, or looks like it. */
    static boolean isInside(String host) {
        String seen = host.contains("xn--") ? lookalike(host) : host;
        return INSIDE.stream().anyMatch(name -> seen.equals(name) || seen.endsWith("." + name));
    }

    private static String address(String literal) throws Barred {
        try {
            return InetAddress.ofLiteral(literal).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new Barred("numeric host");
        }
    }

    private static String ascii(String written) throws Barred {
        if (written.chars().allMatch(c -> c < 0x80)) {
            return written.toLowerCase(Locale.ROOT);
        }
        StringBuilder name = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        Idn.NAMES.nameToASCII(written, name, info);
        if (info.hasErrors()) {
            throw new Barred("international name");
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static String lookalike(String host) {
        StringBuilder name = new StringBuilder();
        Idn.NAMES.nameToUnicode(host, name, new IDNA.Info());
        String skeleton = Idn.SHAPES.getSkeleton(name);
        return INSIDE.stream().filter(inside -> skeleton.equals(Idn.SHAPES.getSkeleton(inside))
                || skeleton.endsWith(Idn.SHAPES.getSkeleton("." + inside))).findFirst().orElse(host);
    }

    /** Loaded with the first international name. */
    private static final class Idn {
        static final IDNA NAMES = IDNA
                .getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
        static final SpoofChecker SHAPES = new SpoofChecker.Builder().build();
    }
}
