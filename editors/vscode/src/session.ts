import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

/** A result in the forms that it can be shown in, by media type. */
export type Document = Record<string, string>;

/** An answer of `ag serve`; see docs/serve.md. */
export interface Answer {
  id: number | string;
  event: 'result' | 'progress' | 'question' | 'end';
  ok?: boolean;
  document?: Document;
  /** The name that was given a value, where it stands, and what it is. */
  defines?: string;
  line?: number;
  role?: string;
  prompt?: string;
  done?: number;
  epochs?: number;
  loss?: number;
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

/** What listens to a program that runs. */
export interface Listener {
  heard(answer: Answer): void;
  /** What a person answers; undefined where nobody does. */
  asked?(prompt: string): PromiseLike<string | undefined>;
}

/** A process of `ag serve`, which runs one program after the other and keeps their names. */
export class Session {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly running = new Map<number, Listener>();
  private last = 0;
  private trouble = '';
  /** Why it has ended; undefined while it has not. */
  private ended: string | undefined;

  /** @param options those of `ag serve` */
  constructor(path: string, folder: string, options: string[] = []) {
    this.process = spawn(path, ['serve', ...options], { cwd: folder });
    const lines = new Lines();
    this.process.stdout.setEncoding('utf8');
    this.process.stdout.on('data', (piece: string) => lines.of(piece).forEach(line => this.hear(JSON.parse(line))));
    this.process.stderr.on('data', piece => (this.trouble += piece));
    this.process.on('error', error => this.fail(`${path} cannot be started: ${error.message}`));
    this.process.on('close', () => this.fail(this.trouble || 'ag has ended'));
    this.process.stdin.on('error', () => {});
  }

  get open(): boolean {
    return this.ended === undefined;
  }

  /** Runs a program. The listener hears its results, and its end. */
  evaluate(name: string, code: string, definitions: boolean, listener: Listener): void {
    const id = ++this.last;
    if (this.ended !== undefined) {
      listener.heard({ id, event: 'end', ok: false, error: { message: this.ended } });
      return;
    }
    this.running.set(id, listener);
    this.send({ id, do: 'evaluate', name, code, ...(definitions ? { definitions } : {}) });
  }

  /** Ends the program that runs, and keeps the session. */
  interrupt(): void {
    this.send({ id: ++this.last, do: 'interrupt' });
  }

  /** Ends the process once what was asked is done. */
  quit(): void {
    this.send({ id: ++this.last, do: 'quit' });
  }

  /** Ends it at once, and with it the program that runs. */
  stop(): void {
    this.fail('ag was stopped');
    this.process.kill();
  }

  private send(request: object): void {
    this.process.stdin.write(JSON.stringify(request) + '\n');
  }

  private async hear(answer: Answer): Promise<void> {
    const id = Number(answer.id);
    const listener = this.running.get(id);
    if (listener === undefined) {
      return;
    }
    if (answer.event === 'question') {
      const text = await listener.asked?.(answer.prompt ?? '');
      this.send({ id: ++this.last, do: 'answer', ...(text === undefined ? {} : { text }) });
      return;
    }
    if (answer.event === 'end') {
      this.running.delete(id);
    }
    listener.heard(answer);
  }

  private fail(message: string): void {
    this.ended ??= message;
    const all = [...this.running];
    this.running.clear();
    all.forEach(([id, listener]) => listener.heard({ id, event: 'end', ok: false, error: { message } }));
  }
}

/** Runs one program in a process of its own, and ends it. */
export class Run {
  private readonly session: Session;
  private stopped = false;

  constructor(path: string, folder: string, name: string, code: string, heard: (answer: Answer) => void) {
    this.session = new Session(path, folder, ['--quiet']);
    this.session.evaluate(name, code, false, {
      heard: answer => {
        if (!this.stopped) {
          heard(answer);
        }
        if (answer.event === 'end') {
          this.session.quit();
        }
      },
    });
  }

  /** Ends it; nothing more is heard of it. */
  stop(): void {
    this.stopped = true;
    this.session.stop();
  }
}
