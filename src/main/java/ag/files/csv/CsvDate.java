package ag.files.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the dates of a column are written. Each counts the days since 1970-01-01 in the Gregorian calendar. */
enum CsvDate {
    /** 2024-02-29 or 2024/02/29. */
    YEAR_FIRST("(\\d{4})([-/])(\\d\\d?)\\2(\\d\\d?)", 1, 3, 4),
    /** 29.02.2024. */
    POINTS("(\\d\\d?)\\.\\s?(\\d\\d?)\\.\\s?(\\d{4})", 3, 2, 1),
    /** 29/02/2024 or 29-02-2024. */
    DAY_FIRST("(\\d\\d?)([-/])(\\d\\d?)\\2(\\d{4})", 4, 3, 1),
    /** 02/29/2024 or 02-29-2024. */
    MONTH_FIRST("(\\d\\d?)([-/])(\\d\\d?)\\2(\\d{4})", 4, 1, 3),
    /** 29 Feb 2024, 29-Feb-2024 or 29. February 2024. */
    DAY_AND_NAME("(\\d\\d?)\\.?[- ](\\p{L}{3,9})\\.?,?[- ](\\d{4})", 3, 2, 1),
    /** Feb 29, 2024. */
    NAME_AND_DAY("(\\p{L}{3,9})\\.? (\\d\\d?),? (\\d{4})", 3, 1, 2);

    private static final String TIME = "(?:[T ](\\d\\d?):(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?Z?)?";
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final Pattern pattern;
    private final int year;
    private final int month;
    private final int day;

    /**
     * @param year the group of the pattern that is the year; groups have numbers, as regular expressions in browsers know no names
     */
    CsvDate(String date, int year, int month, int day) {
        this.pattern = Pattern.compile(date + TIME);
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /**
     * The one way in which all values are dates. Where 03/04/2024 and its like leave open which is the month, there is none: a number
     * that is wrong for half of the world's tables would not be noticed.
     */
    static Optional<CsvDate> of(List<String> values) {
        List<CsvDate> fitting = new ArrayList<>();
        for (CsvDate way : values()) {
            if (values.stream().noneMatch(value -> Double.isNaN(way.days(value)))) {
                fitting.add(way);
            }
        }
        boolean same = fitting.size() == 2
                && values.stream()
                        .allMatch(value -> fitting.getFirst().days(value)
                                == fitting.getLast().days(value));
        return fitting.size() == 1 || same ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** NaN where the text is no such date. */
    double days(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        int inYear = Integer.parseInt(matcher.group(year));
        int inMonth = month(matcher.group(month));
        int onDay = Integer.parseInt(matcher.group(day));
        if (inMonth < 1 || inMonth > 12 || onDay < 1 || onDay > length(inYear, inMonth)) {
            return Double.NaN;
        }
        // March is the first month, so that the day that comes and goes is the last of a year.
        int fromMarch = (inMonth + 9) % 12;
        int years = inYear - (inMonth < 3 ? 1 : 0);
        long days = 365L * years + Math.floorDiv(years, 4) - Math.floorDiv(years, 100) + Math.floorDiv(years, 400);
        return days + (153 * fromMarch + 2) / 5 + onDay - 1 - 719_468 + partOfDay(matcher);
    }

    /** A number, or a name in full or its first three letters; 0 where it is none. */
    private static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        String name = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            if (month.equals(name) || name.equals(month.substring(0, 3)) || (name.equals("sept") && i == 8)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The date of a day counted from 1970-01-01. */
    static String text(double days) {
        long fromMarch0 = (long) Math.floor(days) + 719_468;
        long era = Math.floorDiv(fromMarch0, 146_097);
        long dayOfEra = Math.floorMod(fromMarch0, 146_097);
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * month + 2) / 5 + 1;
        long calendarMonth = month < 10 ? month + 3 : month - 9;
        return String.format(
                Locale.ROOT, "%04d-%02d-%02d", yearOfEra + era * 400 + (calendarMonth < 3 ? 1 : 0), calendarMonth, day);
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 ? leap ? 29 : 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static double partOfDay(Matcher matcher) {
        int last = matcher.groupCount();
        if (matcher.group(last - 2) == null) {
            return 0;
        }
        int hours = Integer.parseInt(matcher.group(last - 2));
        int minutes = Integer.parseInt(matcher.group(last - 1));
        double seconds = matcher.group(last) == null ? 0 : Double.parseDouble(matcher.group(last));
        return hours > 24 || minutes > 59 || seconds >= 61
                ? Double.NaN
                : (hours * 3600 + minutes * 60 + seconds) / 86_400;
    }
}
