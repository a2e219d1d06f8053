/**
 * REST under {@code /api/v1}, and what every request owes before it reaches a page or a route: who sends it, and that
 * no other site sent it for them.
 */
@NullMarked
package vn.vonggac.api;

import org.jspecify.annotations.NullMarked;
