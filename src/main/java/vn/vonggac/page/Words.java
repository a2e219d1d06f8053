package vn.vonggac.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A text as words, and what became of them in another. */
record Words(List<String> list, Set<String> distinct) {

    /** Beyond so many words between common beginning and end the middle is shown as replaced. */
    private static final int MOST_COMPARED = 600;

    static Words of(String text) {
        List<String> list = Arrays.asList(text.split(" "));
        return new Words(list, new HashSet<>(list));
    }

    /** The share of words two texts have in common, 0 to 1. */
    double likeness(Words other) {
        int shared = 0;
        for (String word : distinct) {
            shared += other.distinct.contains(word) ? 1 : 0;
        }
        return 2.0 * shared / (distinct.size() + other.distinct.size());
    }

    List<Edit.Part> became(Words after) {
        int head = 0;
        int most = Math.min(list.size(), after.list.size());
        while (head < most && list.get(head).equals(after.list.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && fromEnd(tail).equals(after.fromEnd(tail))) {
            tail++;
        }
        List<Edit.Part> parts = new ArrayList<>();
        part(parts, Edit.Fate.KEPT, list.subList(0, head));
        middle(parts, list.subList(head, list.size() - tail),
                after.list.subList(head, after.list.size() - tail));
        part(parts, Edit.Fate.KEPT, list.subList(list.size() - tail, list.size()));
        return parts;
    }

    private String fromEnd(int at) {
        return list.get(list.size() - 1 - at);
    }

    private static void middle(List<Edit.Part> parts, List<String> before, List<String> after) {
        if (before.size() + after.size() > MOST_COMPARED) {
            part(parts, Edit.Fate.REMOVED, before);
            part(parts, Edit.Fate.ADDED, after);
            return;
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            Chunk<String> gone = delta.getSource();
            part(parts, Edit.Fate.KEPT, before.subList(at, gone.getPosition()));
            part(parts, Edit.Fate.REMOVED, gone.getLines());
            part(parts, Edit.Fate.ADDED, delta.getTarget().getLines());
            at = gone.getPosition() + gone.size();
        }
        part(parts, Edit.Fate.KEPT, before.subList(at, before.size()));
    }

    private static void part(List<Edit.Part> parts, Edit.Fate fate, List<String> words) {
        if (!words.isEmpty()) {
            parts.add(new Edit.Part(fate, String.join(" ", words)));
        }
    }
}
