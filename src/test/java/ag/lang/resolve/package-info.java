/** Tests what the tree tells of a program's names. */
@org.jspecify.annotations.NullMarked
package ag.lang.resolve;
