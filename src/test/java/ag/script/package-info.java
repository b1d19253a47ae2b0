/** Tests of the scripting language of Java. */
@NullMarked
package ag.script;

import org.jspecify.annotations.NullMarked;
