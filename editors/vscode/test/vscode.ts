/** As much of the editor as the views need: what they ask of it is written down. */
export const settings: Record<string, unknown> = {};
export const panels: { title: string; webview: { html: string }; onDidDispose: (listener: () => void) => void; dispose: () => void }[] = [];

export const ViewColumn = { Beside: -2 };

export const workspace = {
  getConfiguration: (section: string) => ({
    get: (name: string, standard: unknown) => settings[`${section}.${name}`] ?? standard,
  }),
};

export const answers: string[] = [];

export const window = {
  showInputBox: async () => answers.shift(),
  createWebviewPanel: (_type: string, title: string) => {
    const listeners: (() => void)[] = [];
    const panel = {
      title,
      webview: { html: '' },
      onDidDispose: (listener: () => void) => { listeners.push(listener); },
      dispose: () => listeners.forEach(listener => listener()),
    };
    panels.push(panel);
    return panel;
  },
};

export const notebooks = {
  createNotebookController: () => {
    const controller = {
      createNotebookCellExecution: (cell: StandInCell) => execution(cell),
      dispose: () => {},
    };
    controllers.push(controller as never);
    return controller;
  },
};

/** The controllers that were made, with the handlers that the extension put into them. */
export const controllers: {
  executeHandler: (cells: StandInCell[], notebook: object) => Promise<void>;
  interruptHandler: (notebook: object) => void;
}[] = [];

/** A cell as the editor has it: what stands below it by now. */
export interface StandInCell {
  index: number;
  document: { getText(): string };
  shown: NotebookCellOutput[];
  worked?: boolean;
}

export function cell(index: number, code: string): StandInCell {
  return { index, document: { getText: () => code }, shown: [] };
}

function execution(cell: StandInCell) {
  return {
    executionOrder: 0,
    start: () => {},
    clearOutput: async () => { cell.shown = []; },
    appendOutput: async (output: NotebookCellOutput) => { cell.shown.push(output); },
    replaceOutputItems: async (item: NotebookCellOutputItem, output: NotebookCellOutput) => { output.items = [item]; },
    end: (worked: boolean) => { cell.worked = worked; },
  };
}

export class NotebookCellOutputItem {
  constructor(readonly mime: string, readonly text: string) {}

  static text(text: string, mime = 'text/plain'): NotebookCellOutputItem {
    return new NotebookCellOutputItem(mime, text);
  }

  static stderr(text: string): NotebookCellOutputItem {
    return new NotebookCellOutputItem('application/vnd.code.notebook.stderr', text);
  }
}

export class NotebookCellOutput {
  constructor(public items: NotebookCellOutputItem[]) {}
}

export const NotebookCellKind = { Markup: 1, Code: 2 };

export class NotebookCellData {
  metadata: object | undefined;

  constructor(public kind: number, public value: string, public languageId: string) {}
}

export class NotebookData {
  constructor(public cells: NotebookCellData[]) {}
}
