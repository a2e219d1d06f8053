/**
 * What a detector is, running all of them over one observation, their findings and the verdict. Findings are
 * the product's sentences, as keys and arguments; {@link vn.vonggac.detect.Messages} turns keys into text
 * here, above every package that speaks to people (notify, report, api, web, cli) and below those that only
 * name keys.
 */
@NullMarked
package vn.vonggac.detect;

import org.jspecify.annotations.NullMarked;
