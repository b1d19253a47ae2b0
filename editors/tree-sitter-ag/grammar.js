// The grammar of ag for editors: it finds the structure of a program that is right, and is content with less than the language's own
// reader: what stands side by side, as in 2x sin x, is one chain, and brackets behind anything are a call.
const words = require('./words.js');

// These have rules of their own.
const OWN_RULES = ['let', 'data', 'mlp', 'train', 'minimize', 'fit', 'suppose', 'worksheet', 'limit', 'test', 'for', 'if', 'while', 'repeat'];
const commands = words.statements.filter(word => !OWN_RULES.includes(word));
const clauses = words.clauses.filter(word => !['at', 'as'].includes(word));

const LETTER = 'a-zA-Z_\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u2080-\\u209C\\u2100-\\u214F\\u2C00-\\uD7FF'
  + '\\uF900-\\uFEFE\\u{10000}-\\u{3FFFF}';
const DIGITS = /[0-9](_?[0-9])*/.source;
const RAISED = '[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ]+';
const ORDER = `(${RAISED}|\\^\\d+)?`;

const PREC = { at: 2, choice: 3, or: 4, and: 5, not: 6, compare: 7, step: 8, range: 9, sum: 10, product: 11, sign: 12, behind: 13 };
const BINARY = [
  [PREC.product, ['*', '·', '×', '⋅', '∙', '/', '÷', '@']],
  [PREC.sum, ['+', '-', '−', '–']],
  [PREC.compare, ['<', '<=', '≤', '>', '>=', '≥', '==', '!=', '≠']],
  [PREC.and, ['and']],
  [PREC.or, ['or']],
];

const list = rule => seq(rule, repeat(seq(',', rule)));
const separated = ($, rule) => seq(
  repeat($._separator), optional(seq(rule, repeat(seq(repeat1($._separator), rule)), repeat($._separator))));

