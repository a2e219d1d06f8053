package vn.vonggac.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** How the baselines of portals are written into a few kilobytes and read again. */
final class PortalPacking {

    private static final int VERSION = 2;

    private PortalPacking() {}

    static byte[] bytes(PortalBaseline portal) {
        PortalBaseline.Learning learning = portal.learning;
        Manner manner = portal.manner;
        PortalParts parts = portal.parts;
        Pack pack = new Pack().count(VERSION).count(learning.visits()).moment(learning.since())
                .moment(learning.last());
        counts(pack, portal.hosts);
        for (LongSet set : List.of(parts.scripts(), parts.frames(), parts.forms(), parts.metas())) {
            pack.count((int) set.stream().count());
            set.stream().forEach(pack::hash);
        }
        pack.count(manner.pages()).count(manner.templates().size());
        manner.templates().forEach(template -> pack.text(template.profile()).count(template.pages()));
        manner.vocabulary().write(pack);
        counts(pack, manner.spoken());
        return pack.share(manner.surprise().template()).share(manner.surprise().words()).compressed();
    }

    private static void counts(Pack pack, Map<String, Integer> counts) {
        pack.count(counts.size());
        counts.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> pack.text(entry.getKey()).count(entry.getValue()));
    }

    static Optional<PortalBaseline> portal(byte[] bytes) {
        return Packing.whole(bytes, VERSION, PortalPacking::portal);
    }

    private static PortalBaseline portal(Unpack unpack) {
        int visits = unpack.count();
        Optional<Instant> since = unpack.moment();
        return new PortalBaseline(
                new PortalBaseline.Learning(visits, since, unpack.moment(), Patience.USUAL),
                counts(unpack),
                new PortalParts(hashes(unpack), hashes(unpack), hashes(unpack), hashes(unpack)),
                manner(unpack));
    }

    private static Manner manner(Unpack unpack) {
        int pages = unpack.count();
        List<Manner.Template> templates = new ArrayList<>();
        int size = unpack.count();
        for (int i = 0; i < size; i++) {
            templates.add(new Manner.Template(unpack.text(), unpack.count()));
        }
        return new Manner(pages, List.copyOf(templates), Vocabulary.read(unpack), counts(unpack),
                new Manner.Surprise(unpack.share(), unpack.share()));
    }

    private static Map<String, Integer> counts(Unpack unpack) {
        Map<String, Integer> counts = new HashMap<>();
        int size = unpack.count();
        for (int i = 0; i < size; i++) {
            counts.put(unpack.text(), unpack.count());
        }
        return Map.copyOf(counts);
    }

    private static LongSet hashes(Unpack unpack) {
        return LongSet.of(LongStream.generate(unpack::hash).limit(unpack.count()));
    }
}
