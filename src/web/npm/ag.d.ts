/** A result as `ag --json` writes it: `kind` says which other fields there are. */
export interface Result {
  kind: string;
  file: string;
  line: number;
  [field: string]: unknown;
}

/** A mistake, with its place in the program: from `start` up to but without `end`. */
export interface Problem {
  start: number;
  end: number;
  code: string;
  message: string;
  hint: string;
}

/** A piece of a program, from `start` up to but without `end`. */
export interface Piece {
  start: number;
  end: number;
  kind: "keyword" | "function" | "constant" | "variable" | "parameter" | "number" | "text" | "comment" | "operator" | "part" | "model" | "data";
}

/** A result as a page shows it; `start` and `end` are the place of its statement. */
export interface Shown {
  start: number;
  end: number;
  /** The result as `ag --json` writes it; missing for definitions and for the progress of a training. */
  data?: Result;
  text: string;
  /** Tables, formulas and steps in HTML, the formulas in MathML. */
  html?: string;
  /** The formula that a value is, in MathML. */
  math?: string;
  /** A picture; with the progress of a training, what a network of two inputs decides by now. */
  svg?: string;
  problem?: Problem;
  /** What was defined, what it is, and its number if it is one. */
  name?: string;
  role?: string;
  value?: number;
  /** How far a training has come. */
  epoch?: number;
  epochs?: number;
  loss?: number;
}

export interface Options {
  /** Milliseconds for all programs of the session together; the time between them does not count. */
  maxTime?: number;
  /** How many values the session may hold. */
  maxNodes?: number;
  /** Of the random numbers. */
  seed?: number;
  /** How many letters a line of a text may have. */
  columns?: number;
  /** Texts of files by their names. */
  files?: Record<string, string>;
  /** Answers to what programs ask, by their numbers from 0 on. Without it nothing is asked. */
  answers?: Record<number, string>;
  /** Told each result as it comes. */
  onResult?: (shown: Shown) => void;
}

/** A session keeps its names from one program to the next. */
export interface Session {
  /** The results of a program as `ag --json` writes them. */
  run(program: string): Result[];
  /** The same as lines of JSON. */
  lines(program: string): string;
  /** The results as a page shows them. */
  show(program: string): Shown[];
  /** What the session's names stand for, oldest first. */
  definitions(): Shown[];
  /** What a program has written to a file; null where it has written none of that name. */
  file(path: string): string | null;
  /** What a program asked for and got no answer to; null where nothing is missing. */
  waiting(): string | null;
}

/** Runs a program in a session of its own. */
export function run(program: string): Result[];
export function session(options?: Options): Session;
/** The mistakes in a program that show before anything runs. */
export function check(program: string): Problem[];
/** The pieces of a program with what each is, for an editor's colours. */
export function pieces(program: string): Piece[];
/** The program in its one layout; null where the text is none. */
export function layout(program: string): string | null;
