package vn.vonggac.web;

import vn.vonggac.page.Baseline;
import vn.vonggac.page.PageCopy;

/**
 * What a page said anew, beside what it said before.
 *
 * @param portal the portal's name
 * @param known what the page normally says, and how well that is known
 */
public record VersionPage(PageCopy copy, String portal, Baseline known, Sides sides) {}
