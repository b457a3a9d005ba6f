import { MailView } from '@/lib/complaint/mail-reading';
import { ownLink } from '@/lib/own-link';
import { getMailView } from '../../verbs/get-mail';
import { getMessage } from '../../verbs/get-message';
import { type ArrivingMail, handOverMails, TakenMail, TakenMails } from '../../verbs/hand-over-mails';
import { readMailAgain } from '../../verbs/read-mail-again';
import { defineRoute, type Route } from '../define-route';
import type { RequestBody } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { named } from '../named';
import { file, json, type Output } from '../output';
import { MAILS, readHandOver } from '../read-hand-over';
import { LINK } from './links';

/** A message or an mbox, or the form of a page with one in it. */
const MAIL: RequestBody<ArrivingMail> = {
  content: { 'message/rfc822': null, 'application/mbox': null, 'text/plain': null },
  problems: ['request-invalid', 'too-large', 'too-slow', 'too-many-reports'],
  read: (request) => Promise.resolve({ arrive: (share) => readHandOver(request, share, MAILS) }),
};

/** One mail as it was taken, with the place of its reading; of an mbox, all of them. */
const TAKEN: Output<TakenMail[]> = {
  status: 202,
  description: 'Kept; `Location` is what was read out of it. Of an mbox, one line for each message',
  hasLocation: true,
  content: {
    'application/json': [named('TakenMail', TakenMail), named('TakenMails', TakenMails)],
  },
  respond(taken) {
    const one = onlyOf(taken);
    if (one === null) return Response.json({ items: taken }, { status: 202, headers: LINK_HEADERS });
    const location = ownLink(`/api/${one.kind === 'feedback' ? 'feedback' : 'bounces'}/${one.id}`);
    return Response.json(one, { status: 202, headers: { ...LINK_HEADERS, location } });
  },
};

function onlyOf(taken: readonly TakenMail[]): TakenMail | null {
  const [first, ...others] = taken;
  return others.length === 0 ? (first ?? null) : null;
}

/** What a mail is, is read from the mail: the call that takes bounces, and the one for complaints, take either. */
function handOverRoute(path: `/api/${string}`, page: string, what: string): Route {
  return defineRoute({
    method: 'POST',
    path,
    summary: `Hand over ${what}; an mbox holds many`,
    input: { body: MAIL },
    output: TAKEN,
    form: {
      done: (taken) => onlyOf(taken)?.url ?? ownLink(page),
      refused: ({ code }) => ownLink(`${page}?problem=${code}`),
    },
    verb: handOverMails,
  });
}

export const handOverBounceRoute = handOverRoute(
  '/api/bounces',
  '/bounce',
  'a bounce, or any notice about a delivery',
);

export const handOverComplaintRoute = handOverRoute(
  '/api/feedback',
  '/feedback',
  'a feedback report (RFC 5965) or an older complaint',
);

const READING = json(named('Mail', MailView), {
  description: 'The reading',
  headers: LINK_HEADERS,
});

function readingRoute(path: `/api/${string}`): Route {
  return defineRoute({
    method: 'GET',
    path,
    summary: 'What it states, and what we conclude',
    input: LINK,
    output: READING,
    problems: ['report-not-found', 'mail-damaged', 'link-ended'],
    verb: getMailView,
  });
}

export const getBounceRoute = readingRoute('/api/bounces/{id}');

export const getComplaintRoute = readingRoute('/api/feedback/{id}');

export const getMessageRoute = defineRoute({
  method: 'GET',
  path: '/api/bounces/{id}/message',
  summary: 'The message as it came; not by an id whose view hides local parts',
  input: LINK,
  output: file({
    description: 'Octets',
    type: 'message/rfc822',
    // To be saved, and never shown as a page.
    headers: { ...LINK_HEADERS, 'x-content-type-options': 'nosniff' },
    fileName: () => 'message.eml',
    body: (message: Uint8Array) => new Uint8Array(message),
  }),
  problems: ['report-not-found', 'mail-damaged', 'link-ended'],
  verb: getMessage,
});

export const readAgainRoute = defineRoute({
  method: 'POST',
  path: '/api/bounces/{id}/read',
  summary: 'Read a mail again, with more time, that could not be read in time (kind `unread`)',
  input: LINK,
  output: READING,
  problems: ['report-not-found', 'mail-damaged', 'link-ended', 'too-many-reports'],
  verb: readMailAgain,
});
