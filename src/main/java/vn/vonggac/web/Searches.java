package vn.vonggac.web;

import jakarta.inject.Singleton;
import java.util.List;
import vn.vonggac.corpus.BadQuery;
import vn.vonggac.corpus.Corpus;
import vn.vonggac.corpus.Found;
import vn.vonggac.corpus.Search;

/** Asks the index what a reader typed, within what they may see. */
@Singleton
final class Searches {

    private static final int LONGEST = 200;

    private final Corpus corpus;

    Searches(Corpus corpus) {
        this.corpus = corpus;
    }

    /** What was found; nothing where the words are no query. */
    Listing<Found.Hit> find(Desk desk) {
        String asked = desk.address().value("q").strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return nothing();
        }
        Search everywhere = Search.everywhere(asked);
        Search search = desk.scope().everything() ? everywhere : everywhere.within(desk.scope().agencies());
        try {
            long total = corpus.search(search.page(1, 0)).total();
            return Listing.of(desk.address(), total,
                    (size, skip) -> corpus.search(search.page(size, skip)).hits());
        } catch (BadQuery e) {
            return nothing();
        }
    }

    private static Listing<Found.Hit> nothing() {
        return new Listing<>(List.of(), 1, Listing.SIZE, 0);
    }
}
