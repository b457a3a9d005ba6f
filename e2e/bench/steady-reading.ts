import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A page to ask for, of some kind. */
export interface PageOfKind {
  kind: string;
  path: string;
}

/** What is asked for, in this order. */
export interface Reading {
  url: string;
  pages: readonly PageOfKind[];
  perSecond: number;
}

/** An answer; `status` is 0 where there was none. */
export interface Heard {
  /** How many there are with this one. */
  answered: number;
  page: PageOfKind;
  status: number;
  /** From when it was to be asked until all of it was there. */
  ms: number;
}

/** Has a process of its own ask for pages at a steady pace. Rejects when it ends before it has heard of all of them. */
export async function readSteadily(reading: Reading, hear: (heard: Heard) => void): Promise<void> {
  const reader = fork(join(import.meta.dirname, 'steady-reader.ts'));
  let answered = 0;
  reader.on('message', (heard: Heard) => {
    answered = heard.answered;
    hear(heard);
  });
  reader.send(reading);
  await once(reader, 'exit');
  if (answered < reading.pages.length)
    throw new Error(`Whoever asks for pages ended after ${answered} of ${reading.pages.length}.`);
}
