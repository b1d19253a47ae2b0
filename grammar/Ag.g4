// The grammar of ag. Between the lexer and this parser stands StatementTokens, which
//   - turns line ends and ';' into SEPARATOR where a statement may end there,
//   - puts JUXTAPOSED between a number and what stands directly behind it, as in 2x and 3(x + 1),
//   - puts JUXTAPOSED as well between letters, brackets and functions that stand side by side as in a textbook: x sin x, |x||y|,
//   - makes one token of d/dx: DIFFERENTIAL before a parenthesis, DIFFERENTIATE before a term, QUOTIENT for ∂f/∂x,
//   - tells the '=' of an equation (EQUATES) from that of a definition, the bar that opens from the one that closes, and
//     the 'if' behind a value (GIVEN) from the one before it,
//   - tells the '->' of a function without a name (MAPS_TO) from that of a row of data,
//   - puts the signs of the language in the place of LaTeX's commands, and ^(…) in that of raised letters,
//   - puts NEXT between the values of a setting, as between 16 and tanh in 'layer 16 tanh': if one expression could follow
//     another directly, every '+', '(' and '[' might begin the next one, and the parser would have to read on to the end,
//   - recognises the words that begin commands (they are names everywhere else) and the words inside them.
// The parser is given the tokens of one statement at a time.
grammar Ag;

tokens {
    SEPARATOR, JUXTAPOSED, NEXT, DIFFERENTIAL, DIFFERENTIATE, QUOTIENT, EQUATES, BAR_OPEN, BAR_CLOSE, GIVEN, OTHERWISE, CASES,
    EVERY, SIGMA, AT, ALSO, MAPS_TO,
    LET, SET, DATA, MLP, TRAIN, MINIMIZE, FIT, OPTION, ON, OVER, SUBJECT,
    GRAD, WRT, BACKWARD, ZERO, CHECK, TRACE, EXPLAIN, DERIVE, ALL, NUDGE, BY, COMPARE, SUPPOSE, GUESS, HELP_WORD, STEP, PRACTICE, WORKSHEET, RULE, SOLVE, ODE,
    NEARBY, ORDER, LIMIT, TOWARDS, SIDE, TURNS,
    GRAPH, PLOT, EXPLORE, OF, TO, TITLE, TANGENT, PLACE, AREA, BETWEEN,
    PRINT, ASSERT, WITHIN, IMPORT, SEED, LEAVE, REPEAT, WHILE, FILE_COMMAND, FROM, TEST
}

oneStatement : statement EOF ;

// Three rules: the just-in-time compiler takes no method of more than 8,000 bytes, and the parser's method of a rule is as long as its forms.
statement
    : LET binding (',' binding)*                                        # Let
    | SET assignment (',' assignment)*                                  # Set
    | SET NAME JUXTAPOSED? NUMBER                                       # SetDigits
    | NAME '(' (parameter (',' parameter)*)? ')' '=' body               # FunctionDefinition
    | '(' NAME (',' NAME)+ ')' '=' expression                           # Unpacking
    | NAME operator=('=' | '+=' | '-=' | '*=' | '/=') expression        # Definition
    | part operator=('=' | '+=' | '-=' | '*=' | '/=') expression        # PartDefinition
    | view                                                                # ViewStatement
    | SUPPOSE NAME PRIME '(' NAME ')' '=' expression block              # Suppose
    | PRINT (expression (',' expression)*)?                             # Print
    | ASSERT expression (operator=('≈' | '~=') expression (WITHIN expression)?)?  # Assert
    | IMPORT STRING                                                     # Import
    | SEED expression                                                   # Seed
    | LEAVE expression?                                                 # Leave
    | FOR target IN expression block                                    # For
    | WHILE expression block                                            # While
    | REPEAT expression block                                           # Repeat
    | IF expression block (ELSE IF expression block)* (ELSE block)?     # If
    | learning                                                            # LearningStatement
    | TEST STRING block                                                 # Test
    | expression (EQUATES expression)?                                  # Evaluate
    ;

learning
    : DATA NAME '=' expression                                          # DataDefinition
    | DATA NAME '{' SEPARATOR* (row (SEPARATOR+ row)*)? SEPARATOR* '}'  # DataRows
    | MLP NAME settings                                                  # Mlp
    | TRAIN NAME ON expression settings?                                 # Train
    | MINIMIZE expression OVER bounded (',' bounded)* (SUBJECT TO equation (',' equation)*)? settings?  # Minimize
    | FIT expression '~' expression OVER bounded (',' bounded)* settings?   # Fit
    | FILE_COMMAND NAME (TO STRING (FROM NAME | FOR NAME)? | FROM STRING)?                   # FileCommand
    ;

