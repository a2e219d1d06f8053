package vn.vonggac.incident;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What a campaign is known by: planted hosts, addresses of planted documents, SHA-256 of files that were planted. */
public record Indicators(Campaign campaign, Set<String> hosts, Set<String> urls, Set<String> files) {

    public Indicators {
        hosts = Collections.unmodifiableSet(new TreeSet<>(hosts));
        urls = Collections.unmodifiableSet(new TreeSet<>(urls));
        files = Collections.unmodifiableSet(new TreeSet<>(files));
    }

    /** A line each, with a head; nothing in it is taken for a formula by a spreadsheet. */
    public String csv() {
        StringBuilder csv = new StringBuilder("type,indicator,first_seen,last_seen\r\n");
        hosts.forEach(host -> line(csv, "host", host));
        urls.forEach(url -> line(csv, "url", url));
        files.forEach(file -> line(csv, "sha256", file));
        return csv.toString();
    }

    private void line(StringBuilder csv, String type, String value) {
        String safe = !value.isEmpty() && "=+-@\t".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        csv.append(type).append(",\"").append(safe.replace("\"", "\"\"")).append("\",")
                .append(campaign.first()).append(',').append(campaign.last()).append("\r\n");
    }
}
