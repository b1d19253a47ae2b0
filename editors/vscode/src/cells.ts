/** Where a cell comes from: the line above it, its lines, and the line ends behind them, as they stand in the file. */
export interface Source {
  /** Empty for what stands before the first mark. */
  mark: string;
  body: string;
  end: string;
}

/** A cell of a notebook in a file of ag: what stands from one line `# %%` to the next. */
export interface Cell {
  /** Whether it is text, which stands in the file as comments. */
  prose: boolean;
  text: string;
  /** Missing for a cell that is new. */
  source?: Source;
}

const MARK = /^# ?%%/;
const PROSE = /\[(markdown|md)\]/;

/** The cells of a program. `written` gives the program again, to the byte. */
export function cells(program: string): Cell[] {
  const found: Cell[] = [];
  let mark = '';
  let lines: string[] = [];
  const finish = () => {
    if (mark !== '' || lines.length > 0) {
      found.push(cell(mark, lines.join('')));
    }
    lines = [];
  };
  for (const line of program.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (MARK.test(line)) {
      finish();
      mark = line;
    } else {
      lines.push(line);
    }
  }
  finish();
  return found;
}

function cell(mark: string, lines: string): Cell {
  const end = /(?:\r?\n)*$/.exec(lines)![0];
  const body = lines.slice(0, lines.length - end.length);
  const source = { mark, body, end };
  const prose = PROSE.test(mark) && body.split('\n').every(line => line.startsWith('#'));
  return { prose, text: prose ? uncommented(body) : plain(body), source };
}

/** An editor shows one kind of line end. */
function plain(body: string): string {
  return body.replaceAll('\r\n', '\n');
}

function uncommented(body: string): string {
  return plain(body).replace(/^# ?/gm, '');
}

function commented(text: string): string {
  return text.split('\n').map(line => (line === '' ? '#' : `# ${line}`)).join('\n');
}

/** The program that cells are. What was not changed stands in it as it did. */
export function written(all: Cell[]): string {
  const before = all.map(one => (one.source === undefined ? '' : one.source.mark + one.source.body + one.source.end)).join('');
  const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
  let program = '';
  all.forEach(({ prose, text, source }, i) => {
    const mark = source?.mark || (i === 0 && !prose ? '' : `# %%${prose ? ' [markdown]' : ''}\n`);
    const kept = source !== undefined && text === (prose ? uncommented(source.body) : plain(source.body));
    const body = kept ? source.body : (prose ? commented(text) : text).replaceAll('\n', lineEnd);
    if (program !== '' && !program.endsWith('\n')) {
      // What was the end of the file is not any more, or its cell is new.
      program += lineEnd + lineEnd;
    }
    const above = source?.mark ? mark : mark.replace('\n', lineEnd);
    program += (body !== '' && above !== '' && !above.endsWith('\n') ? above + lineEnd : above) + body + (source?.end ?? '');
  });
  const added = all.at(-1)?.source === undefined && program !== '' && !program.endsWith('\n');
  return added ? program + lineEnd : program;
}