view
    : GRAD expression (WRT expression (',' expression)*)?               # Grad
    | BACKWARD expression                                               # Backward
    | ZERO (NAME (',' NAME)*)?                                          # Zero
    | CHECK expression (WRT expression (',' expression)*)?              # Check
    | TRACE expression (TO STRING)?                                                  # Trace
    | EXPLAIN expression (WRT expression (',' expression)*)? (TO STRING)?  # Explain
    | DERIVE expression (WRT expression (',' expression)*)? ALL? (TO STRING)?  # Derive
    | DERIVE equation FOR expression (TO STRING)?                       # DeriveImplicit
    | NUDGE expression BY expression                                    # Nudge
    | COMPARE expression (WRT expression (',' expression)*)?            # Compare
    | GUESS expression '=' expression                                   # Guess
    | HELP_WORD                                                         # GuessHelp
    | GRAPH expression (TO STRING)?                                     # Graph
    | STEP expression (TO STRING)?                                                   # Step
    | PRACTICE expression (WRT NAME)? (TO STRING)?                                   # Practice
    | PRACTICE NAME RULE (NAME JUXTAPOSED? NUMBER JUXTAPOSED?)*         # PracticeRule
    | WORKSHEET (title=STRING | title=STRING? tasks)
      (JUXTAPOSED? (NUMBER (RANGE NUMBER)? | NAME))* (FROM STRING (',' STRING)*)? (TO STRING)?  # Worksheet
    | SOLVE (equation (',' equation)* | '{' SEPARATOR* equation (SEPARATOR+ equation)* SEPARATOR* '}')
      (FOR NAME (',' NAME)* (IN expression)?)?                           # Solve
    | ODE (equation (',' equation)* | '{' SEPARATOR* equation (SEPARATOR+ equation)* SEPARATOR* '}')
      FROM expression TO expression (BY expression)?                     # Ode
    | NEARBY equation (ORDER expression)?                                # Nearby
    | LIMIT expression (TOWARDS expression)? SIDE?  # Limit
    | TURNS expression (ON (expression | along (',' along)*))?           # Turns
    | PLOT NAME OF NAME (',' NAME)* (ON expression)? (TO STRING)?        # PlotModel
    | PLOT figure (',' figure)* (FOR along ((',' | FOR) along)?)? (TITLE STRING)? (TO STRING)?  # Plot
    | EXPLORE expression (TO STRING)?                                   # Explore
    ;

tasks : '{' SEPARATOR* expression ((SEPARATOR | ',')+ expression)* SEPARATOR* '}' ;

equation : expression ((EQUATES | '=') expression)? ;
binding : NAME '=' expression ;
part : NAME spot+ ;
spot : '[' place (',' place)* ']' ;
assignment : expression operator=('=' | '+=' | '-=' | '*=' | '/=') expression ;
parameter : NAME ('=' expression)? ;
bounded : NAME (IN expression)? ;
target : NAME (',' NAME)* | '(' NAME (',' NAME)+ ')' ;
body : block | expression ;
block : '{' SEPARATOR* (statement (SEPARATOR+ statement)*)? SEPARATOR* '}' ;
along : NAME IN expression ;
figure
    : '(' expression ',' expression ')'                                 # Mark
    | TANGENT equation (PLACE expression)?                              # Tangent
    | AREA expression (FROM expression TO expression)?                  # Area
    | AREA BETWEEN expression (FROM expression TO expression)?               # Between
    | expression (EQUATES expression)?                                  # Curve
    ;
row : expression (',' expression)* ARROW expression (',' expression)* ;
settings : '{' SEPARATOR* (setting (SEPARATOR+ setting)*)? SEPARATOR* '}' ;
setting : OPTION (expression ((NEXT | ',') expression)*)? ;

