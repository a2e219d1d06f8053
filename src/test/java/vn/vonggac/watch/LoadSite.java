package vn.vonggac.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the portals of a province answer: of 60 % the home page differs in bytes each time, in 5 % of the looks it says
 * something else, half of them know no 304; behind each home page stand articles that stay.
 */
final class LoadSite implements BiFunction<String, String, byte[]> {

    private static final int EVERYWHERE = 254;
    private static final String FILLER = "<p>Ủy ban nhân dân xã thông báo kết quả giải quyết thủ tục hành chính.</p>"
            .repeat(60);

    private final int pages;
    private final Duration rhythm;
    private final int hanging;
    private final AtomicLong served = new AtomicLong();

    /** @param hanging how many portals of a hundred take every request and answer none */
    LoadSite(int pages, Duration rhythm, int hanging) {
        this.pages = pages;
        this.rhythm = rhythm;
        this.hanging = hanging;
    }

    boolean hangs(int portal) {
        return portal % 100 < hanging;
    }

    static String address(int portal) {
        return "127.1." + portal / EVERYWHERE + "." + (1 + portal % EVERYWHERE);
    }

    static int portal(String address) {
        String[] parts = address.split("\\.");
        return Integer.parseInt(parts[2]) * EVERYWHERE + Integer.parseInt(parts[3]) - 1;
    }

    static boolean isRestless(int portal) {
        return portal % 10 < 6;
    }

    private static boolean knows304(int portal) {
        return portal / 10 % 2 == 0;
    }

    @Override
    public byte[] apply(String address, String head) {
        String path = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/"));
        int portal = portal(address);
        if (hangs(portal)) {
            return new byte[0];
        }
        if (path.equals("/")) {
            return home(portal, head);
        }
        return path.startsWith("/tin/")
                ? answer("200 OK", "", page("Bài " + path, "<main><h2>Bài " + path + " của xã " + portal
                        + "</h2>" + FILLER + "</main>"))
                : answer("404 Not Found", "", page("Không có", "<p>Không có trang này.</p>"));
    }

    private byte[] home(int portal, String head) {
        long version = version(portal);
        String token = isRestless(portal)
                ? "<!-- %08x%08x -->".formatted(served.incrementAndGet() * 31, portal)
                : "";
        String tag = knows304(portal) ? "\"%d-%d%s\"".formatted(portal, version, token.hashCode()) : "";
        if (!tag.isEmpty() && head.toLowerCase(Locale.ROOT).contains("if-none-match: " + tag)) {
            return answer("304 Not Modified", tag, new byte[0]);
        }
        return answer("200 OK", tag, page("UBND xã " + portal, token + "<p>Tin mới số " + version
                + ": " + words(version) + "</p>" + links() + FILLER));
    }

    /** Every twentieth look brings something else; portals take turns. */
    private long version(int portal) {
        return (System.currentTimeMillis() / rhythm.toMillis() + portal) / 20;
    }

    private static String words(long version) {
        return "thông báo " + (char) ('a' + version % 26) + (char) ('a' + version / 26 % 26) + " của xã";
    }

    private String links() {
        return IntStream.range(0, pages)
                .mapToObj(page -> "<a href=\"/tin/" + page + "\">Bài " + page + "</a>")
                .collect(Collectors.joining(" "));
    }

    private static byte[] page(String title, String body) {
        return ("<!doctype html><html lang=\"vi\"><head><title>" + title + "</title></head><body>" + body
                + "</body></html>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] answer(String status, String tag, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                + body.length + "\r\n" + (tag.isEmpty() ? "" : "ETag: " + tag + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
