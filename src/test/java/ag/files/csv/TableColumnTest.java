package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates in tables, dates held against those of the Java library. */
final class TableColumnTest {
    @Test
    void datesAreDaysSince1970() {
        for (LocalDate day = LocalDate.of(1600, 1, 1); day.getYear() < 2101; day = day.plusDays(97)) {
            assertThat(CsvDate.YEAR_FIRST.days(day.toString()))
                    .as(day.toString())
                    .isEqualTo((double) day.toEpochDay());
            assertThat(CsvDate.text((double) day.toEpochDay())).isEqualTo(day.toString());
        }
        assertThat(CsvDate.YEAR_FIRST.days("2024-02-29"))
                .isEqualTo((double) LocalDate.of(2024, 2, 29).toEpochDay());
    }

    @Test
    void aTimeOfDayIsAPartOfTheDay() {
        assertThat(CsvDate.YEAR_FIRST.days("1970-01-02 18:00")).isEqualTo(1.75);
        assertThat(CsvDate.YEAR_FIRST.days("1970-01-02T06:00:00Z")).isEqualTo(1.25);
    }

    @Test
    void pointsStandBetweenThousandsWhereACommaIsThePoint() {
        assertThat(numbers("1.234,50", "99,9", "-1.234.567", "12")).containsExactly(1234.5, 99.9, -1234567, 12);
        assertThat(numbers("1.23", "99,9")).contains(Double.NaN);
    }

    private static double[] numbers(String... values) {
        return Arrays.stream(values)
                .mapToDouble(value -> TableColumn.number(value, ','))
                .toArray();
    }

    @Test
    void whatIsNoDateIsNone() {
        for (String text :
                new String[] {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024", "01.02.2024"}) {
            assertThat(CsvDate.YEAR_FIRST.days(text)).as(text).isNaN();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d.M.yyyy|POINTS",
                "dd.MM.yyyy|POINTS",
                "yyyy/MM/dd|YEAR_FIRST",
                "dd/MM/yyyy|DAY_FIRST",
                "M/d/yyyy|MONTH_FIRST",
                "MM-dd-yyyy|MONTH_FIRST",
                "d MMM yyyy|DAY_AND_NAME",
                "dd-MMM-yyyy|DAY_AND_NAME",
                "d. MMMM yyyy|DAY_AND_NAME",
                "MMM d, yyyy|NAME_AND_DAY"
            })
    void eachWayOfWritingIsKnownByItsColumn(String pattern, CsvDate way) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.US);
        List<LocalDate> days = LocalDate.of(1899, 12, 30)
                .datesUntil(LocalDate.of(2101, 1, 1), Period.ofDays(131))
                .toList();
        List<String> written = days.stream().map(format::format).toList();
        assertThat(CsvDate.of(written)).contains(way);
        for (int i = 0; i < days.size(); i++) {
            assertThat(way.days(written.get(i))).as(written.get(i)).isEqualTo((double)
                    days.get(i).toEpochDay());
        }
    }

    @Test
    void whatCanBeReadInTwoWaysIsNoDate() {
        assertThat(CsvDate.of(List.of("03/04/2024", "01/02/2024"))).isEmpty();
        assertThat(CsvDate.of(List.of("03/04/2024", "13/02/2024"))).contains(CsvDate.DAY_FIRST);
        assertThat(CsvDate.of(List.of("05/05/2024"))).isPresent();
        assertThat(CsvDate.of(List.of("29.02.2023"))).isEmpty();
        assertThat(CsvDate.of(List.of("2024-01/02"))).isEmpty();
    }
}
