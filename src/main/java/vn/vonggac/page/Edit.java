package vn.vonggac.page;

import java.util.List;

/** A block that says something else than it did. */
public record Edit(Block before, Block after) {

    /** What became of some words. */
    public enum Fate {
        KEPT, ADDED, REMOVED
    }

    /** Words that stand together and share their fate. */
    public record Part(Fate fate, String text) {}

    /** What became of it, word by word; found out only for who shows it. */
    public List<Part> parts() {
        return Words.of(before.text()).became(Words.of(after.text()));
    }
}
