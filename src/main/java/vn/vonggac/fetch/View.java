package vn.vonggac.fetch;

import java.util.List;

/**
 * One way of looking at a page: a visitor's identity as the headers that visitor's program sends, in its order.
 * {@code search-engine} carries a search engine's name but not its network address, so content that is shown
 * by address stays unseen under every view.
 */
public record View(String id, List<Header> headers) {

    /** The view of an ordinary visitor; the only one that may ask conditionally. */
    public static final String CITIZEN = "citizen";

    public View {
        headers = List.copyOf(headers);
    }
}
