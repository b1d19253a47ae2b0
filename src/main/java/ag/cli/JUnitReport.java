package ag.cli;

import ag.lang.source.Diagnostic;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.Style;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Outcomes of tests in the XML that JUnit made a habit of, a suite for each file. */
final class JUnitReport {
    private JUnitReport() {}

    static byte[] of(Map<String, List<TestRun.Outcome>> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (Map.Entry<String, List<TestRun.Outcome>> file : files.entrySet()) {
                suite(xml, file.getKey(), file.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a report goes to memory first", impossible);
        }
        return out.toByteArray();
    }

    private static void suite(XMLStreamWriter xml, String file, List<TestRun.Outcome> outcomes)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", file);
        attribute(xml, "tests", Integer.toString(outcomes.size()));
        attribute(xml, "failures", count(outcomes, "failure"));
        attribute(xml, "errors", count(outcomes, "error"));
        attribute(
                xml,
                "time",
                seconds(outcomes.stream().mapToDouble(TestRun.Outcome::seconds).sum()));
        for (TestRun.Outcome outcome : outcomes) {
            test(xml, file, outcome);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void test(XMLStreamWriter xml, String file, TestRun.Outcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", file);
        attribute(xml, "name", outcome.result().name());
        attribute(xml, "time", seconds(outcome.seconds()));
        Diagnostic failure = outcome.result().failure();
        if (failure != null) {
            xml.writeCharacters("\n      ");
            xml.writeStartElement(element(outcome));
            attribute(xml, "type", failure.code());
            attribute(xml, "message", failure.message());
            xml.writeCharacters(allowed(new DiagnosticPrinter(Style.PLAIN).print(failure)));
            xml.writeEndElement();
            xml.writeCharacters("\n    ");
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private static String count(List<TestRun.Outcome> outcomes, String element) {
        return Long.toString(outcomes.stream()
                .filter(outcome ->
                        !outcome.result().passed() && element(outcome).equals(element))
                .count());
    }

    /** A test that did not hold is a failure; one that could not begin is an error. */
    private static String element(TestRun.Outcome outcome) {
        return outcome.reached() ? "failure" : "error";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** XML has no place for most control characters, not even as references. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c))
                        ? c
                        : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
