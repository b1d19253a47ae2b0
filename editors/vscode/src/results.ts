import type { Answer, Document } from './session';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A result as HTML: a picture where it has one, else a table, else text. */
export function html(document: Document): string {
  const svg = document['image/svg+xml'];
  if (svg !== undefined) {
    return `<figure>${svg}</figure>`;
  }
  const table = document['text/html'];
  if (table !== undefined) {
    // What has scripts is a page of its own.
    return /<html|<script/i.test(table)
      ? `<iframe sandbox="allow-scripts" srcdoc="${escaped(table)}"></iframe>`
      : `<div class="table">${table}</div>`;
  }
  const text = document['text/plain'] ?? '';
  return text === '' ? '' : `<pre>${escaped(text)}</pre>`;
}

/** The page of the results of one run, as far as they have come. */
export class Page {
  private readonly parts: string[] = [];
  private state = 'running…';

  constructor(private readonly title: string) {}

  add(answer: Answer): void {
    if (answer.event === 'result' && answer.document) {
      this.parts.push(html(answer.document));
    } else if (answer.event === 'end') {
      this.state = '';
      if (answer.ok === false) {
        this.parts.push(`<pre class="error">${escaped(answer.error?.text ?? answer.error?.message ?? '')}</pre>`);
      }
    }
  }

  text(title: string, text: string): void {
    this.state = '';
    this.parts.push(`<h3>${escaped(title)}</h3><pre>${escaped(text)}</pre>`);
  }

  toString(): string {
    return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(this.title)}</title><style>
  body { font-family: var(--vscode-font-family); color: var(--vscode-editor-foreground); padding: 0 1em; }
  pre { font-family: var(--vscode-editor-font-family, monospace); white-space: pre-wrap; }
  .error { color: var(--vscode-errorForeground); }
  figure { margin: 1em 0; background: white; max-width: 100%; overflow: auto; }
  iframe { width: 100%; height: 40em; border: 0; background: white; }
  table { border-collapse: collapse; } td, th { padding: 0.15em 0.8em; text-align: right; }
</style></head><body>${this.parts.join('\n')}<p>${this.state}</p></body></html>`;
  }
}
