package vn.vonggac.api;

/**
 * Whose browser or program sent a request, behind whatever proxies.
 *
 * @param address its network address
 * @param secure whether it spoke HTTPS
 * @param host the name and port that it asked
 */
public record Sender(String address, boolean secure, String host) {}
