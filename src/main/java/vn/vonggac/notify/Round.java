package vn.vonggac.notify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A telling that goes to one after the other, so that whoever has got it is not told again when another has not. */
final class Round {

    private final Consumer<String> served;
    private final Set<String> done;

    Round(Consumer<String> served, List<String> already) {
        this.served = served;
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

    private void keep(String recipient) {
        done.add(recipient);
        served.accept(String.join("\n", done));
    }
}
