package vn.vonggac.notify;

import java.util.Optional;

/** Where in each room the messages of one incident stand. */
interface Threads {

    /** What belongs to nothing that was said before. */
    Threads NONE = new Threads() {

        @Override
        public Optional<String> root(String recipient) {
            return Optional.empty();
        }

        @Override
        public void begun(String recipient, String root) {
            // nothing comes after it
        }
    };

    /** The message that what is said now answers. */
    Optional<String> root(String recipient);

    void begun(String recipient, String root);

    /** Those of an incident, kept. */
    static Threads kept(ThreadRows rows, long channel, long incident) {
        return new Threads() {

            @Override
            public Optional<String> root(String recipient) {
                return row(recipient).map(ThreadRow::root);
            }

            private Optional<ThreadRow> row(String recipient) {
                return rows.findByChannelIdAndIncidentIdAndRecipient(channel, incident, recipient);
            }

            @Override
            public void begun(String recipient, String root) {
                row(recipient).ifPresentOrElse(known -> rows.begin(known.id(), root),
                        () -> rows.save(new ThreadRow(0, channel, incident, recipient, root)));
            }
        };
    }
}
