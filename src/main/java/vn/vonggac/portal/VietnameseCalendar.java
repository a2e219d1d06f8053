package vn.vonggac.portal;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The lunar new year by Vietnam's time, UTC+7, which in some years is a day before China's. The day of a new
 * moon and the sun's longitude by the series of J. Meeus, as Hồ Ngọc Đức's calendar uses them.
 */
final class VietnameseCalendar {

    private static final double ZONE = 7.0 / 24;
    private static final double MONTH = 29.530588853;
    private static final double FIRST_NEW_MOON = 2415021.076998695;
    private static final int SECTORS = 12;
    private static final int WINTER_SECTOR = 9;
    private static final double J2000 = 2451545.0;
    private static final double CENTURY = 36525;

    private VietnameseCalendar() {}

    /** The first day of the first lunar month of this year. */
    static LocalDate newYear(int year) {
        long winter = eleventhMonth(year - 1);
        boolean thirteen = eleventhMonth(year) - winter > 365;
        int months = thirteen && leapMonth(winter) <= 2 ? 3 : 2;
        return day(newMoon(moonOf(winter) + months));
    }

    private static long moonOf(long day) {
        return (long) Math.floor(0.5 + (day - FIRST_NEW_MOON) / MONTH);
    }

    private static LocalDate day(long julian) {
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julian);
    }

    /** The day on which the month that holds the winter solstice begins. */
    private static long eleventhMonth(int year) {
        long end = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long moon = (long) Math.floor((end - FIRST_NEW_MOON + 0.076998695) / MONTH);
        long day = newMoon(moon);
        return sector(day) >= WINTER_SECTOR ? newMoon(moon - 1) : day;
    }

    /** Which month after the eleventh is the leap one: the first in which the sun enters no new sector. */
    private static int leapMonth(long winter) {
        long moon = moonOf(winter);
        int month = 1;
        int sector = sector(newMoon(moon + month));
        int last;
        do {
            last = sector;
            month++;
            sector = sector(newMoon(moon + month));
        } while (sector != last && month < 14);
        return month - 1;
    }

    /** Which twelfth of its way the sun is in at this day's midnight. */
    private static int sector(long day) {
        double t = (day - 0.5 - ZONE - J2000) / CENTURY;
        double anomaly = Math
                .toRadians(357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t);
        double mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
        double centre = (1.914600 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) + 0.000290 * Math.sin(3 * anomaly);
        double turns = (mean + centre) / 360;
        return (int) ((turns - Math.floor(turns)) * SECTORS);
    }

    /** The day of the n-th new moon since 1900-01-01. */
    private static long newMoon(long n) {
        double t = n / 1236.85;
        double mean = 2415020.75933 + 29.53058868 * n + 0.0001178 * t * t - 0.000000155 * t * t * t
                + 0.00033 * Math.sin(Math.toRadians(166.56 + 132.87 * t - 0.009173 * t * t));
        double sun = Math.toRadians(359.2242 + 29.10535608 * n - 0.0000333 * t * t - 0.00000347 * t * t * t);
        double moon = Math
                .toRadians(306.0253 + 385.81691806 * n + 0.0107306 * t * t + 0.00001236 * t * t * t);
        double node = Math.toRadians(21.2964 + 390.67050646 * n - 0.0016528 * t * t - 0.00000239 * t * t * t);
        return (long) Math.floor(mean + correction(t, sun, moon, node) - slowing(t) + 0.5 + ZONE);
    }

    private static double correction(double t, double sun, double moon, double node) {
        return (0.1734 - 0.000393 * t) * Math.sin(sun) + 0.0021 * Math.sin(2 * sun) - 0.4068 * Math.sin(moon)
                + 0.0161 * Math.sin(2 * moon) - 0.0004 * Math.sin(3 * moon) + 0.0104 * Math.sin(2 * node)
                - 0.0051 * Math.sin(sun + moon) - 0.0074 * Math.sin(sun - moon)
                + 0.0004 * Math.sin(2 * node + sun) - 0.0004 * Math.sin(2 * node - sun)
                - 0.0006 * Math.sin(2 * node + moon) + 0.0010 * Math.sin(2 * node - moon)
                + 0.0005 * Math.sin(2 * moon + sun);
    }

    /** How far the earth's clock has fallen behind since 1900, in days. */
    private static double slowing(double t) {
        return -0.000278 + 0.000265 * t + 0.000262 * t * t;
    }
}
