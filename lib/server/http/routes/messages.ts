import { ownLink } from '@/lib/own-link';
import { type ArrivingMessage, ReadMessage, readMessage } from '../../verbs/read-message';
import { defineRoute } from '../define-route';
import type { RequestBody } from '../input';
import { LINK_HEADERS } from '../link-headers';
import { named } from '../named';
import { json } from '../output';
import { MESSAGES, readHandOver } from '../read-hand-over';

/** A message as it came, or the form of the page with it. */
const MESSAGE: RequestBody<ArrivingMessage> = {
  content: { 'message/rfc822': null, 'text/plain': null },
  problems: ['request-invalid', 'too-large', 'too-slow', 'too-many-reports'],
  read: (request) => Promise.resolve({ arrive: (share) => readHandOver(request, share, MESSAGES) }),
};

export const readMessageRoute = defineRoute({
  method: 'POST',
  path: '/api/messages',
  summary:
    'Verify a message, up to 25 MB: its way, DKIM, ARC, SPF, DMARC, and what bulk senders owe; it is not kept',
  description:
    'Name servers are asked for keys and policies by our own walk, with at most 60 queries and for at most 20 s. `ways` has one ' +
    'entry for each public address by which the message may have come, the most probable first.',
  input: { body: MESSAGE },
  output: json(named('ReadMessage', ReadMessage), {
    description: 'What it proves',
    headers: LINK_HEADERS,
  }),
  form: {
    done: ({ url }) => url,
    refused: ({ code, fields }) =>
      ownLink(`/message?problem=${typeof fields['reason'] === 'string' ? fields['reason'] : code}`),
  },
  verb: readMessage,
});
