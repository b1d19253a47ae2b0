// What needs a look ahead: whether a word begins a statement or is a name, where a line end ends a statement, which bars open.
#include <tree_sitter/parser.h>
#include <string.h>

enum Token { STATEMENT, LINE_END, BAR_OPEN, BAR_CLOSE, AT, GIVEN, ALSO, SIDE, RECOVERY };

enum { LONGEST = 16 };

// statements
static const char STATEMENTS[] = "|let|set|data|mlp|train|minimize|fit|grad|backward|zero|check|trace|explain|derive|nudge|compare|suppose|guess|hint|show|graph|step|practice|worksheet|solve|ode|tangent|linearize|taylor|limit|critical|extrema|plot|explore|print|assert|import|seed|break|continue|return|repeat|while|save|load|export|summary|test|for|if|";
static const char ALONE[] = "|zero|print|break|continue|return|hint|show|";
static const char WITH_BRACES[] = "|solve|ode|worksheet|";
static const char WITH_PARENTHESIS[] = "|print|assert|";
// Those that no value begins with.
static const char JOINING[] = "|then|else|for|in|and|or|";

static bool in(const char *list, const char *word) {
  size_t length = strlen(word);
  for (const char *at = list; length > 0 && (at = strstr(at, word)) != NULL; at++) {
    if (at[-1] == '|' && at[length] == '|') {
      return true;
    }
  }
  return false;
}

static bool blank(int32_t c) {
  return c == ' ' || c == '\t' || c == '\f' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0xFEFF;
}

static bool ends_line(int32_t c) { return c == '\n' || c == '\r'; }

static bool digit(int32_t c) { return c >= '0' && c <= '9'; }

static bool letter(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == 0xAA || c == 0xB5 || c == 0xBA
      || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c <= 0x1FFF) || (c >= 0x2080 && c <= 0x209C) || (c >= 0x2100 && c <= 0x214F)
      || (c >= 0x2C00 && c <= 0xD7FF) || (c >= 0xF900 && c < 0xFEFF) || c >= 0x10000;
}

/** Reads a word; one that is too long for the lists is empty. */
static void read_word(TSLexer *lexer, char *word) {
  int length = 0;
  while (letter(lexer->lookahead) || digit(lexer->lookahead)) {
    if (length < LONGEST) {
      word[length++] = lexer->lookahead < 128 ? (char)lexer->lookahead : '?';
    }
    lexer->advance(lexer, false);
  }
  word[length < LONGEST ? length : 0] = 0;
}

static bool skip_blanks(TSLexer *lexer) {
  bool any = false;
  for (; blank(lexer->lookahead); any = true) {
    lexer->advance(lexer, false);
  }
  return any;
}

/** Whether a value can begin here; spaced says whether a blank stands before. */
static bool begins_value(TSLexer *lexer, bool spaced) {
  int32_t c = lexer->lookahead;
  if (letter(c)) {
    char word[LONGEST + 1];
    read_word(lexer, word);
    return !in(JOINING, word);
  }
  switch (c) {
    case '.':
      lexer->advance(lexer, false);
      return digit(lexer->lookahead);
    case '-': case 0x2212: case 0x2013:
      lexer->advance(lexer, false);
      return spaced && !blank(lexer->lookahead) && !ends_line(lexer->lookahead) && lexer->lookahead != '=';
    case '(': case '[': case '|': case 0x2016:
      return spaced;
    default:
      return digit(c) || c == '"' || c == 0x201C || c == '\\' || c == '$' || (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E)
          || (c >= 0x2200 && c <= 0x221E && c != 0x2215 && c != 0x2217 && c != 0x2218 && c != 0x2219);
  }
}

static bool begins_statement(TSLexer *lexer) {
  char word[LONGEST + 1];
  read_word(lexer, word);
  if (!in(STATEMENTS, word) || in("|for|if|", word)) {
    return false;
  }
  bool spaced = skip_blanks(lexer);
  int32_t c = lexer->lookahead;
  if (lexer->eof(lexer) || ends_line(c) || c == ';' || c == '}' || c == '#') {
    return in(ALONE, word);
  }
  if (c == '{') {
    return in(WITH_BRACES, word);
  }
  return (c == '(' && in(WITH_PARENTHESIS, word)) || (!in("|hint|show|", word) && begins_value(lexer, spaced));
}

