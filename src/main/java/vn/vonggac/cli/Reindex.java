package vn.vonggac.cli;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.watch.IndexKeeping;

/** Builds the index again. */
@Singleton
final class Reindex implements Errand {

    static final String NAME = "reindex";

    private final IndexKeeping index;
    private final Corpus corpus;

    Reindex(IndexKeeping index, Corpus corpus) {
        this.index = index;
        this.corpus = corpus;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, Teller teller) {
        index.rebuild(teller::comesAlong);
        teller.says(corpus.versions() + " versions indexed");
        return 0;
    }
}
