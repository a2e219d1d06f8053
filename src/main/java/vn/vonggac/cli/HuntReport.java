package vn.vonggac.cli;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Hunted;

/** What a hunt found, for people or, a line each, for programs; the last line says how many and how far back. */
final class HuntReport {

    private HuntReport() {}

    /** How it is printed. */
    enum Format {
        text, json
    }

    @Serdeable
    record Line(long portal, String url, List<String> views, String title, Instant firstSeen,
            Instant lastSeen,
            boolean stillThere, String verdict, String quote) {}

    @Serdeable
    record Share(long portal, int pages, int stillThere, Instant firstSeen, Instant lastSeen) {}

    @Serdeable
    record Last(long found, long pages, long stillThere, List<Share> portals, Optional<Instant> since) {}

    static void print(Found found, Hunted hunted, Format format, PrintWriter out) {
        if (format == Format.json) {
            found.hits().forEach(hit -> out.println(json(line(hit))));
            out.println(json(last(found, hunted)));
        } else {
            found.hits().forEach(hit -> print(hit, out));
            hunted.portals().forEach(portal -> out.printf("portal %d: %d pages, %d still there, %s … %s%n",
                    portal.portal(), portal.pages(), portal.stillThere(), portal.first(), portal.last()));
            out.printf("%d found on %d pages of %d portals, index reaches back to %s%n", hunted.versions(),
                    hunted.pages(), hunted.portals().size(),
                    found.reach().map(Instant::toString).orElse("nothing: it is empty"));
        }
    }

    private static Last last(Found found, Hunted hunted) {
        return new Last(hunted.versions(), hunted.pages(), hunted.stillThere(), hunted.portals().stream()
                .map(portal -> new Share(portal.portal(), portal.pages(), portal.stillThere(), portal.first(),
                        portal.last()))
                .toList(), found.reach());
    }

    private static void print(Found.Hit hit, PrintWriter out) {
        out.println(hit.url() + "  [" + String.join(", ", hit.views()) + "]  " + hit.seenFrom() + " … "
                + hit.seenTo()
                + (hit.stillThere() ? "  still there" : "  gone"));
        out.println("    " + oneLine(hit.text()));
    }

    private static Line line(Found.Hit hit) {
        return new Line(hit.portal(), hit.url(), hit.views(), hit.title(), hit.seenFrom(), hit.seenTo(),
                hit.stillThere(), hit.verdict(), oneLine(hit.text()));
    }

    /** Text from a stranger: no line breaks, and nothing that a terminal would obey. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    }

    private static String json(Object value) {
        try {
            return ObjectMapper.getDefault().writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