/** Whether the next word, behind line ends and comments, is else, which belongs to the line before. */
static bool before_else(TSLexer *lexer) {
  while (blank(lexer->lookahead) || ends_line(lexer->lookahead) || lexer->lookahead == '#') {
    if (lexer->lookahead == '#') {
      while (!lexer->eof(lexer) && !ends_line(lexer->lookahead)) {
        lexer->advance(lexer, false);
      }
    } else {
      lexer->advance(lexer, false);
    }
  }
  char word[LONGEST + 1];
  read_word(lexer, word);
  return strcmp(word, "else") == 0;
}

/** Whether an else of the same value follows: x^2 if x < 0 else 2x. */
static bool before_other(TSLexer *lexer) {
  int depth = 0;
  while (!lexer->eof(lexer) && depth >= 0) {
    int32_t c = lexer->lookahead;
    if (letter(c)) {
      char word[LONGEST + 1];
      read_word(lexer, word);
      if (depth == 0 && in("|else|then|for|", word)) {
        return strcmp(word, "else") == 0;
      }
      continue;
    }
    if (depth == 0 && (c == '{' || c == '}')) {
      return false;
    }
    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    lexer->advance(lexer, false);
  }
  return false;
}

/** Whether another letter with its value follows: at x = 1, y = 2. */
static bool before_point(TSLexer *lexer) {
  char word[LONGEST + 1];
  skip_blanks(lexer);
  if (!letter(lexer->lookahead)) {
    return false;
  }
  read_word(lexer, word);
  skip_blanks(lexer);
  if (lexer->lookahead != '=') {
    return false;
  }
  lexer->advance(lexer, false);
  return lexer->lookahead != '=';
}

static bool found(TSLexer *lexer, enum Token token) {
  lexer->result_symbol = token;
  return true;
}

bool tree_sitter_ag_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  while (blank(lexer->lookahead) || (ends_line(lexer->lookahead) && !valid[LINE_END])) {
    lexer->advance(lexer, true);
  }
  if (ends_line(lexer->lookahead)) {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    return !before_else(lexer) && found(lexer, LINE_END);
  }
  if (valid[RECOVERY]) {
    return false;
  }
  lexer->mark_end(lexer);
  if ((valid[BAR_OPEN] || valid[BAR_CLOSE]) && (lexer->lookahead == '|' || lexer->lookahead == 0x2016)) {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    return found(lexer, valid[BAR_CLOSE] ? BAR_CLOSE : BAR_OPEN);
  }
  if (valid[ALSO] && lexer->lookahead == ',') {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    return before_point(lexer) && found(lexer, ALSO);
  }
  if (valid[SIDE] && (lexer->lookahead == '+' || lexer->lookahead == '-' || lexer->lookahead == 0x2212)) {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    skip_blanks(lexer);
    int32_t c = lexer->lookahead;
    return (lexer->eof(lexer) || ends_line(c) || c == ';' || c == '}' || c == '#') && found(lexer, SIDE);
  }
  if (valid[STATEMENT] && letter(lexer->lookahead)) {
    return begins_statement(lexer) && found(lexer, STATEMENT);
  }
  if ((valid[AT] || valid[GIVEN]) && (lexer->lookahead == 'a' || lexer->lookahead == 'i')) {
    char word[LONGEST + 1];
    read_word(lexer, word);
    lexer->mark_end(lexer);
    return (valid[AT] && strcmp(word, "at") == 0 && begins_value(lexer, skip_blanks(lexer)) && found(lexer, AT))
        || (valid[GIVEN] && strcmp(word, "if") == 0 && before_other(lexer) && found(lexer, GIVEN));
  }
  return false;
}

void *tree_sitter_ag_external_scanner_create(void) { return NULL; }
void tree_sitter_ag_external_scanner_destroy(void *payload) {}
unsigned tree_sitter_ag_external_scanner_serialize(void *payload, char *buffer) { return 0; }
void tree_sitter_ag_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {}
