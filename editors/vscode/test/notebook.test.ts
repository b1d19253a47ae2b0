import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { cells, written } from '../src/cells';
import { NotebookRunner, ProgramSerializer } from '../src/notebook';
import { session, until } from './program';
import { answers, cell, controllers, settings, type StandInCell } from './vscode';

const EXAMPLES = path.resolve(__dirname, '../../../examples');

const PROGRAM = `let a = 2
# a comment

# %% the square
L = a^2


# %% [markdown]
# ## Slopes
#
# They follow.

# %%
grad L`;

test('cells begin at their marks', () => {
  assert.deepEqual(cells(PROGRAM).map(({ prose, text }) => [prose, text]), [
    [false, 'let a = 2\n# a comment'],
    [false, 'L = a^2'],
    [true, '## Slopes\n\nThey follow.'],
    [false, 'grad L'],
  ]);
});

test('a program that is opened and saved keeps its bytes', () => {
  const odd = ['', '\n', '# %%', '# %%\n', '\n\n# %%\n\n\n', 'a = 1\r\n\r\n# %% [md]\r\n# b\r\n#c\r\n# %%\r\nb = 2', '#%%\n1\n  \n# %% [markdown]\nno comment\n',
    '\ufeffa = 1\n', '# %% [markdown]\n#  two blanks\n#\n#none\n', 'a\r\nb\nc\r\n'];
  const examples = readdirSync(EXAMPLES).filter(name => name.endsWith('.ag')).map(name => readFileSync(path.join(EXAMPLES, name)));
  assert.ok(examples.length > 20);
  const serializer = new ProgramSerializer();
  for (const bytes of [...odd.map(text => Buffer.from(text)), ...examples]) {
    assert.deepEqual(Buffer.from(serializer.serializeNotebook(serializer.deserializeNotebook(bytes))), bytes);
  }
  assert.throws(() => serializer.deserializeNotebook(Buffer.from([0x61, 0xff])));
});

test('what is changed or new stands in the program, and the rest as it did', () => {
  const all = cells(PROGRAM);
  all[1].text = 'L = a^3';
  all[2].text = '## Slopes\n\nThey lead.';
  all.splice(3, 0, { prose: false, text: 'L' });
  assert.equal(written(all), PROGRAM.replace('a^2', 'a^3').replace('follow.\n\n', 'lead.\n\n# %%\nL\n\n'));
  assert.equal(written([{ prose: false, text: '1 + 1' }]), '1 + 1\n');
  assert.equal(written([{ prose: true, text: 'One\n\nTwo' }, { prose: false, text: '1' }]), '# %% [markdown]\n# One\n#\n# Two\n\n# %%\n1\n');
  assert.equal(written([...cells('a = 1\r\n'), { prose: false, text: 'b\nc' }]), 'a = 1\r\n# %%\r\nb\r\nc\r\n');
  assert.deepEqual(cells(written(all)).map(one => one.text), all.map(one => one.text));
});

const notebook = (name: string) => ({ uri: { fsPath: path.join(tmpdir(), name), toString: () => name } });

/** What stands below a cell, by media type. */
const below = (one: StandInCell) => one.shown.map(({ items }) => Object.fromEntries(items.map(({ mime, text }) => [mime, text])));

async function run(program: string, ...codes: string[]): Promise<StandInCell[]> {
  settings['ag.path'] = program;
  const runner = new NotebookRunner();
  const all = codes.map((code, i) => cell(i, code));
  await controllers.at(-1)!.executeHandler(all, notebook('t.ag'));
  runner.dispose();
  return all;
}

test('a cell shows its results in all their forms, and what it defines at its end', async () => {
  const ag = session(code => code === 'first' ? [
    { event: 'result', defines: 'a', role: 'input', line: 1, document: { 'text/plain': 'a = 2' } },
    { event: 'result', document: { 'text/plain': 'x²', 'text/latex': '$x^{2}$' } },
    { event: 'result', document: { 'text/plain': 'plot', 'image/svg+xml': '<svg/>' } },
    { event: 'result', document: { 'text/plain': '' } },
    { event: 'result', defines: 'b', role: 'input', line: 2, document: { 'text/plain': 'b = 3' } },
    { event: 'result', defines: 'f', role: 'function', line: 3, document: { 'text/plain': 'f(x) = x²', 'text/latex': '$f(x) = x^{2}$' } },
    { event: 'result', defines: 'g', role: 'function', line: 3, document: { 'text/plain': 'g = g(x)' } },
    { event: 'end', ok: true },
  ] : [{ event: 'end', ok: false, error: { message: 'no', text: 'error: no' } }]);

  const [first, second, third] = await run(ag, 'first', 'second', 'third');

  assert.deepEqual(below(first), [
    { 'text/latex': '$x^{2}$', 'text/markdown': '$$x^{2}$$', 'text/plain': 'x²' },
    { 'image/svg+xml': '<svg/>', 'text/plain': 'plot' },
    { 'text/latex': '$f(x) = x^{2}$', 'text/markdown': '$$f(x) = x^{2}$$', 'text/plain': 'f(x) = x²' },
  ]);
  assert.deepEqual([first.worked, second.worked, third.worked], [true, false, undefined]);
  assert.deepEqual(below(second), [{ 'application/vnd.code.notebook.stderr': 'error: no' }]);
  // A mistake keeps the cells that were waiting from running.
  assert.equal(readFileSync(ag + '.asked', 'utf8').trim().split('\n').length, 2);
});

test('a training is one line, and a question is asked', async () => {
  answers.push('2x');
  const ag = session(() => [
    { event: 'progress', done: 1, epochs: 2, loss: 0.5 },
    { event: 'progress', done: 2, epochs: 2, loss: 0.25 },
    { event: 'question', prompt: 'f\' = ' },
  ]);

  const [only] = await run(ag, 'train');

  assert.deepEqual(below(only), [{ 'text/plain': 'epoch 2 of 2, loss 0.250000' }]);
  assert.match(readFileSync(ag + '.asked', 'utf8'), /"do":"answer","text":"2x"/);
});

test('a notebook is interrupted, and begins anew', async () => {
  const ag = session(code => (code === 'long' ? [] : [{ event: 'end', ok: true }]));
  settings['ag.path'] = ag;
  const runner = new NotebookRunner();
  const { executeHandler, interruptHandler } = controllers.at(-1)!;
  const [long, next] = [cell(0, 'long'), cell(1, 'next')];
  const running = executeHandler([long], notebook('i.ag'));
  await until(() => { try { return readFileSync(ag + '.asked', 'utf8').includes('long'); } catch { return false; } });
  interruptHandler(notebook('i.ag'));
  await until(() => readFileSync(ag + '.asked', 'utf8').includes('"do":"interrupt"'));
  runner.restart(notebook('i.ag') as never);
  await running;
  assert.equal(long.worked, false);
  await executeHandler([next], notebook('i.ag'));
  assert.equal(next.worked, true);
  runner.dispose();
});

const real = process.env.AG;
test('cells run in one session of the real program', { skip: !real }, async () => {
  const [, second, third, fourth] = await run(real!, 'let a = 2\nL = a^3', 'grad L\nplot x^2 for x in 0..1', 'f(x) = x^2', 'nosuch');
  assert.match(below(second)[0]['text/plain'], /= 12/);
  assert.match(below(second)[1]['image/svg+xml'], /<svg/);
  assert.match(below(third)[0]['text/latex'], /x\^\{2\}/);
  assert.equal(fourth.worked, false);
});
