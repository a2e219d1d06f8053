package vn.vonggac.watch;

import java.util.function.BooleanSupplier;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal's round as Quartz fires it. A round that breaks is said, and the next one comes all the same; one that the
 * service did not wait for when it stopped breaks rightly, and the next start takes up what it left.
 */
@DisallowConcurrentExecution
final class PortalJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PortalJob.class);

    private final Round round;
    private final BooleanSupplier givenUp;

    PortalJob(Round round, BooleanSupplier givenUp) {
        this.round = round;
        this.givenUp = givenUp;
    }

    @Override
    public void execute(JobExecutionContext context) {
        long portal = Long.parseLong(context.getJobDetail().getKey().getName());
        try {
            round.run(portal);
        } catch (RuntimeException e) {
            if (givenUp.getAsBoolean()) {
                LOG.info("The round of portal {} was given up: the service stops", portal);
            } else {
                LOG.error("The round of portal {} broke", portal, e);
            }
        }
    }
}
