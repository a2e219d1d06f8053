package vn.vonggac.watch;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A portal's round as Quartz fires it. A round that breaks is said, and the next one comes all the same. */
@DisallowConcurrentExecution
final class PortalJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PortalJob.class);

    private final Round round;

    PortalJob(Round round) {
        this.round = round;
    }

    @Override
    public void execute(JobExecutionContext context) {
        long portal = Long.parseLong(context.getJobDetail().getKey().getName());
        try {
            round.run(portal);
        } catch (RuntimeException e) {
            LOG.error("The round of portal {} broke", portal, e);
        }
    }
}
