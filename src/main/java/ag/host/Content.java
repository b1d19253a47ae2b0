package ag.host;

/** What a file is to hold. */
public sealed interface Content {
    /** Text, which is written as UTF-8. */
    record Text(String text) implements Content {}

    /** Anything else, such as an image. */
    record Bytes(byte[] bytes) implements Content {}
}
