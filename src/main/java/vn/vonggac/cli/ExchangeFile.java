package vn.vonggac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vonggac.detect.Trail;

/**
 * The exchange that belongs to a kept copy, as text: for each hop a status line and headers, hops apart by an empty
 * line. A hop with a {@code Location} or {@code Refresh} header leads to the next.
 */
final class ExchangeFile {

    private static final Pattern STATUS = Pattern.compile("HTTP/\\S+\\s+(\\d{3}).*");
    private static final Pattern REFRESH = Pattern
            .compile("(?i)\\s*\\d*\\s*[;,]\\s*url\\s*=\\s*['\"]?([^'\"]+)['\"]?.*");

    private ExchangeFile() {}

    static Trail read(Path file, String url) throws IOException {
        List<Trail.Hop> chain = new ArrayList<>();
        List<Trail.Header> headers = new ArrayList<>();
        String at = url;
        int status = 0;
        for (String line : Files.readAllLines(file)) {
            Matcher head = STATUS.matcher(line);
            int colon = line.indexOf(':');
            if (head.matches()) {
                status = Integer.parseInt(head.group(1));
                headers.clear();
            } else if (colon > 0) {
                Trail.Header header = new Trail.Header(line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
                headers.add(header);
                at = follow(header, status, at, chain);
            }
        }
        return new Trail(status, at, chain, headers);
    }

    private static String follow(Trail.Header header, int status, String at, List<Trail.Hop> chain) {
        if (header.name().equalsIgnoreCase("Location") && status / 100 == 3) {
            return step(chain, at, status, Trail.Means.HTTP, header.value());
        }
        Matcher refresh = REFRESH.matcher(header.value());
        if (header.name().equalsIgnoreCase("Refresh") && refresh.matches()) {
            return step(chain, at, status, Trail.Means.REFRESH_HEADER, refresh.group(1).strip());
        }
        return at;
    }

    private static String step(List<Trail.Hop> chain, String at, int status, Trail.Means means, String to) {
        String target = resolve(at, to);
        chain.add(new Trail.Hop(at, status, means, target));
        return target;
    }

    private static String resolve(String at, String to) {
        try {
            return java.net.URI.create(at).resolve(to).toString();
        } catch (IllegalArgumentException e) {
            return to;
        }
    }
}
