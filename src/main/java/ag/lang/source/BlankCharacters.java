package ag.lang.source;

/** Letters and marks that take part in words but have no look of their own, so that two names with and without one look alike. */
public final class BlankCharacters {
    private BlankCharacters() {}

    /** Whether a letter or mark does not show. */
    public static boolean contains(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 ->
                true; // a joiner, fillers and vowels of syllables
            default -> isVariationSelector(codePoint);
        };
    }

    /** Says which look the letter or sign before it has, where there are several. */
    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
