import { AppProblem } from '@/lib/problem';
import { z } from 'zod';
import { assessMessage } from '@/lib/message/assess';
import { answersTo } from '@/lib/message/key-answers';
import { messageView } from '@/lib/message/message-view-of';
import { MessageView } from '@/lib/message/message-view';
import { MESSAGE_FAULT_WORDS } from '@/lib/message/fault-words';
import { ownLink } from '@/lib/own-link';
import type { MessageVerifier } from '../engine/message-verifier/message-verifier';
import type { RoomShare } from '../engine/memory-room';
import { callerKey } from './caller-key';
import { query, verb } from './verb';

/** A message on its way. */
export interface ArrivingMessage {
  /** Lets it come as there is room for it; throws what the way of its coming throws. */
  arrive(share: RoomShare): Promise<SharedArrayBuffer>;
}

/** Answer of `POST /api/messages`. */
export const ReadMessage = MessageView.extend({
  url: z.string().describe('link of a page with the same, for half an hour, without the host'),
});
export type ReadMessage = z.infer<typeof ReadMessage>;

/** Said of what is too much for the verifier, by time or by memory. */
export const TOO_MUCH_MESSAGE =
  'It takes more than 8 s or 512 MB of memory to verify. Nothing was concluded from it.';

/**
 * What a message proves; it is not kept. Throws `request-invalid` with `reason`, `too-large`, `too-many-reports`, and what the way of
 * its coming throws.
 */
export const readMessage = verb(
  'start-checks',
  async (caller, message: ArrivingMessage, services): Promise<ReadMessage> => {
    const { quotas, rooms, messageVerifier, policyLookups, messageViews } = services;
    const key = callerKey(caller);
    await quotas.readMessages.take(key);
    const share = rooms.verified.open(key);
    try {
      const raw = await message.arrive(share);
      const reading = done(await messageVerifier.read(raw));
      if (!reading.ok) {
        const reason = reading.problem;
        throw new AppProblem('request-invalid', { say: MESSAGE_FAULT_WORDS[reason], fields: { reason } });
      }
      const lookups = policyLookups();
      const nowSeconds = Math.floor(Date.now() / 1000);
      const answers = await answersTo(reading.value.keyNames, lookups.lookUp);
      const verified = done<Verified>(await messageVerifier.verify(raw, { answers, nowSeconds }));
      const assessed = { reading: reading.value, dkim: verified.dkim, nowSeconds };
      const ways = await assessMessage(assessed, lookups.lookUp);
      const view = messageView(reading.value, {
        ...verified,
        ways,
        questions: lookups.questions(),
        queries: lookups.queries(),
        isCutShort: lookups.isCutShort(),
      });
      return { ...view, url: ownLink(`/message?result=${messageViews.keep(view)}`) };
    } finally {
      share.leave();
    }
  },
);

type Verified = NonNullable<Awaited<ReturnType<MessageVerifier['verify']>>>;

/** What was done in time and with the memory there is. */
function done<T>(result: T | null): T {
  if (result === null)
    throw new AppProblem('too-large', { say: TOO_MUCH_MESSAGE, fields: { reason: 'too-much' } });
  return result;
}

/** A result by its id, which is the permission to read it; null when it is no longer kept. */
export const findMessage = query('explain', (_, { id }: { id: string }, { messageViews }) =>
  messageViews.get(id),
);
