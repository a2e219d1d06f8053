package vn.vonggac.cli;

/** The largest mean that still lets a Poisson count be this small in one case of twenty. */
final class PoissonBound {

    private static final double RARE = 0.05;
    private static final int STEPS = 100;

    private PoissonBound() {}

    static double upper(int count) {
        double low = count;
        double high = 2 * count + 10;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (atMost(count, middle) > RARE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double atMost(int count, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int i = 1; i <= count; i++) {
            term *= mean / i;
            sum += term;
        }
        return sum;
    }
}
