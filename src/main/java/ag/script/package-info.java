/** {@code ag} as a scripting language of Java (JSR-223): {@code new ScriptEngineManager().getEngineByName("ag")}. */
@NullMarked
package ag.script;

import org.jspecify.annotations.NullMarked;
