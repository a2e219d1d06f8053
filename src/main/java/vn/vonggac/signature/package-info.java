/**
 * Signatures: stored Lucene queries over what a page says, each with its own examples; data, not code. A signature
 * and a search of the corpus mean the same, because both use {@link vn.vonggac.signature.Analysis}.
 */
@NullMarked
package vn.vonggac.signature;

import org.jspecify.annotations.NullMarked;
