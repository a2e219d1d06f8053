package vn.vonggac.notify;

import java.nio.charset.StandardCharsets;

/** What of a channel nobody may read: an address with a token in it, headers, a password. */
record Secrets(String address, String headers, String secret) {

    private static final char BETWEEN = '\u0000';

    static Secrets of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(BETWEEN), -1);
        return new Secrets(parts[0], parts[1], parts[2]);
    }

    byte[] bytes() {
        return (address + BETWEEN + headers + BETWEEN + secret).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
