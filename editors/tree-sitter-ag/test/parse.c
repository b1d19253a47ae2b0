// Parses each file that is named, and prints where it could not; with --tree also its tree, with --query FILE also what the query
// captures in it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_ag(void);

static char *read_file(const char *name, uint32_t *length) {
  FILE *file = fopen(name, "rb");
  if (file == NULL) {
    perror(name);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  *length = (uint32_t)ftell(file);
  rewind(file);
  char *text = malloc(*length + 1);
  *length = (uint32_t)fread(text, 1, *length, file);
  fclose(file);
  return text;
}

/** Prints the places of errors, and says how many there are. */
static int errors(const char *name, const char *text, TSNode node) {
  if (!ts_node_has_error(node)) {
    return 0;
  }
  if (strcmp(ts_node_type(node), "ERROR") == 0 || ts_node_is_missing(node)) {
    TSPoint at = ts_node_start_point(node);
    uint32_t start = ts_node_start_byte(node);
    printf("%s:%u:%u: %.*s\n", name, at.row + 1, at.column + 1, (int)strcspn(text + start, "\n"), text + start);
    return 1;
  }
  int found = 0;
  for (uint32_t i = 0; i < ts_node_child_count(node); i++) {
    found += errors(name, text, ts_node_child(node, i));
  }
  return found;
}

static TSQuery *read_query(const char *name) {
  uint32_t length, at;
  TSQueryError error;
  char *text = read_file(name, &length);
  TSQuery *query = ts_query_new(tree_sitter_ag(), text, length, &at, &error);
  if (query == NULL) {
    printf("%s: error %d in: %.60s\n", name, error, text + at);
    exit(1);
  }
  free(text);
  return query;
}

/** Whether the first capture of a match is one of the texts that its pattern names in #any-of?. */
static bool holds(const TSQuery *query, TSQueryMatch match, const char *text) {
  uint32_t steps, length;
  const TSQueryPredicateStep *step = ts_query_predicates_for_pattern(query, match.pattern_index, &steps);
  uint32_t start = ts_node_start_byte(match.captures[0].node), end = ts_node_end_byte(match.captures[0].node);
  for (uint32_t i = 2; i < steps; i++) {
    if (step[i].type == TSQueryPredicateStepTypeString) {
      const char *word = ts_query_string_value_for_id(query, step[i].value_id, &length);
      if (length == end - start && memcmp(word, text + start, length) == 0) {
        return true;
      }
    }
  }
  return steps == 0;
}

/** Prints each capture with its text. */
static void captures(const TSQuery *query, TSNode root, const char *text) {
  TSQueryCursor *cursor = ts_query_cursor_new();
  ts_query_cursor_exec(cursor, query, root);
  TSQueryMatch match;
  uint32_t index;
  while (ts_query_cursor_next_capture(cursor, &match, &index)) {
    if (!holds(query, match, text)) {
      continue;
    }
    TSNode node = match.captures[index].node;
    uint32_t length, start = ts_node_start_byte(node);
    const char *name = ts_query_capture_name_for_id(query, match.captures[index].index, &length);
    printf("%.*s %.*s\n", (int)length, name, (int)(ts_node_end_byte(node) - start), text + start);
  }
  ts_query_cursor_delete(cursor);
}

int main(int count, char **names) {
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_ag());
  int found = 0;
  bool tree = false;
  TSQuery *query = NULL;
  for (int i = 1; i < count; i++) {
    if (strcmp(names[i], "--tree") == 0) {
      tree = true;
      continue;
    }
    if (strcmp(names[i], "--query") == 0 && i + 1 < count) {
      query = read_query(names[++i]);
      continue;
    }
    uint32_t length;
    char *text = read_file(names[i], &length);
    text[length] = 0;
    TSTree *parsed = ts_parser_parse_string(parser, NULL, text, length);
    TSNode root = ts_tree_root_node(parsed);
    if (tree) {
      char *written = ts_node_string(root);
      printf("%s\n", written);
      free(written);
    }
    if (query != NULL) {
      captures(query, root, text);
    }
    found += errors(names[i], text, root);
    ts_tree_delete(parsed);
    free(text);
  }
  ts_parser_delete(parser);
  return found > 0;
}
