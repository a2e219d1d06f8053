package vn.vonggac.page;

import java.util.HashSet;
import java.util.Set;

/** The hosts a page links to, sends to, or takes scripts and frames from. */
final class OutboundHosts {

    private OutboundHosts() {}

    static Set<String> of(PageContent page) {
        Set<String> hosts = new HashSet<>();
        page.links().stream().filter(Link::outbound).map(Link::host).forEach(hosts::add);
        page.frames().stream().filter(Frame::outbound).map(Frame::host).forEach(hosts::add);
        page.forms().stream().filter(Form::outbound).map(Form::host).forEach(hosts::add);
        page.scripts().stream().map(Script::host).forEach(hosts::add);
        hosts.remove("");
        return hosts;
    }
}
