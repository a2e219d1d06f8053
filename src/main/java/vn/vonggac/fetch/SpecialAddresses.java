package vn.vonggac.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The addresses that are no public server's, from a data file, less those that the operator lets through. */
final class SpecialAddresses {

    private static final String FILE = "special-addresses.txt";
    private static final AddressRange GLOBAL = AddressRange.parse("2000::/3");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private final List<AddressRange> special = read();
    private final List<AddressRange> allowed;

    SpecialAddresses(List<String> allow) {
        allowed = allow.stream().filter(line -> !line.isBlank()).map(AddressRange::parse).toList();
    }

    /** Why an address must not be connected to; empty for a public one. */
    Optional<String> refuses(InetAddress address) {
        if (allows(address)) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        Optional<String> named = special.stream().filter(range -> range.holds(bytes))
                .map(AddressRange::name)
                .findFirst();
        if (named.isPresent() || address instanceof Inet4Address) {
            return named;
        }
        if (NAT64.holds(address)) {
            return refuses(embedded(address)).map(name -> "NAT64 of " + name);
        }
        return GLOBAL.holds(address) ? Optional.empty() : Optional.of("reserved");
    }

    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.holds(address));
    }

    List<String> allowed() {
        return allowed.stream().map(range -> range.first().getHostAddress() + "/" + range.bits()).toList();
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<AddressRange> read() {
        try (InputStream in = Objects.requireNonNull(SpecialAddresses.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(AddressRange::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
