import { readMessage } from '@/lib/message/message-reading';
import { readWhole } from '@/lib/message/whole-message';
import { ok } from '@/lib/result';
import { listen } from '../thread/listen';
import type { Results, Task } from './task';
import { verifyMessage } from './verify-message';

/** No thread shares memory with a decoder of text: it takes a copy. */
function resultOf(task: Task): Results[Task['what']] {
  const message = readWhole(new Uint8Array(task.raw).slice());
  if (task.what === 'read') return message.ok ? ok(readMessage(message.value)) : message;
  if (!message.ok) throw new Error(`verified, but not read: ${message.problem}`);
  return verifyMessage(message.value, task);
}

// The thread in which pasted messages are read and verified; `scripts/ready.mjs` makes one file of it.
listen(resultOf);
