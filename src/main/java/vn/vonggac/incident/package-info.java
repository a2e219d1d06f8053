/**
 * What happened to a portal. Findings of one portal and one cause are one {@link vn.vonggac.incident.Incident}
 * however many pages show them: {@link vn.vonggac.incident.Grouping} decides which, purely, so that a replay and
 * the service agree. Status, resolution, severity and suppression are four things; one table says which status
 * follows which, and every step is a line that is never changed.
 */
@NullMarked
package vn.vonggac.incident;

import org.jspecify.annotations.NullMarked;
