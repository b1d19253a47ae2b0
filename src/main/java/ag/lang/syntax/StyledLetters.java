package ag.lang.syntax;

/** The italic, bold and script letters of Unicode, which formulas copied from books and from other programs are made of. */
final class StyledLetters {
    private static final int LATIN = 0x1D400;
    private static final int LATIN_END = 0x1D6A3;
    private static final int GREEK = 0x1D6A8;
    private static final int GREEK_END = 0x1D7C9;
    private static final int LETTERS = 26;
    private static final int GREEK_LETTERS = 58;
    /** Where small Greek letters begin among those of one style, and how many there are. */
    private static final int SMALL_GREEK = 26;

    private static final int SMALL_GREEK_COUNT = 25;

    private StyledLetters() {}

    /** The text in plain letters; itself where it has no others. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().map(StyledLetters::letter).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int letter(int styled) {
        if (styled >= LATIN && styled <= LATIN_END) {
            int place = (styled - LATIN) % (2 * LETTERS);
            return place < LETTERS ? 'A' + place : 'a' + place - LETTERS;
        }
        if (styled >= GREEK && styled <= GREEK_END) {
            int place = (styled - GREEK) % GREEK_LETTERS;
            boolean small = place >= SMALL_GREEK && place < SMALL_GREEK + SMALL_GREEK_COUNT;
            return small ? 'α' + place - SMALL_GREEK : place < SMALL_GREEK - 1 ? 'Α' + place : styled;
        }
        return switch (styled) {
            case 'ℎ' -> 'h';
            case 'ℯ' -> 'e';
            case 'ℊ' -> 'g';
            case 'ℴ' -> 'o';
            default -> styled;
        };
    }
}
