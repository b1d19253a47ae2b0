package ag.files.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Dates in tables, held against those of the Java library. */
final class TableColumnTest {
    @Test
    void datesAreDaysSince1970() {
        for (LocalDate day = LocalDate.of(1600, 1, 1); day.getYear() < 2101; day = day.plusDays(97)) {
            assertThat(TableColumn.days(day.toString())).as(day.toString()).isEqualTo((double) day.toEpochDay());
            assertThat(TableColumn.date((double) day.toEpochDay())).isEqualTo(day.toString());
        }
        assertThat(TableColumn.days("2024-02-29"))
                .isEqualTo((double) LocalDate.of(2024, 2, 29).toEpochDay());
    }

    @Test
    void aTimeOfDayIsAPartOfTheDay() {
        assertThat(TableColumn.days("1970-01-02 18:00")).isEqualTo(1.75);
        assertThat(TableColumn.days("1970-01-02T06:00:00Z")).isEqualTo(1.25);
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
            assertThat(TableColumn.days(text)).as(text).isNaN();
        }
    }
}
