import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** A program in the place of ag that gives these answers to its first line. */
export function standIn(...answers: object[]): string {
  return program(`process.stdin.once('data', data => { require('fs').writeFileSync(__filename + '.asked', data);
  process.stdout.write(${JSON.stringify(answers.map(answer => JSON.stringify(answer) + '\n').join(''))}); setTimeout(() => process.exit(0), 50); });`);
}

/** A program in the place of ag that stays, keeps the requests, and answers each evaluation with these events. */
export function session(events: (code: string) => object[]): string {
  return program(`const events = ${events};
require('readline').createInterface({ input: process.stdin }).on('line', line => {
  require('fs').appendFileSync(__filename + '.asked', line + '\\n');
  const asked = JSON.parse(line);
  const all = asked.do === 'evaluate' ? events(asked.code) : asked.do === 'answer' ? [{ event: 'end', ok: true }] : [];
  for (const event of all) {
    process.stdout.write(JSON.stringify({ id: asked.do === 'answer' ? 1 : asked.id, ...event }) + '\\n');
  }
});`);
}

function program(script: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'ag-')), 'ag');
  writeFileSync(file, `#!/usr/bin/env node\n${script}`);
  chmodSync(file, 0o755);
  return file;
}

export async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 3000 && !done(); i++) {
    await new Promise(next => setTimeout(next, 20));
  }
  assert.ok(done());
}
