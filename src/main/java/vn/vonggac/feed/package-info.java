/** Lists from outside: hosts, addresses, advisories; refreshed, swapped whole, the last good kept. */
@NullMarked
package vn.vonggac.feed;

import org.jspecify.annotations.NullMarked;
