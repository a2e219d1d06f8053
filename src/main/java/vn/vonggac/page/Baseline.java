package vn.vonggac.page;

/** What a page and its portal normally say. */
public interface Baseline {

    /** Whether enough was seen to call something new. */
    boolean learned();

    Change compare(PageContent content);
}
