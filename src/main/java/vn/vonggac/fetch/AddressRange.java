package vn.vonggac.fetch;

import java.net.InetAddress;

/** Addresses that share a prefix. */
@SuppressWarnings("ArrayRecordComponent")
public record AddressRange(InetAddress first, byte[] prefix, int bits, String name) {

    /** Reads {@code 10.0.0.0/8 private}; a lone address is a range of one. */
    public static AddressRange parse(String line) {
        String[] words = line.strip().split("\\s+", 2);
        String[] parts = words[0].split("/", 2);
        InetAddress first = InetAddress.ofLiteral(parts[0]);
        int most = first.getAddress().length * 8;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not an address range: " + line);
        }
        return new AddressRange(first, first.getAddress(), bits, words.length == 1 ? words[0] : words[1]);
    }

    public boolean holds(InetAddress address) {
        return holds(address.getAddress());
    }

    /** An address as its bytes, so that many ranges can be asked about it at little cost. */
    boolean holds(byte[] other) {
        if (prefix.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (prefix[i] != other[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || (prefix[whole] ^ other[whole]) >> 8 - rest == 0;
    }
}
