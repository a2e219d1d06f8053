package vn.vonggac.web;

import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageCopy;
import vn.vonggac.page.Usual;

/**
 * One page of a portal: what came of looking at it, what is normal there, and what was kept of it.
 *
 * @param portal the portal's name
 * @param copies the newest first, a run of looks that said the same each
 * @param mark another one once a page of the portal was looked at
 */
public record KnownPage(String portal, PageRow row, Baseline known, Usual usual, Listing<PageCopy> copies,
        String mark) {}
