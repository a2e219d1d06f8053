package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How the baselines of pages are written into a few kilobytes and read again; another version of the format is not read. */
final class Packing {

    private static final int VERSION = 1;

    private Packing() {}

    static byte[] bytes(Baseline baseline) {
        Pack pack = new Pack().count(VERSION);
        Baseline.Learning learning = baseline.learning;
        pack.count(learning.visits()).flag(learning.given()).moment(learning.since()).moment(learning.last())
                .share(learning.weight());
        memory(pack, Sort.BLOCKS, baseline.blocks, Items::block);
        memory(pack, Sort.LINKS, baseline.links, Items::link);
        memory(pack, Sort.SCRIPTS, baseline.scripts, Items::script);
        memory(pack, Sort.FRAMES, baseline.frames, Items::frame);
        memory(pack, Sort.FORMS, baseline.forms, Items::form);
        memory(pack, Sort.METAS, baseline.metas, Items::meta);
        memory(pack, Sort.WORDS, baseline.profiles, Pack::text);
        memory(pack, Sort.WORDS, baseline.titleWords, Pack::text);
        texts(pack, baseline.hosts.stream().sorted().toList());
        return pack.text(baseline.title).text(baseline.language).real(baseline.size).compressed();
    }

    static Optional<Baseline> baseline(byte[] bytes) {
        return whole(bytes, VERSION, Packing::baseline);
    }

    private static Baseline baseline(Unpack unpack) {
        Baseline.Learning learning = new Baseline.Learning(unpack.count(), unpack.flag(), unpack.moment(),
                unpack.moment(), unpack.share(), Patience.USUAL);
        return new Baseline(learning, memory(unpack, Sort.BLOCKS, Items::block),
                memory(unpack, Sort.LINKS, Items::link), memory(unpack, Sort.SCRIPTS, Items::script),
                memory(unpack, Sort.FRAMES, Items::frame), memory(unpack, Sort.FORMS, Items::form),
                memory(unpack, Sort.METAS, Items::meta), memory(unpack, Sort.WORDS, Unpack::text),
                memory(unpack, Sort.WORDS, Unpack::text), Set.copyOf(texts(unpack)), unpack.text(),
                unpack.text(), unpack.real());
    }

    private static <T> void memory(Pack pack, Sort<T> sort, Memory<T> memory, BiConsumer<Pack, T> item) {
        pack.count(memory.traces().size());
        memory.traces().forEach(trace -> {
            item.accept(pack, trace.item());
            pack.share(trace.presence()).flag(trace.here());
            boolean derived = trace.equals(derived(sort, trace.item(), trace.presence(), trace.here()));
            pack.flag(derived);
            if (!derived) {
                pack.hash(trace.key()).text(trace.spot()).hash(trace.says()).hash(trace.saysClosely());
            }
        });
        pack.count(memory.changes().size());
        memory.changes().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(change -> pack.text(change.getKey()).share(change.getValue()));
    }

    /** Most traces hold nothing that does not follow from the item: only the others are written in full. */
    private static <T> Trace<T> derived(Sort<T> sort, T item, float presence, boolean here) {
        return new Trace<>(sort.key().applyAsLong(item), item, sort.spot().apply(item), sort.says(item),
                sort.saysClosely(item), presence, here);
    }

    private static <T> Memory<T> memory(Unpack unpack, Sort<T> sort, Function<Unpack, T> item) {
        int size = unpack.count();
        List<Trace<T>> traces = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            traces.add(trace(unpack, sort, item.apply(unpack)));
        }
        Map<String, Float> changes = new HashMap<>();
        int spots = unpack.count();
        for (int i = 0; i < spots; i++) {
            changes.put(unpack.text(), unpack.share());
        }
        return new Memory<>(sort, traces, changes);
    }

    private static <T> Trace<T> trace(Unpack unpack, Sort<T> sort, T item) {
        float presence = unpack.share();
        boolean here = unpack.flag();
        return unpack.flag()
                ? derived(sort, item, presence, here)
                : new Trace<>(unpack.hash(), item, unpack.text(), unpack.hash(), unpack.hash(), presence,
                        here);
    }

    private static void texts(Pack pack, List<String> texts) {
        pack.count(texts.size());
        texts.forEach(pack::text);
    }

    private static List<String> texts(Unpack unpack) {
        List<String> texts = new ArrayList<>();
        int size = unpack.count();
        for (int i = 0; i < size; i++) {
            texts.add(unpack.text());
        }
        return List.copyOf(texts);
    }

    /** Empty for bytes that were damaged or written by another version: what is normal is then learned anew. */
    static <T> Optional<T> whole(byte[] bytes, int version, Function<Unpack, T> read) {
        try {
            Unpack unpack = new Unpack(bytes);
            return unpack.count() == version ? Optional.of(read.apply(unpack)) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
