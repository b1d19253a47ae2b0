/** As much of the editor as the views need: what they ask of it is written down. */
export const settings: Record<string, unknown> = {};
export const panels: { title: string; webview: { html: string }; onDidDispose: (listener: () => void) => void; dispose: () => void }[] = [];

export const ViewColumn = { Beside: -2 };

export const workspace = {
  getConfiguration: (section: string) => ({
    get: (name: string, standard: unknown) => settings[`${section}.${name}`] ?? standard,
  }),
};

export const window = {
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
