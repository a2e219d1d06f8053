package vn.vonggac.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds among blocks that came and went those that are one block with other words. */
final class Edits {

    private static final double ALIKE = 0.4;
    private static final int MOST_COMPARED = 4_000;

    private final Map<String, List<Block>> gone = new HashMap<>();
    private final Map<Block, Words> words = new IdentityHashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private int compared;

    private Edits(List<Block> removed) {
        removed.forEach(
                block -> gone.computeIfAbsent(block.place().path(), path -> new ArrayList<>()).add(block));
    }

    static List<Edit> of(Difference<Block> difference) {
        Edits edits = new Edits(difference.removed());
        difference.retold().forEach(pair -> edits.edits.add(new Edit(pair.before(), pair.after())));
        difference.added().forEach(edits::find);
        return edits.edits;
    }

    private void find(Block after) {
        List<Block> candidates = gone.getOrDefault(after.place().path(), List.of());
        double best = ALIKE;
        int found = -1;
        for (int i = 0; i < candidates.size() && compared++ < MOST_COMPARED; i++) {
            double likeness = words(candidates.get(i)).likeness(words(after));
            if (likeness > best) {
                best = likeness;
                found = i;
            }
        }
        if (found >= 0) {
            edits.add(new Edit(candidates.remove(found), after));
        }
    }

    private Words words(Block block) {
        return words.computeIfAbsent(block, known -> Words.of(known.text()));
    }
}
