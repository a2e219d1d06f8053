package vn.vonggac.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The hosts a page links to, sends to, or takes scripts and frames from. */
final class OutboundHosts {

    private OutboundHosts() {}

    static Set<String> of(PageContent page) {
        return of(page.links(), page.scripts(), page.frames(), page.forms());
    }

    /** The same without those of the page's own domain. */
    static Set<String> elsewhere(PageContent page) {
        Set<String> hosts = of(page);
        hosts.removeIf(host -> Hosts.registrable(host).equals(page.domain()));
        return hosts;
    }

    static Set<String> of(List<Link> links, List<Script> scripts, List<Frame> frames, List<Form> forms) {
        Set<String> hosts = new HashSet<>();
        links.stream().filter(Link::outbound).map(Link::host).forEach(hosts::add);
        frames.stream().filter(Frame::outbound).map(Frame::host).forEach(hosts::add);
        forms.stream().filter(Form::outbound).map(Form::host).forEach(hosts::add);
        scripts.stream().map(Script::host).forEach(hosts::add);
        hosts.remove("");
        return hosts;
    }
}
