/**
 * The review desk: pages rendered on the server, readable without script, Vietnamese first. Controllers take a
 * form or a query, ask one public face of another package, and hand one record to one template. What they
 * show is text; nothing a portal said reaches a browser as markup.
 */
@NullMarked
package vn.vonggac.web;

import org.jspecify.annotations.NullMarked;
