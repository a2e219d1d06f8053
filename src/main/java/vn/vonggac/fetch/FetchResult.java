package vn.vonggac.fetch;

/** What came of looking at a target under a view; the exchange is the evidence either way. */
public sealed interface FetchResult permits Fetched, NotModified, Refused, Failed {

    Exchange exchange();
}
