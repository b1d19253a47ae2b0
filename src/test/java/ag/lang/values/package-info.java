/** What programs compute with. */
package ag.lang.values;
