import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** A result in the forms that it can be shown in, by media type. */
export type Document = Record<string, string>;

/** An answer of `ag serve`; see docs/serve.md. */
export interface Answer {
  id: number | string;
  event: 'result' | 'progress' | 'question' | 'end';
  ok?: boolean;
  document?: Document;
  prompt?: string;
  error?: { message: string; text?: string };
}

/** Puts lines together again that come in pieces. */
export class Lines {
  private rest = '';

  /** The lines that end in a piece. */
  of(piece: string): string[] {
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.filter(line => line.trim() !== '');
  }
}

/** Runs one program in a process of `ag serve`, and ends it. */
export class Run {
  private readonly process: ChildProcessWithoutNullStreams;
  private ended = false;

  constructor(path: string, folder: string, name: string, code: string, private readonly heard: (answer: Answer) => void) {
    this.process = spawn(path, ['serve', '--quiet'], { cwd: folder });
    const lines = new Lines();
    this.process.stdout.setEncoding('utf8');
    this.process.stdout.on('data', (piece: string) => lines.of(piece).forEach(line => this.hear(JSON.parse(line))));
    let trouble = '';
    this.process.stderr.on('data', piece => (trouble += piece));
    this.process.on('error', error => this.fail(`${path} cannot be started: ${error.message}`));
    this.process.on('close', () => this.fail(trouble || 'ag has ended'));
    this.process.stdin.on('error', () => {});
    this.send({ id: 1, do: 'evaluate', name, code });
  }

  private send(request: object): void {
    this.process.stdin.write(JSON.stringify(request) + '\n');
  }

  private hear(answer: Answer): void {
    if (answer.event === 'question') {
      // Nobody answers in a view: the statement is told so.
      this.send({ id: 2, do: 'answer' });
    } else if (answer.id === 1 && !this.ended) {
      this.ended = answer.event === 'end';
      this.heard(answer);
      if (this.ended) {
        this.send({ id: 3, do: 'quit' });
      }
    }
  }

  private fail(message: string): void {
    if (!this.ended) {
      this.ended = true;
      this.heard({ id: 1, event: 'end', ok: false, error: { message } });
    }
  }

  stop(): void {
    this.ended = true;
    this.process.kill();
  }
}
