/**
 * Lists from outside. {@link vn.vonggac.feed.Feeds} imports the lists of hosts that the configuration names, from files
 * or by address, and answers whether a host or address is on one. A list that is broken, or is a web page, is refused
 * with file and line and the last good one stays; a new one is swapped in whole. Ten million hosts take about 100 MB:
 * a table of fingerprints in memory, the names themselves in a file that is asked only when a fingerprint fits.
 * {@link vn.vonggac.feed.OperatorFolder} is a folder of an operator's own files, for those who take them over.
 */
@NullMarked
package vn.vonggac.feed;

import org.jspecify.annotations.NullMarked;
