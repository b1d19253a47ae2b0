package ag.spelling;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters and digits without what ASCII cannot show: é as e, ² as 2, 𝑥 as x, ½ as 1/2. */
public final class AsciiLetters {
    private static final Pattern LETTER =
            Pattern.compile("(?:.* )?(CAPITAL|SMALL) (?:LETTER (?:LONG )?|LIGATURE )?([A-Z]|F[FILT]+)(?: WITH .*)?");

    private static final List<String> DIGITS =
            List.of("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE");

    private static final Map<Character, String> FRACTIONS = Map.ofEntries(
            Map.entry('¼', "1/4"),
            Map.entry('½', "1/2"),
            Map.entry('¾', "3/4"),
            Map.entry('⅓', "1/3"),
            Map.entry('⅔', "2/3"),
            Map.entry('⅕', "1/5"),
            Map.entry('⅖', "2/5"),
            Map.entry('⅗', "3/5"),
            Map.entry('⅘', "4/5"),
            Map.entry('⅙', "1/6"),
            Map.entry('⅚', "5/6"),
            Map.entry('⅛', "1/8"),
            Map.entry('⅜', "3/8"),
            Map.entry('⅝', "5/8"),
            Map.entry('⅞', "7/8"));

    private AsciiLetters() {}

    /** The character in ASCII; empty where it is no letter, digit, fraction or blank with a likeness there. */
    public static String of(int codePoint) {
        if (codePoint < 0x80) {
            return Character.toString(codePoint);
        }
        if (Character.isSpaceChar(codePoint)) {
            return " ";
        }
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            return Integer.toString(digit);
        }
        String fraction = Character.isBmpCodePoint(codePoint) ? FRACTIONS.get((char) codePoint) : null;
        return fraction != null ? fraction : letter(codePoint);
    }

    /** Unicode's names tell: LATIN SMALL LETTER E WITH ACUTE, MATHEMATICAL ITALIC SMALL X, SUPERSCRIPT TWO. */
    private static String letter(int codePoint) {
        String name = Character.getName(codePoint);
        Matcher matcher = LETTER.matcher(name == null ? "" : name);
        if (!matcher.matches()) {
            int digit = name == null ? -1 : DIGITS.indexOf(name.replaceFirst("^SU(PER|B)SCRIPT ", ""));
            return digit < 0 ? "" : Integer.toString(digit);
        }
        String letters = matcher.group(2);
        return matcher.group(1).equals("SMALL") ? letters.toLowerCase(Locale.ROOT) : letters;
    }
}
