package vn.vonggac.page;

import java.util.List;

/** A block that says something else than it did, word by word. */
public record Edit(Block before, Block after, List<Part> parts) {

    /** What became of some words. */
    public enum Fate {
        KEPT, ADDED, REMOVED
    }

    /** Words that stand together and share their fate. */
    public record Part(Fate fate, String text) {}

    public Edit {
        parts = List.copyOf(parts);
    }
}
