import { splitMbox } from '@/lib/mail/mbox';
import { readHandedOver } from '@/lib/complaint/mail-reading';
import { withoutLocalParts } from '@/lib/mail/without-local-parts';
import { subjectsOf, writtenAt } from '../mail-subjects';
import { listen } from '../thread/listen';
import type { ReadMail, Results, Span, Task } from './task';

async function resultOf(task: Task): Promise<Results[Task['what']]> {
  if (task.what === 'split') return isBlank(new Uint8Array(task.raw)) ? [] : spansOf(task.raw);
  const { start, end } = task.span;
  return read(new Uint8Array(task.raw, start, end - start));
}

/** Nothing but blanks and controls. */
function isBlank(octets: Uint8Array): boolean {
  return octets.every((octet) => octet <= 0x20);
}

function spansOf(raw: SharedArrayBuffer): Span[] {
  return splitMbox(new Uint8Array(raw)).map(({ byteOffset: start, length }) => ({
    start,
    end: start + length,
  }));
}

async function read(octets: Uint8Array): Promise<ReadMail> {
  const reading = await readHandedOver(octets);
  return {
    kind: reading.kind,
    writtenAt: writtenAt(reading, new Date())?.toISOString() ?? null,
    reading: JSON.stringify(reading),
    sharedReading: JSON.stringify(withoutLocalParts(reading)),
    subjects: subjectsOf(reading),
  };
}

// The thread in which foreign mail is read; `scripts/ready.mjs` makes one file of it.
listen(resultOf);
