import * as path from 'node:path';
import * as vscode from 'vscode';
import { cells, written, type Source } from './cells';
import { Outputs } from './outputs';
import { Session } from './session';
import { program } from './view';

const TYPE = 'ag-notebook';

/** Programs as notebooks: their cells begin at lines `# %%`, and outputs are not kept. */
export class ProgramSerializer implements vscode.NotebookSerializer {
  deserializeNotebook(content: Uint8Array): vscode.NotebookData {
    // A text that is none would be written in other bytes.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return new vscode.NotebookData(
      cells(text).map(({ prose, text, source }) => {
        const data = prose
          ? new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown')
          : new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'ag');
        data.metadata = { source };
        return data;
      }));
  }

  serializeNotebook(data: vscode.NotebookData): Uint8Array {
    return new TextEncoder().encode(written(data.cells.map(({ kind, value, metadata }) => ({
      prose: kind === vscode.NotebookCellKind.Markup,
      text: value,
      source: metadata?.source as Source | undefined,
    }))));
  }
}

/** Runs cells, each notebook in a session of its own. */
export class NotebookRunner implements vscode.Disposable {
  private readonly controller: vscode.NotebookController;
  private readonly sessions = new Map<string, Session>();
  private order = 0;

  constructor() {
    this.controller = vscode.notebooks.createNotebookController('ag-session', TYPE, 'ag');
    this.controller.supportedLanguages = ['ag'];
    this.controller.supportsExecutionOrder = true;
    this.controller.executeHandler = (chosen, notebook) => this.run(chosen, notebook);
    this.controller.interruptHandler = notebook => this.sessions.get(notebook.uri.toString())?.interrupt();
  }

  /** Forgets the names of a notebook: its next cell begins a new session. */
  restart(notebook: vscode.NotebookDocument): void {
    const key = notebook.uri.toString();
    this.sessions.get(key)?.stop();
    this.sessions.delete(key);
  }

  dispose(): void {
    this.sessions.forEach(session => session.stop());
    this.sessions.clear();
    this.controller.dispose();
  }

  private session(notebook: vscode.NotebookDocument): Session {
    const key = notebook.uri.toString();
    const before = this.sessions.get(key);
    if (before?.open) {
      return before;
    }
    const session = new Session(program(), path.dirname(notebook.uri.fsPath));
    this.sessions.set(key, session);
    return session;
  }

  /** One cell after the other, up to the first mistake. */
  private async run(chosen: vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
    for (const cell of chosen) {
      const execution = this.controller.createNotebookCellExecution(cell);
      execution.executionOrder = ++this.order;
      execution.start(Date.now());
      await execution.clearOutput();
      const worked = await this.evaluate(cell, notebook, new Outputs(execution));
      execution.end(worked, Date.now());
      if (!worked) {
        break;
      }
    }
  }

  private evaluate(cell: vscode.NotebookCell, notebook: vscode.NotebookDocument, outputs: Outputs): Promise<boolean> {
    return new Promise(resolve =>
      this.session(notebook).evaluate(`cell ${cell.index + 1}`, cell.document.getText(), true, {
        heard: answer => {
          outputs.add(answer);
          if (answer.event === 'end') {
            void outputs.shown.then(() => resolve(answer.ok !== false));
          }
        },
        asked: prompt => vscode.window.showInputBox({ prompt, ignoreFocusOut: true }),
      }));
  }
}

/** What an editor needs to open programs as notebooks, and to run them. */
export function notebooks(): vscode.Disposable[] {
  const runner = new NotebookRunner();
  return [
    runner,
    vscode.workspace.registerNotebookSerializer(TYPE, new ProgramSerializer(), { transientOutputs: true }),
    vscode.workspace.onDidCloseNotebookDocument(notebook => runner.restart(notebook)),
    vscode.commands.registerCommand('ag.restartNotebook', () => {
      const notebook = vscode.window.activeNotebookEditor?.notebook;
      if (notebook?.notebookType === TYPE) {
        runner.restart(notebook);
      }
    }),
  ];
}
