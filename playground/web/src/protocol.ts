/** What the engine is asked and what it answers; `Facts` and `WhyJson` of the engine write it. */

export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

export type Severity = 'low' | 'medium' | 'high' | 'critical';

export interface Finding {
  rule: string;
  severity: Severity;
  outcome: 'violated' | 'waived' | 'baselined';
  message: string;
  note: string | null;
  at: Place;
  title?: string;
  clause?: Place;
  missing: string[];
  insert: string | null;
  /** Whether the manifest can be mended as the rule says. */
  mendable: boolean;
  resource: string;
  container: string | null;
  path: string;
  fingerprint: string;
}

/** The text at a place becomes another. */
export interface Edit {
  at: Place;
  text: string;
}

export interface Fix {
  title: string;
  edits: Edit[];
}

export interface Diagnostic {
  code: string;
  severity: 'error' | 'warning';
  message: string;
  help: string | null;
  label: string;
  at: Place;
  related: { text: string; at: Place }[];
  fixes: Fix[];
}

export interface RuleFacts {
  id: string;
  title: string;
  severity: Severity;
  subject: string;
  when: string | null;
  condition: string;
  clause: Place;
}

export interface CheckAnswer {
  compiles: boolean;
  rules: RuleFacts[];
  documents: number;
  /** Whether any object at all was checked. */
  checked: boolean;
  applied: string[];
  unknownKinds: string[];
  findings: Finding[];
  diagnostics: Diagnostic[];
}

export interface TestAnswer {
  tests: { name: string; pack: string; passed: boolean; at: Place; failures: { message: string; at: Place }[] }[];
}

export interface Reading extends Partial<Place> {
  text: string;
  value: string | null;
  path?: string;
  note?: string;
}

export interface Trace {
  text: string;
  holds: boolean;
  decides: boolean;
  part: string;
  parts?: Trace[];
  values?: Reading[];
  items?: { text: string; holds: boolean; decides: boolean; note?: string }[];
  note?: string;
  meaning?: Trace;
  elements?: { name: string | null; path: string; holds: boolean; decides: boolean; where?: Trace; condition?: Trace }[];
  more?: number;
}

export interface Explanation extends Place {
  outcome: string;
  resource: { kind: string; namespace: string | null; name: string | null };
  container: string | null;
  path: string;
  reason?: { cause: string; sentence: string };
  when?: Trace;
  condition?: Trace;
}

export interface WhyAnswer {
  explanations: Explanation[];
}

/** A text by its name. */
export interface NamedText {
  name: string;
  text: string;
}

/** A place in a file, or between two; `to` is the new name where something is renamed, `finding` the one to mend alone. */
export interface Asked {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  to?: string;
  finding?: string;
  today?: string;
}

export interface CompletionItem {
  label: string;
  kind: string;
  detail: string;
  documentation: string | null;
  at: Place;
  text: string;
}

/** What the language service answers to each question; `Assistant` of the engine writes it. */
export interface Answers {
  complete: { completions: CompletionItem[] };
  hover: { at: Place; markdown: string } | null;
  definition: { at: Place } | null;
  actions: { actions: Fix[] };
  rename: { edits: Edit[]; refusal: string | null };
  format: { edits: Edit[] };
  fix: Fixed | null;
}

/** The texts of the page. */
export interface Texts {
  rules: NamedText[];
  manifests: NamedText[];
  pack: string;
}

/** What the worker is told; `run` grows with every edit. */
export interface Job extends Texts {
  run: number;
  why: string;
  /** The format of the output, if it is shown. */
  output: string;
  today: string;
}

export interface Result {
  run: number;
  check: CheckAnswer;
  test: TestAnswer | null;
  why: WhyAnswer | null;
  output: Output | null;
  milliseconds: number;
}

/** A question beside the verdict; `id` tells its answer. */
export interface Question {
  id: number;
  question: keyof Answers;
  texts: Texts;
  asked: Asked;
}

/** What the command line prints, and how it ends. */
export interface Output {
  out: string;
  err: string;
  exitCode: number;
}

/** What a manifest would be after its fixes. */
export interface Fixed {
  text: string;
  mended: { rule: string; message: string }[];
  withheld: { rule: string; message: string; reason: string }[];
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'result'; result: Result }
  | { kind: 'packs'; packs: Record<string, Record<string, string>> }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'unanswered'; id: number; message: string }
  | { kind: 'failed'; run: number; message: string };
