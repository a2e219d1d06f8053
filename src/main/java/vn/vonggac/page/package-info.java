/**
 * What a page says: {@link vn.vonggac.page.PageReader} turns hostile bytes into {@link vn.vonggac.page.PageContent},
 * {@link vn.vonggac.page.Baseline} learns what is normal, {@link vn.vonggac.page.Change} says what is different now,
 * and the copies keep what was read. jsoup, PDFBox and java-diff-utils stay inside.
 */
@NullMarked
package vn.vonggac.page;

import org.jspecify.annotations.NullMarked;
