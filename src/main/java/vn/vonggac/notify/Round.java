package vn.vonggac.notify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.vonggac.notify.RoomCourier.Posted;

/** A telling that goes to one after the other, so that whoever has got it is not told again when another has not. */
final class Round {

    private final Consumer<String> served;
    private final Set<String> done;
    private final Threads threads;

    /** @param served told of each recipient that got it, as all those who did, a line each */
    Round(Consumer<String> served, List<String> already, Threads threads) {
        this.served = served;
        this.threads = threads;
        this.done = new LinkedHashSet<>(already);
    }

    /** Tells everybody who was not; the last failure counts, and stops nobody from being told. */
    Delivery tell(List<String> recipients, Function<String, Delivery> each) {
        if (recipients.isEmpty()) {
            return new Delivery.Failed(Delivery.Reason.NOBODY, "");
        }
        Delivery result = Delivery.SENT;
        for (String recipient : recipients) {
            if (!done.contains(recipient)) {
                Delivery delivery = each.apply(recipient);
                switch (delivery) {
                    case Delivery.Sent sent -> keep(recipient);
                    case Delivery.Failed failed -> result = failed;
                }
            }
        }
        return result;
    }

    /** The same, below what was said of it before; where that is gone, it begins anew. */
    Delivery tellBelow(List<String> recipients, BiFunction<String, Optional<String>, Posted> each) {
        return tell(recipients, recipient -> {
            Optional<String> root = threads.root(recipient);
            Posted first = each.apply(recipient, root);
            boolean anew = root.isEmpty() || first.refused();
            Posted posted = root.isPresent() && anew ? each.apply(recipient, Optional.empty()) : first;
            if (anew && !posted.name().isEmpty()) {
                threads.begun(recipient, posted.name());
            }
            return posted.delivery();
        });
    }

    private void keep(String recipient) {
        done.add(recipient);
        served.accept(String.join("\n", done));
    }
}
