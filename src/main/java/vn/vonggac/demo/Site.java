package vn.vonggac.demo;

import java.util.List;
import vn.vonggac.page.Hosts;
import vn.vonggac.portal.Portal;

/** A portal of the province; its tag names its make. */
record Site(long portal, String host, String name, Make make) {

    private static final int SEEDS = 1000;

    static Site of(Portal portal, List<Make> makes) {
        Make make = makes.stream().filter(each -> portal.tags().contains(each.id())).findFirst()
                .orElseThrow();
        return new Site(portal.id(), Hosts.of(portal.home()), portal.name(), make);
    }

    /** Whose portal it is. */
    String agency() {
        return name.replaceFirst("^(Cổng|Trang) thông tin điện tử ", "");
    }

    /** Tells portals apart where they differ by chance. */
    int seed() {
        return Math.floorMod(host.hashCode(), SEEDS);
    }

    /** The society whose site it links to. */
    String partner() {
        return "hoi-" + host.substring(0, host.indexOf('.')) + ".example";
    }
}