// Tightest first; one rule, so that deeply nested input costs few stack frames.
expression
    : primary                                                           # Atom
    | expression '(' (argument (',' argument)*)? ')'                    # Call
    | expression '[' place (',' place)* ']'                             # Index
    | expression '.' NAME                                               # Member
    | expression PRIME                                                  # Prime
    | expression SUPERSCRIPT                                            # Superscript
    | expression '!'                                                    # Factorial
    | expression '°'                                                    # Degrees
    | expression COMPOSE expression                                     # Composition
    | <assoc=right> expression operator=('^' | '**' | '.^') expression  # Power
    | operator=('-' | DASH | '+') expression                             # Sign
    | expression JUXTAPOSED expression                                  # Juxtaposition
    | expression operator=('*' | '·' | '×' | '⋅' | '∙' | '/' | '÷' | '@') expression  # Product
    | DIFFERENTIATE expression                                          # Differentiate
    | SIGMA '(' NAME '=' expression ')' expression                      # Summation
    | expression operator=('+' | '-' | DASH) expression                  # Sum
    | expression operator=('..' | '..<') expression                     # Range
    | expression EVERY expression                                       # Stepped
    | expression operator=('<' | '<=' | '≤' | '>' | '>=' | '≥' | '==' | '!=' | '≠') expression  # Comparison
    | NOT expression                                                    # Not
    | expression AND expression                                         # And
    | expression OR expression                                          # Or
    | IF expression THEN expression ELSE expression                     # Conditional
    | <assoc=right> expression GIVEN expression ELSE expression         # Given
    | expression AT point (ALSO point)*                                 # At
    | (NAME | '(' NAME (',' NAME)* ')') MAPS_TO expression              # Anonymous
    ;

point : NAME '=' expression | '(' expression (',' expression)+ ')' | expression ;
place : '..' | expression ;
argument : NAME '=' expression | expression (comprehension | EQUATES expression)? ;

primary
    : NUMBER                                                            # Number
    | STRING                                                            # Text
    | (TRUE | FALSE)                                                    # Boolean
    | NAME                                                              # Name
    | FRACTION                                                          # Fraction
    | QUOTIENT                                                          # Quotient
    | sign=('√' | '∛') primary                                          # Root
    | '∇' (SUPERSCRIPT | '^' NUMBER)? primary                           # Nabla
    | DIFFERENTIAL ('(' expression ')' | '[' expression ']')            # Differential
    | BAR_OPEN expression BAR_CLOSE                                     # Bars
    | '(' expression (EQUATES expression)? ')'                          # Group
    | CASES SEPARATOR* case (SEPARATOR+ case)* SEPARATOR* '}'           # Cases
    | '[' (expression (comprehension | (',' expression)* ','?))? ']'    # Vector
    ;

case : expression (GIVEN expression | OTHERWISE) ;
comprehension : (FOR target IN expression)+ (IF expression)? ;

IF : 'if' ;
THEN : 'then' ;
ELSE : 'else' ;
FOR : 'for' ;
IN : 'in' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
TRUE : 'true' ;
FALSE : 'false' ;

NUMBER : (DIGITS ('.' DIGITS)? | '.' DIGITS) ([eE] [+-]? DIGITS)? ;
// A few wide ranges; StatementTokens refuses what is no letter. Unicode's exact classes would slow every start down.
FRACTION : [½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞] ;
DASH : [−–—‐‑‒―] ;
NAME : LETTER (LETTER | [0-9])* | '∞' ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' | '“' (~[“”\\\r\n] | '\\' ~[\r\n])* '”' ;
PRIME : ['′’″‴⁗]+ ;
SUPERSCRIPT : [⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ]+ ;
// A command of LaTeX, or its line end; StatementTokens puts our signs in its place.
MACRO : '\\' ([a-zA-Z]+ | [,;:!|% {}()[\]\\]) ;
PARTIAL : '∂' ;
BAR : [|‖] ;
DOLLAR : '$' ;
BIG : [∑∏] ;
FACTORIAL : '!' ;
DEGREE : '°' ;
COMMA : ',' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACE : '{' ;
RBRACE : '}' ;
DIVIDE : '/' ;
POWER : '^' ;
POWER_OF_EACH : '.^' ;
TIMES : '*' ;
RANGE : '..' ;
ARROW : '->' ;
EQUALS : '=' ;
ROOT : '√' ;
CUBE_ROOT : '∛' ;
NABLA : '∇' ;
COMPOSE : '∘' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
UNEQUAL : '!=' ;
NEAR : '≈' ;
LINE_END : '\r'? '\n' | '\r' ;
COMMENT : '#' ~[\r\n]* -> skip ;
SPACE : [ \t\f\u00A0\u2000-\u200A\u202F\uFEFF]+ -> skip ;
OPEN_STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? ;
STRANGE : . ;

fragment LETTER
    : [a-zA-Z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2080-\u209C\u2100-\u214F\u2C00-\uD7FF\uF900-\uFEFE]
    | [\u{10000}-\u{3FFFF}]
    ;
fragment DIGITS : [0-9] ('_'? [0-9])* ;
