import { z } from 'zod';
import { AppProblem } from '@/lib/problem';
import { mailPath } from '@/lib/complaint/mail-path';
import { MailKind } from '@/lib/notice/notice';
import { newCheckId } from '@/lib/store/check-id';
import type { NewMail } from '@/lib/store/mail-store';
import { ownLink } from '@/lib/own-link';
import { log, shortId } from '../config/log';
import { keptReading } from '../engine/kept-reading';
import type { MailReader } from '../engine/mail-reader/mail-reader';
import type { Span } from '../engine/mail-reader/task';
import type { RoomShare } from '../engine/memory-room';
import type { Services } from '../engine/services';
import { may } from './caller';
import { callerKey } from './caller-key';
import { verb } from './verb';

/** Answer to one mail that was handed over. */
export const TakenMail = z.object({
  id: z.string(),
  url: z.string().describe('link of its page, without the host'),
  kind: MailKind,
});
export type TakenMail = z.infer<typeof TakenMail>;

/** Answer to an mbox. */
export const TakenMails = z.object({ items: z.array(TakenMail) });

/** A message or an mbox on its way. */
export interface ArrivingMail {
  /** Lets it come as there is room for it; throws what the way of its coming throws. */
  arrive(share: RoomShare): Promise<SharedArrayBuffer>;
}

/** Milliseconds in which the messages of one hand-over are read; those left are kept unread. */
const HAND_OVER_MS = 30_000;

/** Reads and keeps a mail, or every mail of an mbox. Throws `request-invalid` for nothing, `too-many-reports`. */
export const handOverMails = verb(
  'hand-over-mails',
  async (caller, mail: ArrivingMail, services): Promise<TakenMail[]> => {
    const { quotas, rooms, reader, pipeReader } = services;
    const key = callerKey(caller);
    const isPipe = may(caller, 'hand-over-first');
    const share = (isPipe ? rooms.pipe : rooms.mails).open(key);
    try {
      const raw = await mail.arrive(share);
      await quotas.handOvers.take(key);
      await quotas.handedOver.take({ caller: key, octets: raw.byteLength, isPipe });
      return await takeAll(raw, { ...services, reader: isPipe ? pipeReader : reader });
    } finally {
      share.leave();
    }
  },
);

async function takeAll(
  raw: SharedArrayBuffer,
  { store, reader, meters, searchIndex }: Pick<Services, 'store' | 'reader' | 'meters' | 'searchIndex'>,
): Promise<TakenMail[]> {
  const until = Date.now() + HAND_OVER_MS;
  const spans = (await reader.split(raw)) ?? [{ start: 0, end: raw.byteLength }];
  if (spans.length === 0)
    throw new AppProblem('request-invalid', {
      say: 'There is nothing in it: paste a message, or choose a file.',
    });
  const taken: TakenMail[] = [];
  for (const span of spans) {
    const mail = await newMail(reader, raw, span, until);
    await store.keepMail(mail);
    meters.mailRead(mail.kind);
    const octets = span.end - span.start;
    log.info({ mail: shortId(mail.id), kind: mail.kind, octets }, 'mail about mail kept');
    taken.push({ id: mail.id, url: ownLink(mailPath(mail)), kind: mail.kind });
  }
  searchIndex.look();
  return taken;
}

async function newMail(
  reader: MailReader,
  raw: SharedArrayBuffer,
  span: Span,
  until: number,
): Promise<NewMail> {
  const createdAt = new Date();
  const read = createdAt.getTime() < until ? await reader.read(raw, span) : null;
  const message = new Uint8Array(raw, span.start, span.end - span.start);
  const ids = { id: newCheckId(), sharedId: newCheckId() };
  return { ...ids, createdAt, raw: message, ...keptReading(read, createdAt) };
}
