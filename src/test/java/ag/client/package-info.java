/** Tests a session as editors, notebooks and the conversation see it. */
@org.jspecify.annotations.NullMarked
package ag.client;
