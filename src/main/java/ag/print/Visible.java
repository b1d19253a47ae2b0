package ag.print;

/** Makes characters visible that would steer a terminal instead of showing on it. */
public final class Visible {
    private Visible() {}

    /** Tabs become four spaces; other control characters are written as their code, such as {@code \u001b}. */
    public static String of(String text) {
        StringBuilder visible = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) || isBidirectionalControl(c);
            if (steers && visible == null) {
                visible = new StringBuilder(text.substring(0, i));
            }
            if (visible != null) {
                visible.append(steers ? (c == '\t' ? "    " : String.format("\\u%04x", (int) c)) : String.valueOf(c));
            }
        }
        return visible == null ? text : visible.toString();
    }

    private static boolean isBidirectionalControl(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}
