/** Tests how expressions are read, and written back as source. */
@org.jspecify.annotations.NullMarked
package ag.lang.reading;
