/**
 * One polite, bounded, safe HTTP exchange. A {@link vn.vonggac.fetch.Fetcher} takes a target and a view, walks
 * the redirect chain hop by hop through the same gate, and answers with one of four sealed results that carry
 * the whole exchange as evidence. It may be pointed at a hostile server and must be gentle to a weak one.
 *
 * <p>What it cannot see: content that is shown only to the network addresses of a search engine. The view
 * {@code search-engine} asks with a search engine's name, never from its address.
 *
 * <p>It speaks HTTP/1.1 only, though many servers offer HTTP/2: the library speaks HTTP/2 on its event loop alone,
 * where a body comes through callbacks and several exchanges share a connection, so that one hostile answer could
 * no longer be ended without the others, and a hop's times and bytes would not be its own.
 */
@NullMarked
package vn.vonggac.fetch;

import org.jspecify.annotations.NullMarked;
