/** Runs the engine for the page: the latest input wins, and what takes too long is stopped. */
import { startWorker } from './start.js';
import type { Answers, Asked, FromWorker, Job, Result, Texts } from './protocol';

const LIMIT = 2000;
const FIRST_LIMIT = 30000;

export interface Listener {
  result(result: Result): void;
  packs(packs: Record<string, Record<string, string>>): void;
  /** The run ended without a verdict. */
  stopped(reason: string): void;
}

export class Bench {
  private worker!: Worker;
  private ready = false;
  private running: Job | undefined;
  private waiting: Job | undefined;
  private watchdog: number | undefined;
  private readonly open = new Map<number, { resolve(answer: any): void; reject(reason: Error): void }>();
  private asked = 0;

  /**
   * @param worker one that was started already, so that the engine is loaded while the page is
   */
  constructor(
    private readonly listener: Listener,
    worker: Worker,
  ) {
    this.start(worker);
  }

  /** Takes the place of whatever waits; what runs is let finish. */
  run(job: Job): void {
    this.waiting = job;
    this.next();
  }

  askForPacks(): void {
    this.worker.postMessage({ packs: true });
  }

  /** Asks the language service; rejected where the engine was stopped before it came to it. */
  ask<Q extends keyof Answers>(question: Q, texts: Texts, asked: Asked): Promise<Answers[Q]> {
    const id = ++this.asked;
    this.worker.postMessage({ question: { id, question, texts, asked } });
    return new Promise((resolve, reject) => this.open.set(id, { resolve, reject }));
  }

  private start(worker = startWorker()): void {
    this.open.forEach(({ reject }) => reject(new Error('the engine was stopped')));
    this.open.clear();
    this.ready = false;
    this.worker = worker;
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.told(data);
    this.worker.onerror = (event) => this.failed(event.message || 'the engine could not be started');
  }

  /** That it is ready may have been said before anybody listened; a result says so too. */
  private told(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        this.watch();
        break;
      case 'packs':
        this.listener.packs(message.packs);
        break;
      case 'result':
        this.ready = true;
        this.done();
        this.listener.result(message.result);
        this.next();
        break;
      case 'answer':
        this.open.get(message.id)?.resolve(message.answer);
        this.open.delete(message.id);
        break;
      case 'unanswered':
        this.open.get(message.id)?.reject(new Error(message.message));
        this.open.delete(message.id);
        break;
      case 'failed':
        this.failed(message.message);
        break;
    }
  }

  private failed(reason: string): void {
    this.done();
    this.listener.stopped(reason);
    this.next();
  }

  private done(): void {
    clearTimeout(this.watchdog);
    this.running = undefined;
  }

  private next(): void {
    if (this.running || !this.waiting) {
      return;
    }
    this.running = this.waiting;
    this.waiting = undefined;
    this.worker.postMessage({ job: this.running });
    this.watch();
  }

  /** The standard library takes longer to compile than anything that is typed. */
  private watch(): void {
    clearTimeout(this.watchdog);
    const job = this.running;
    if (!job) {
      return;
    }
    const long = !this.ready || job.pack !== '' || job.rules.some((file) => file.text.includes('std/'));
    const limit = long ? FIRST_LIMIT : LIMIT;
    this.watchdog = window.setTimeout(() => {
      this.worker.terminate();
      this.running = undefined;
      this.start();
      this.listener.stopped(`stopped after ${limit / 1000} seconds: this input takes too long`);
      this.next();
    }, limit);
  }
}
