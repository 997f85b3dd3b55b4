/** The engine, in a thread of its own: whatever it does, the page stays usable. */
import type { FromWorker, Job, NamedText, Question, Texts } from './protocol';

interface Engine {
  provide(path: string, bytes: string): void;
  provideText(path: string, text: string): void;
  hold(name: string, text: string): void;
  answer(request: string): string;
}

/** Of Bylaw; the build puts it here. */
declare const VERSION: string;

const tell = (message: FromWorker): void => postMessage(message);

const fetched = async (name: string): Promise<Response> => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) {
    throw new Error(`${name} could not be fetched: ${answer.status}`);
  }
  return answer;
};

/** Each byte as the character of its number, which is how the engine takes bytes. */
const binary = async (name: string): Promise<string> => {
  const bytes = new Uint8Array(await (await fetched(name)).arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
};

const start = async (): Promise<Engine> => {
  const module = new URL('engine.js', import.meta.url).href;
  const [engine, schema] = await Promise.all([import(module) as Promise<Engine>, binary('schema.bin')]);
  engine.provide('index.bin', schema);
  tell({ kind: 'ready' });
  return engine;
};

const engine = start();

/** What is fetched when somebody wants it, and once. */
const later = (run: () => Promise<void>): (() => Promise<void>) => {
  let begun: Promise<void> | undefined;
  return () => (begun ??= run());
};

/** What the classes of characters in a regular expression stand for. */
const withCharacters = later(async () => {
  const [it, characters] = await Promise.all([engine, binary('unicode.bin')]);
  it.provide('unicode.bin', characters);
});

const withLibrary = later(async () => {
  const [it, library] = await Promise.all([engine, fetched('library.json').then((answer) => answer.json())]);
  Object.entries(library as Record<string, string>).forEach(([path, text]) => it.provideText(path, text));
});

const withDescriptions = later(async () => {
  const [it, descriptions] = await Promise.all([engine, binary('descriptions.bin')]);
  it.provide('descriptions.bin', descriptions);
});

const names = (files: NamedText[]): string[] => files.map((file) => file.name);

/** Hands over the texts; the request that every question about them begins with. */
const held = (it: Engine, texts: Texts): Record<string, unknown> => {
  [...texts.rules, ...texts.manifests].forEach((file) => it.hold(file.name, file.text));
  const rules = names(texts.rules);
  return { rules: texts.pack ? [...rules, texts.pack] : rules, manifests: names(texts.manifests) };
};

/** Whether rules or waivers may name something of the standard library. */
const namesLibrary = ({ pack, rules, manifests }: Texts): boolean =>
  pack !== '' || rules.some((file) => file.text.includes('std/')) || manifests.some((file) => file.text.includes('bylaw:'));

/** Whether there may be a regular expression, which stands between slashes. */
const namesCharacters = ({ rules }: Texts): boolean => rules.some(({ text }) => text.includes('/'));

/** What has to be there before these texts are judged. */
const whole = (texts: Texts): Promise<unknown> =>
  Promise.all([
    ...(namesLibrary(texts) ? [withLibrary(), withCharacters()] : []),
    ...(namesCharacters(texts) ? [withCharacters()] : []),
  ]);

/** An answer for which the engine's budget was not enough is none at all. */
const asked = (it: Engine, request: object): any => {
  const answer = JSON.parse(it.answer(JSON.stringify(request)));
  if (answer?.stopped) {
    throw new Error(answer.stopped);
  }
  return answer;
};

const run = async (job: Job): Promise<void> => {
  const [it] = await Promise.all([engine, whole(job)]);
  const started = performance.now();
  const request = { ...held(it, job), rule: job.why, format: job.output, version: VERSION, today: job.today };
  const ask = (question: string): any => asked(it, { ask: question, ...request });
  const result = {
    run: job.run,
    check: ask('check'),
    test: ask('test'),
    why: job.why ? ask('why') : null,
    output: job.output ? ask('output') : null,
    milliseconds: 0,
  };
  result.milliseconds = performance.now() - started;
  tell({ kind: 'result', result });
};

const answer = async ({ id, question, texts, asked: about }: Question): Promise<void> => {
  try {
    const [it] = await Promise.all([engine, withLibrary(), withDescriptions(), withCharacters()]);
    tell({ kind: 'answer', id, answer: asked(it, { ask: question, ...held(it, texts), ...about }) });
  } catch (error) {
    tell({ kind: 'unanswered', id, message: sentence(error) });
  }
};

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

onmessage = async ({ data }: MessageEvent<{ job?: Job; question?: Question; packs?: true }>) => {
  try {
    if (data.job) {
      await run(data.job);
    } else if (data.question) {
      await answer(data.question);
    } else {
      await withLibrary();
      tell({ kind: 'packs', packs: JSON.parse((await engine).answer('{"ask":"packs"}')) });
    }
  } catch (error) {
    tell({ kind: 'failed', run: data.job?.run ?? 0, message: sentence(error) });
  }
};
