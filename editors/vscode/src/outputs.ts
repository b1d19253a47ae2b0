import * as vscode from 'vscode';
import type { Answer, Document } from './session';

/** A result in the forms that the editor can show; it takes the first that it knows how to. */
export function items(document: Document): vscode.NotebookCellOutputItem[] {
  const { 'text/plain': text, 'text/latex': latex, ...others } = document;
  const found = Object.entries(others).map(([type, content]) => vscode.NotebookCellOutputItem.text(content, type));
  if (latex !== undefined) {
    // The editor itself typesets Markdown; text/latex is for extensions that show what Jupyter shows.
    found.push(vscode.NotebookCellOutputItem.text(latex, 'text/latex'));
    found.push(vscode.NotebookCellOutputItem.text(latex.replace(/^\$(.*)\$$/s, '$$$$$1$$$$'), 'text/markdown'));
  }
  if (text !== undefined && text !== '') {
    found.push(vscode.NotebookCellOutputItem.text(text));
  }
  return found;
}

/** What stands below a cell while it runs. A cell that ends in a definition shows what was defined. */
export class Outputs {
  /** Settled once all that came so far is shown. */
  shown: Thenable<void> = Promise.resolve();
  private defined: Answer[] = [];
  private progress: vscode.NotebookCellOutput | undefined;

  constructor(private readonly execution: vscode.NotebookCellExecution) {}

  add(answer: Answer): void {
    if (answer.event === 'progress') {
      this.course(answer);
    } else if (answer.event === 'result' && answer.defines !== undefined) {
      this.defined = this.defined.filter(before => before.line === answer.line).concat(answer);
    } else if (answer.event === 'result') {
      this.defined = [];
      this.show(items(answer.document ?? {}));
    } else if (answer.event === 'end' && answer.ok === false) {
      const message = answer.error?.text ?? answer.error?.message ?? '';
      this.show([vscode.NotebookCellOutputItem.stderr(message)]);
    } else if (answer.event === 'end') {
      // A function is worth seeing where it is a formula.
      this.defined
        .filter(({ role, defines, document }) => role !== 'function' || !document?.['text/plain'].startsWith(`${defines} =`))
        .forEach(({ document }) => this.show(items(document ?? {})));
    }
  }

  private course({ done, epochs, loss }: Answer): void {
    const item = vscode.NotebookCellOutputItem.text(`epoch ${done} of ${epochs}${loss === undefined ? '' : `, loss ${loss.toPrecision(6)}`}`);
    const before = this.progress;
    const output = before ?? (this.progress = new vscode.NotebookCellOutput([item]));
    this.then(() => (before === undefined ? this.execution.appendOutput(output) : this.execution.replaceOutputItems(item, output)));
  }

  private show(all: vscode.NotebookCellOutputItem[]): void {
    if (all.length > 0) {
      this.then(() => this.execution.appendOutput(new vscode.NotebookCellOutput(all)));
    }
  }

  private then(act: () => Thenable<void>): void {
    this.shown = this.shown.then(act);
  }
}
