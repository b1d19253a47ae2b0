import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';
import { notebooks } from './notebook';
import { call, program, ResultsView } from './view';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const view = new ResultsView();
  context.subscriptions.push(
    ...notebooks(),
    vscode.commands.registerCommand('ag.run', () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId === 'ag') {
        view.show(document);
      }
    }),
    vscode.commands.registerCommand('ag.runInTerminal', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId === 'ag' && (await document.save())) {
        const terminal = vscode.window.terminals.find(one => one.name === 'ag') ?? vscode.window.createTerminal('ag');
        terminal.show(true);
        terminal.sendText(call(document.fileName));
      }
    }),
    vscode.commands.registerCommand('ag.restart', async () => {
      await client?.stop();
      await start(view);
    }),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (change.affectsConfiguration('ag')) {
        await vscode.commands.executeCommand('ag.restart');
      }
    }));
  await start(view);
}

async function start(view: ResultsView): Promise<void> {
  const settings = vscode.workspace.getConfiguration('ag');
  client = new LanguageClient('ag', 'ag', { command: program(), args: ['lsp'] }, {
    documentSelector: [{ language: 'ag' }],
    initializationOptions: { hints: settings.get('hints', true), files: settings.get('files', false), results: true },
    middleware: {
      executeCommand: async (command, args, next) => {
        const shown: unknown = await next(command, args);
        if (typeof shown === 'string' && shown !== '') {
          view.showText(String(args[1]), shown);
        }
        return shown;
      },
    },
  });
  try {
    await client.start();
  } catch (error) {
    void vscode.window.showErrorMessage(`${program()} lsp cannot be started; set ag.path to the program ag. ${error}`);
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
