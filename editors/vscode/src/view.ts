import * as path from 'node:path';
import * as vscode from 'vscode';
import { Page } from './results';
import { Run } from './session';

/** The view beside the editor that shows what a program gives. */
export class ResultsView {
  private panel: vscode.WebviewPanel | undefined;
  private run: Run | undefined;

  /** Runs the program of a document as it stands in the editor. */
  show(document: vscode.TextDocument): void {
    const name = path.basename(document.fileName);
    const page = new Page(name);
    const panel = this.open(name, page);
    this.run?.stop();
    this.run = new Run(program(), path.dirname(document.fileName), name, document.getText(), answer => {
      page.add(answer);
      panel.webview.html = page.toString();
    });
  }

  /** Shows a derivation or a graph. */
  showText(title: string, text: string): void {
    this.run?.stop();
    const page = new Page(title);
    page.text(title, text);
    this.open(title, page);
  }

  private open(title: string, page: Page): vscode.WebviewPanel {
    if (this.panel === undefined) {
      this.panel = vscode.window.createWebviewPanel(
        'ag.results', title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true });
      this.panel.onDidDispose(() => {
        this.panel = undefined;
        this.run?.stop();
      });
    }
    this.panel.title = title;
    this.panel.webview.html = page.toString();
    return this.panel;
  }
}

/** The program ag, as the settings name it. */
export function program(): string {
  return vscode.workspace.getConfiguration('ag').get<string>('path', 'ag');
}

/** The call that runs a file in a terminal. */
export function call(file: string): string {
  const quoted = (text: string) => (/^[\w./\\:-]+$/.test(text) ? text : `"${text.replaceAll('"', '\\"')}"`);
  return `${quoted(program())} ${quoted(file)}`;
}
