import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { html, Page } from '../src/results';
import { Lines, Run, type Answer } from '../src/session';
import { call, ResultsView } from '../src/view';
import './notebook.test';
import { standIn, until } from './program';
import { panels, settings } from './vscode';

const ROOT = path.resolve(__dirname, '..');

test('lines come in pieces', () => {
  const lines = new Lines();
  assert.deepEqual(lines.of('{"a":'), []);
  assert.deepEqual(lines.of('1}\n\n{"b"'), ['{"a":1}']);
  assert.deepEqual(lines.of(':2}\n'), ['{"b":2}']);
});

test('a result is a picture, a table, or text', () => {
  assert.equal(html({ 'text/plain': 'a < b' }), '<pre>a &lt; b</pre>');
  assert.equal(html({ 'text/plain': 'p', 'image/svg+xml': '<svg/>' }), '<figure><svg/></figure>');
  assert.equal(html({ 'text/plain': 't', 'text/html': '<table/>' }), '<div class="table"><table/></div>');
  assert.match(html({ 'text/html': '<html><script>1</script></html>' }), /^<iframe sandbox="allow-scripts" srcdoc="&lt;html/);
  assert.equal(html({ 'text/plain': '' }), '');
});

test('a page gathers results and the mistake', () => {
  const page = new Page('t.ag');
  assert.match(String(page), /running/);
  page.add({ id: 1, event: 'result', document: { 'text/plain': 'L = 8' } });
  page.add({ id: 1, event: 'end', ok: false, error: { message: 'no', text: 'error: no <b>' } });
  assert.match(String(page), /<pre>L = 8<\/pre>\n<pre class="error">error: no &lt;b&gt;<\/pre>/);
  assert.doesNotMatch(String(page), /running/);
});

test('a run hears what ag serve says, and sends the program', async () => {
  const ag = standIn({ id: 1, event: 'result', document: { 'text/plain': '2' } }, { id: 1, event: 'end', ok: true });
  const heard: Answer[] = [];
  new Run(ag, tmpdir(), 't.ag', '1 + 1', answer => heard.push(answer));
  await until(() => heard.length === 2);
  assert.deepEqual(heard.map(answer => answer.event), ['result', 'end']);
  assert.deepEqual(JSON.parse(readFileSync(ag + '.asked', 'utf8')), { id: 1, do: 'evaluate', name: 't.ag', code: '1 + 1' });
});

test('a program that is not there is told', async () => {
  const heard: Answer[] = [];
  new Run('/nowhere/ag', tmpdir(), 't.ag', '1', answer => heard.push(answer));
  await until(() => heard.length === 1);
  assert.match(heard[0].error?.message ?? '', /\/nowhere\/ag cannot be started/);
});

test('the view shows a program, and a derivation in the same place', async () => {
  settings['ag.path'] = standIn({ id: 1, event: 'result', document: { 'text/plain': '42' } }, { id: 1, event: 'end', ok: true });
  const view = new ResultsView();
  view.show({ fileName: path.join(tmpdir(), 'x.ag'), getText: () => '6*7' } as never);
  await until(() => panels[0]?.webview.html.includes('<pre>42</pre>'));
  assert.equal(panels[0].title, 'x.ag');
  view.showText('f', "f'(x) = 3x²");
  assert.equal(panels.length, 1);
  assert.match(panels[0].webview.html, /f'\(x\) = 3x²/);
  panels[0].dispose();
  view.showText('g', '');
  assert.equal(panels.length, 2);
});

test('the call of a terminal quotes what needs it', () => {
  settings['ag.path'] = '/opt/a b/ag';
  assert.equal(call('/tmp/t.ag'), '"/opt/a b/ag" /tmp/t.ag');
});

const real = process.env.AG;
test('the real program shows a plot', { skip: !real }, async () => {
  const heard: Answer[] = [];
  const run = new Run(real!, tmpdir(), 't.ag', 'let a = 2\ngrad a^3\nplot x^2 for x in 0..1\nnosuch', answer => heard.push(answer));
  after(() => run.stop());
  await until(() => heard.at(-1)?.event === 'end');
  assert.match(heard[0].document!['text/plain'], /∂\/∂a|= 12/);
  assert.match(heard[1].document!['image/svg+xml'], /<svg/);
  assert.match(heard.at(-1)!.error!.text!, /unknown name 'nosuch'/);
});

test('every command of the manifest is registered', () => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const source = ['extension', 'notebook'].map(name => readFileSync(path.join(ROOT, `src/${name}.ts`), 'utf8')).join('');
  for (const { command } of manifest.contributes.commands) {
    assert.ok(source.includes(`registerCommand('${command}'`), command);
  }
});

test('the grammar colours words by where they stand', async () => {
  const wasm = readFileSync(path.join(ROOT, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer as ArrayBuffer);
  const file = path.join(ROOT, 'syntaxes/ag.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file),
  });
  const grammar = (await registry.loadGrammar('source.ag'))!;
  const scopes = (line: string) => Object.fromEntries(grammar.tokenizeLine(line, textmate.INITIAL).tokens.map(token =>
    [line.slice(token.startIndex, token.endIndex).trim(), token.scopes.at(-1)!.replace('.ag', '')]));
  const expected: [string, Record<string, string>][] = [
    ['let a = 2.5e3 # two', { let: 'keyword.control', '2.5e3': 'constant.numeric', '# two': 'comment.line.number-sign' }],
    ['grad L wrt a', { grad: 'keyword.control', wrt: 'keyword.other' }],
    ['f(x) = sin(x) if x > 0 else π', { f: 'entity.name.function', sin: 'support.function', if: 'keyword.operator.word', π: 'constant.language' }],
    ['train net on d {', { train: 'keyword.control', on: 'keyword.other' }],
    ['  layer 16 tanh', { layer: 'keyword.other.setting', tanh: 'support.function' }],
    ['data = 3', { data: 'source' }],
    ['print "loss {L + 1}"', { print: 'keyword.control', '1': 'constant.numeric', 'loss': 'string.quoted.double' }],
  ];
  for (const [line, words] of expected) {
    const found = scopes(line);
    for (const [word, scope] of Object.entries(words)) {
      assert.equal(found[word] ?? 'source', scope, `${word} in ${line}: ${JSON.stringify(found)}`);
    }
  }
});
