package vn.vonggac.web;

import vn.vonggac.page.Baseline;
import vn.vonggac.page.Usual;

/** What is normal on the home page of a portal, and how well that is known. */
public record PortalNormal(Baseline known, Usual home) {}
