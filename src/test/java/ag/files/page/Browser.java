package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page open, driven over the DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,1000",
            "--remote-debugging-port=0");
    private static final Pattern ADDRESS = Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"([^\"]*/page/[^\"]*)\"");
    private static final Pattern PROBLEM =
            Pattern.compile("\"Runtime\\.exceptionThrown\"|\"Log\\.entryAdded\".*\"level\":\"error\"");
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Messages messages = new Messages();
    private final WebSocket socket;
    private final List<String> problems = new ArrayList<>();
    private int last;

    /** Opens the page; the test is skipped where there is no Chromium. */
    static Browser open(Path page, Path profile) throws Exception {
        Optional<Path> program = program();
        assumeThat(program).as("none of " + NAMES + " is installed").isPresent();
        return new Browser(program.orElseThrow(), page, profile);
    }

    private static Optional<Path> program() {
        List<String> folders =
                List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Browser(Path program, Path page, Path profile) throws Exception {
        List<String> command = Stream.of(
                        List.of(program.toString()),
                        OPTIONS,
                        List.of("--user-data-dir=" + profile, page.toUri().toString()))
                .flatMap(List::stream)
                .toList();
        ProcessBuilder chromium = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // What it leaves behind goes with the profile.
        chromium.environment().put("TMPDIR", profile.toString());
        process = chromium.start();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(address(profile.resolve("DevToolsActivePort"))), messages)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        send("Runtime.enable", "");
        send("Log.enable", "");
        while (!evaluate("location.protocol + document.readyState").equals("file:complete")) {
            Thread.sleep(20);
        }
    }

    private String address(Path portFile) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            if (Files.exists(portFile) && Files.readAllLines(portFile).size() > 1) {
                String port = Files.readAllLines(portFile).getFirst();
                HttpRequest list = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                        .build();
                Matcher address = ADDRESS.matcher(
                        client.send(list, HttpResponse.BodyHandlers.ofString()).body());
                if (address.find()) {
                    return address.group(1);
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("Chromium did not start");
    }

    /** The text of what an expression of JavaScript is worth in the page, or of what it promises. */
    String evaluate(String script) throws Exception {
        String reply = send(
                "Runtime.evaluate",
                "\"awaitPromise\":true,\"expression\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(script)) + "\"");
        assertThat(reply).as(script).doesNotContain("exceptionDetails");
        return Objects.requireNonNullElse(field(reply, "value"), "");
    }

    /** What an element of the page shows. */
    String text(String selector) throws Exception {
        return evaluate("document.querySelector(\"" + selector + "\").textContent");
    }

    void click(String selector) throws Exception {
        evaluate("document.querySelector(\"" + selector + "\").click()");
    }

    void focus(String selector) throws Exception {
        evaluate("document.querySelector(\"" + selector + "\").focus()");
    }

    /** Selects all of the text in an editor by its own key, Ctrl+A. */
    void selectAll(String selector) throws Exception {
        focus(selector);
        press("a", 65, 2);
    }

    /** Presses a key as a person would, such as {@code ArrowRight}, on what has the focus. */
    void press(String key, int code) throws Exception {
        press(key, code, 0);
    }

    private void press(String key, int code, int modifiers) throws Exception {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            send(
                    "Input.dispatchKeyEvent",
                    "\"type\":\"" + type + "\",\"key\":\"" + key + "\",\"code\":\"" + key + "\",\"modifiers\":"
                            + modifiers + ",\"windowsVirtualKeyCode\":" + code);
        }
    }

    /** Presses the mouse in the middle of an element and lets it go at a place given in shares of its width and height. */
    void drag(String selector, double across, double down) throws Exception {
        evaluate("document.querySelector('" + selector + "').scrollIntoView({ block: 'center' })");
        mouse("mousePressed", selector, 0.5, 0.5);
        mouse("mouseMoved", selector, across, down);
        mouse("mouseReleased", selector, across, down);
    }

    private void mouse(String type, String selector, double across, double down) throws Exception {
        String[] place = evaluate("(() => { const box = document.querySelector('" + selector
                        + "').getBoundingClientRect(); return (box.x + " + across + " * box.width) + ' ' + (box.y + "
                        + down
                        + " * box.height); })()")
                .split(" ", -1);
        send(
                "Input.dispatchMouseEvent",
                "\"type\":\"" + type + "\",\"x\":" + place[0] + ",\"y\":" + place[1]
                        + ",\"button\":\"left\",\"buttons\":1,\"clickCount\":1");
    }

    void insertText(String text) throws Exception {
        send("Input.insertText", "\"text\":\"" + text + "\"");
    }

    /** Makes the window so wide, as a phone's. */
    void width(int pixels) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + pixels + ",\"height\":740,\"deviceScaleFactor\":2,\"mobile\":true");
    }

    /** What the page shows at its top in a window of this size, as a PNG with so many pixels for each of the page's. */
    byte[] picture(int width, int height, double scale) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false");
        evaluate("document.documentElement.style.scrollbarWidth = 'none'");
        String reply = send(
                "Page.captureScreenshot",
                "\"clip\":{\"x\":0,\"y\":0,\"width\":" + width + ",\"height\":" + height + ",\"scale\":" + scale + "}");
        return Base64.getDecoder().decode(Objects.requireNonNull(field(reply, "data")));
    }

    /** Waits until an expression of JavaScript is true, as for what a page draws in the next frame. */
    void until(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!evaluate("String(Boolean(" + condition + "))").equals("true")) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** What a browser's console would show in red: exceptions, and whatever the page was refused. */
    List<String> problems() throws Exception {
        evaluate("''");
        return List.copyOf(problems);
    }

    private String send(String method, String parameters) throws Exception {
        int id = ++last;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            String message = messages.complete.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Chromium does not answer " + method);
            }
            if (PROBLEM.matcher(message).find()) {
                problems.add(message);
            }
            if (Integer.toString(id).equals(field(message, "id"))) {
                return message;
            }
        }
    }

    /** The first field of this name, however deep. */
    private static @Nullable String field(String message, String name) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(message)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals(name)) {
                    json.nextToken();
                    return json.getText();
                }
            }
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Puts the parts of each message together. */
    private static final class Messages implements WebSocket.Listener {
        private final BlockingQueue<String> complete = new LinkedBlockingQueue<>();
        private final StringBuilder open = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            open.append(part);
            if (isLast) {
                complete.add(open.toString());
                open.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
