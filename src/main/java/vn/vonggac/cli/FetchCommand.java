package vn.vonggac.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.vonggac.fetch.Failed;
import vn.vonggac.fetch.FetchResult;
import vn.vonggac.fetch.Fetched;
import vn.vonggac.fetch.Fetcher;
import vn.vonggac.fetch.NotModified;
import vn.vonggac.fetch.Refused;
import vn.vonggac.fetch.Target;
import vn.vonggac.fetch.View;
import vn.vonggac.fetch.Views;

/** {@code vonggac fetch}: one exchange and nothing else. */
@Command(name = "fetch", mixinStandardHelpOptions = true, description = "Shows one exchange: every hop with headers, timings and certificate. Exit 2 when the page could not be fetched. Content that is shown only to the network addresses of a search engine cannot be seen.")
final class FetchCommand extends OfflineCommand implements Callable<Integer> {

    private static final int FETCHED = 0;
    private static final int UNSEEN = 2;

    @Parameters(paramLabel = "URL", description = "The page's address; a port in it counts as listed.")
    private String url = "";

    @Option(names = "--view", paramLabel = "V", description = "Who looks: citizen, search-engine, from-search, phone, or one from the configuration.")
    private String view = View.CITIZEN;

    @Option(names = "--format", paramLabel = "text|json", description = "How to print.")
    private Format format = Format.text;

    enum Format {
        text, json
    }

    @Override
    public Integer call() {
        try (Offline offline = new Offline(config())) {
            View identity = offline.part(Views.class).find(view).orElseThrow(() -> new ParameterException(
                    commandLine(), "--view " + view + ": not one of " + known(offline)));
            FetchResult result = offline.part(Fetcher.class).fetch(Target.typed(url), identity);
            switch (format) {
                case text -> out().print(FetchText.of(result));
                case json -> out().println(offline.json(FetchView.of(result)));
            }
            out().flush();
            return switch (result) {
                case Fetched fetched -> FETCHED;
                case NotModified same -> FETCHED;
                case Refused refused -> UNSEEN;
                case Failed failed -> UNSEEN;
            };
        }
    }

    private static String known(Offline offline) {
        return offline.part(Views.class).all().stream().map(View::id).toList().toString();
    }
}
