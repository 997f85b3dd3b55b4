/** The engine, in a thread of its own: whatever it does, the page stays usable. */
import type { FromWorker, Job, NamedText } from './protocol';

interface Engine {
  provide(path: string, base64: string): void;
  provideText(path: string, text: string): void;
  hold(name: string, text: string): void;
  answer(request: string): string;
}

const tell = (message: FromWorker): void => postMessage(message);

const fetched = async (name: string): Promise<[string, string][]> => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) {
    throw new Error(`${name} could not be fetched: ${answer.status}`);
  }
  return Object.entries(await answer.json());
};

const start = async (): Promise<Engine> => {
  const module = new URL('engine.js', import.meta.url).href;
  const [engine, schema] = await Promise.all([import(module) as Promise<Engine>, fetched('schema.json')]);
  schema.forEach(([path, base64]) => engine.provide(path, base64));
  tell({ kind: 'ready' });
  return engine;
};

const engine = start();
let library: Promise<void> | undefined;

/** The standard library is fetched when somebody wants it. */
const withLibrary = (): Promise<void> =>
  (library ??= Promise.all([engine, fetched('library.json')]).then(([it, rules]) =>
    rules.forEach(([path, text]) => it.provideText(path, text)),
  ));

const names = (files: NamedText[]): string[] => files.map((file) => file.name);

const run = async (job: Job): Promise<void> => {
  const it = await engine;
  if (job.pack || job.rules.some((file) => file.text.includes('std/'))) {
    await withLibrary();
  }
  const started = performance.now();
  [...job.rules, ...job.manifests].forEach((file) => it.hold(file.name, file.text));
  const rules = job.pack ? [...names(job.rules), job.pack] : names(job.rules);
  const ask = (question: string): never | any =>
    JSON.parse(
      it.answer(
        JSON.stringify({ ask: question, rules, manifests: names(job.manifests), rule: job.why, today: job.today }),
      ),
    );
  const result = {
    run: job.run,
    check: ask('check'),
    test: ask('test'),
    why: job.why ? ask('why') : null,
    milliseconds: 0,
  };
  result.milliseconds = performance.now() - started;
  tell({ kind: 'result', result });
};

onmessage = async ({ data }: MessageEvent<{ job?: Job; packs?: true }>) => {
  try {
    if (data.job) {
      await run(data.job);
    } else {
      await withLibrary();
      tell({ kind: 'packs', packs: JSON.parse((await engine).answer('{"ask":"packs"}')) });
    }
  } catch (error) {
    tell({ kind: 'failed', run: data.job?.run ?? 0, message: error instanceof Error ? error.message : String(error) });
  }
};
