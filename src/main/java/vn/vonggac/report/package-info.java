/**
 * What leaves the house. An {@link vn.vonggac.report.EvidenceFile} holds all that is known of one incident, with a
 * manifest of hashes that the installation's key signs; {@link vn.vonggac.report.EvidenceCheck} tells anywhere,
 * without this installation, whether such a file is what was signed.
 */
@NullMarked
package vn.vonggac.report;

import org.jspecify.annotations.NullMarked;