module.exports = grammar({
  name: 'ag',
  word: $ => $.name,
  externals: $ => [$._statement, $._line_end, $._bar_open, $._bar_close, $._at, $._given, $._also, $._side, $._recovery],
  extras: $ => [/\s/, /[\u00A0\u2000-\u200A\u202F\uFEFF]/, /\\[,;:! ]|\$/, $.comment],
  supertypes: $ => [$._line, $._expression],
  conflicts: $ => [[$._equation, $.case], [$.lambda, $._primary], [$.lambda, $.row]],

  rules: {
    source_file: $ => separated($, $._line),
    _separator: $ => choice($._line_end, ';'),
    comment: $ => token(seq('#', /[^\r\n]*/)),

    _line: $ => choice(
      $.let, $.data, $.model, $.suppose, $.worksheet, $.limit, $.test, $.for, $.while, $.repeat, $.if, $.command, $.definition, $._expression),
    // A definition, of a name or a function; also a change, and an equation: x = 2, f(x) = x^2, x += 1, x^2 + y^2 = 25.
    definition: $ => seq(
      field('left', $._expression),
      choice('=', '+=', '-=', '*=', '/=', '≈', '~=', '~'),
      field('right', choice($._expression, $.block))),
    block: $ => seq('{', separated($, $._line), '}'),

    let: $ => seq($._statement, 'let', list($.binding)),
    binding: $ => seq(field('name', $.name), '=', field('value', $._expression)),

    data: $ => seq($._statement, 'data', field('name', $.name), choice(seq('=', field('value', $._expression)), $.rows)),
    rows: $ => seq('{', separated($, $.row), '}'),
    row: $ => prec.dynamic(1, seq(list($._expression), '->', list($._expression))),

    model: $ => seq(
      $._statement, field('word', choice('mlp', 'train', 'minimize', 'fit')), $._operand, repeat($.clause), optional($.settings)),
    settings: $ => seq('{', separated($, $.setting), '}'),
    setting: $ => seq(field('name', $.name), optional(list($._expression))),

    suppose: $ => seq($._statement, 'suppose', $._expression, '=', $._expression, field('body', $.block)),
    worksheet: $ => seq(
      $._statement, 'worksheet', choice(seq(field('title', $.text), optional($.braces)), $.braces), optional($._expression),
      repeat($.clause)),
    // limit sin(x)/x as x -> 0+
    limit: $ => seq($._statement, 'limit', $._expression, optional(seq('as', $._expression)), optional(alias($._side, $.side))),
    test: $ => seq($._statement, 'test', field('name', $.text), field('body', $.block)),
    for: $ => seq('for', $._target, 'in', field('values', $._expression), field('body', $.block)),
    while: $ => seq($._statement, 'while', field('condition', $._expression), field('body', $.block)),
    repeat: $ => seq($._statement, 'repeat', field('times', $._expression), field('body', $.block)),
    if: $ => seq(
      'if', field('condition', $._expression), field('body', $.block),
      repeat(seq('else', 'if', field('condition', $._expression), field('body', $.block))),
      optional(seq('else', field('body', $.block)))),

    // The other statements: a word, what it is about, and clauses.
    command: $ => seq($._statement, field('word', choice(...commands)), optional(list($._operand)), repeat($.clause)),
    clause: $ => prec.right(seq(field('word', choice(...clauses, 'for')), optional(list($._operand)))),
    _operand: $ => choice($._expression, $.definition, $.membership, $.braces),
    membership: $ => seq(field('name', $.name), 'in', field('values', $._expression)),
    braces: $ => seq('{', repeat($._separator), $._equation, repeat(seq(repeat1(choice($._separator, ',')), $._equation)),
      repeat(choice($._separator, ',')), '}'),
    _equation: $ => choice($._expression, $.definition),

    _target: $ => list(field('variable', choice($.name, $.tuple))),

    _expression: $ => choice($._factor, $.beside, $.sign, $.binary, $.range, $.by, $.not, $.choice, $.at, $.lambda, $.cases),
    sign: $ => prec(PREC.sign, seq(choice('-', '−', '–', '+'), $._expression)),
    binary: $ => choice(...BINARY.map(([level, signs]) => prec.left(level, seq(
      field('left', $._expression), field('operator', choice(...signs)), field('right', $._expression))))),
    range: $ => prec.left(PREC.range, seq($._expression, choice('..', '..<'), $._expression)),
    by: $ => prec(PREC.step, seq($.range, 'by', $._expression)),
    not: $ => prec(PREC.not, seq('not', $._expression)),
    choice: $ => prec.right(PREC.choice, choice(
      seq('if', $._expression, 'then', $._expression, 'else', $._expression),
      seq($._expression, alias($._given, 'if'), $._expression, 'else', $._expression))),
    at: $ => prec.right(PREC.at, seq($._expression, alias($._at, 'at'), $._point, repeat(seq(alias($._also, ','), $._point)))),
    _point: $ => choice($._expression, $.keyword_argument),
    lambda: $ => prec.right(seq(field('parameter', choice($.name, $.tuple)), choice('->', '→'), field('body', $._expression))),
    cases: $ => seq('{', repeat($._separator), $.case, repeat(seq(repeat1($._separator), $.case)), repeat($._separator), '}'),
    case: $ => seq(
      field('value', $._expression), optional(','),
      choice('otherwise', seq(choice('if', 'for'), field('condition', $._expression)))),

    // What stands side by side: 2x, x sin x; also the derivative of what stands behind d/dx.
    beside: $ => seq(choice($.beside, $._factor), $._factor),
    _factor: $ => choice($._primary, $.power, $.root),
    power: $ => seq(field('base', choice($._primary, $.root)), choice('^', '**', '.^', '∘'), field('exponent', $._exponent)),
    _exponent: $ => choice($._factor, alias($.signed, $.sign), $.latex_group),
    signed: $ => seq(choice('-', '−', '–', '+'), $._exponent),
    root: $ => seq(choice('√', '∛', '∜'), choice($._primary, $.root)),

    _primary: $ => choice($.number, $.text, $.boolean, $.name, $.fraction, $.derivative, $.bars, $.group, $.tuple, $.vector,
      $.call, $.index, $.member, $.primed, $.raised, $.postfix, $.latex),
    // \frac{x}{2}; \left and \right are blanks.
    latex: $ => token(/\\[a-zA-Z]+(\{([^{}]|\{([^{}]|\{[^{}]*\})*\})*\})*/),
    latex_group: $ => seq('{', choice($._expression, $.definition), '}'),
    number: $ => token(new RegExp(`(${DIGITS}(\\.${DIGITS})?|\\.${DIGITS})([eE][+-]?${DIGITS})?`)),
    boolean: $ => choice('true', 'false'),
    fraction: $ => /[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/,
    name: $ => token(choice(new RegExp(`∂?[${LETTER}][${LETTER}0-9]*`, 'u'), /[∞∑∏∇∂]/)),
    derivative: $ => token(choice(
      new RegExp(`d${ORDER}[${LETTER}]?\\/(d[a-zA-Zα-ω]${ORDER})+`, 'u'),
      new RegExp(`∂${ORDER}[${LETTER}]*\\/(∂[${LETTER}]+${ORDER})+`, 'u'))),
    bars: $ => seq(alias($._bar_open, '|'), $._expression, alias($._bar_close, '|')),
    group: $ => seq('(', choice($._expression, $.definition), ')'),
    tuple: $ => seq('(', $._expression, repeat1(seq(',', $._expression)), ')'),
    vector: $ => seq('[', optional(choice($._comprehension, seq(list($._expression), optional(',')))), ']'),
    _comprehension: $ => seq($._expression, repeat1($.generator), optional(seq('if', $._expression))),
    generator: $ => seq('for', $._target, 'in', field('values', $._expression)),

    call: $ => prec(PREC.behind, seq(field('function', $._primary), field('arguments', $.arguments))),
    arguments: $ => seq('(', optional(list(choice($.keyword_argument, $._expression, $._comprehension))), ')'),
    keyword_argument: $ => prec(PREC.behind, seq(field('name', $.name), '=', field('value', $._expression))),
    index: $ => prec(PREC.behind, seq($._primary, '[', list(choice($._expression, '..')), ']')),
    member: $ => seq($._primary, '.', field('name', $.name)),
    primed: $ => seq($._primary, /['′’″‴⁗]+/),
    raised: $ => seq($._primary, new RegExp(RAISED)),
    postfix: $ => seq($._primary, choice('!', '°', '%')),

    text: $ => choice(
      seq('"', repeat(choice($._text, $.escape, $.interpolation)), token.immediate('"')),
      seq('“', repeat(choice($._text, $.escape, $.interpolation)), token.immediate('”'))),
    _text: $ => token.immediate(prec(1, /[^"“”\\{\r\n]+/)),
    escape: $ => token.immediate(/\\[^\r\n]/),
    interpolation: $ => seq(token.immediate('{'), $._expression, optional($.format), '}'),
    format: $ => token(/:[^}"\r\n]*/),
  },
});
