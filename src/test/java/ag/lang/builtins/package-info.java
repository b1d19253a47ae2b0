/** What statements of the language are made of. */
package ag.lang.builtins;
