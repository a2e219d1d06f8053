/**
 * The index of everything that was read: {@link vn.vonggac.corpus.Corpus} takes page versions in and finds them by
 * the same words and fields that signatures use. It can always be rebuilt and is never the only place of a fact.
 * Which agencies a person may see is part of the query itself, so that counts do not tell more than the hits.
 */
@NullMarked
package vn.vonggac.corpus;

import org.jspecify.annotations.NullMarked;
