import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { ownLink, ownPath } from '@/lib/own-link';
import { AppProblem } from '@/lib/problem';
import type { Access } from '../config/access';
import { type ArrivalAccess, createArrivalReader } from './arrival';
import { decodable } from './decodable';
import { createHostCheck } from './known-host';
import { ARRIVAL_HEADER, DRAW_HEADER, ownValue, readOwnValue } from './own-header';

/**
 * The first thing that happens to a request. Why it is not answered; null when it is: its address can be decoded then, and its
 * headers say nothing that nobody has proven.
 */
export type Receive = (request: Head) => AppProblem | null;

type Head = Pick<IncomingMessage, 'headers' | 'httpVersion' | 'method' | 'url'> & {
  socket: Pick<Socket, 'remoteAddress'>;
};

interface FrontAccess extends Pick<Access, 'hosts'>, ArrivalAccess {
  /** Whether pages are drawn by React in the browser, too: they are while developing. */
  areDrawnByReact: boolean;
}

/** Octets of a form of a page; the largest has a message of 10,000 characters. */
const MAX_FORM_OCTETS = 64 * 1024;

/** By these Next tells a read of a page by React, or a form: such a read would go past the handler of pages and its limits. */
const OF_REACT = ['rsc', 'content-type'];

const UNKNOWN_HOST = 'mxproof is not asked for by this name. Whoever runs it names it in MXPROOF_HOSTS.';

/** `onUnbelieved` is told the address that claims to forward, and is no proxy of ours. */
export function createReceiver(access: FrontAccess, onUnbelieved: (peer: string) => void): Receive {
  const readArrival = createArrivalReader(access);
  const isKnownHost = createHostCheck(access.hosts);
  return (request) => {
    const { headers, httpVersion, socket, url = '/' } = request;
    if (!isKnownHost(headers.host)) return new AppProblem('host-unknown', { say: UNKNOWN_HOST });
    const path = ownPath(url);
    if (path === null) return new AppProblem('not-found', { say: `mxproof stands at ${ownLink('/')} here.` });
    const problem = path.startsWith('/api/') ? null : formProblem(headers);
    if (problem !== null) return problem;
    request.url = decodable(url);
    // Of ourselves: a drawing, or Next, which follows where a form leads and sends on what it was sent.
    if ([DRAW_HEADER, ARRIVAL_HEADER].some((name) => readOwnValue(one(headers[name])) !== null)) return null;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const refused = isRead && !access.areDrawnByReact ? [DRAW_HEADER, ...OF_REACT] : [DRAW_HEADER];
    for (const name of refused) Reflect.deleteProperty(headers, name);
    const peer = socket.remoteAddress ?? '';
    const { arrival, unbelieved } = readArrival(peer, { headers, httpVersion });
    if (unbelieved.length > 0) onUnbelieved(peer);
    for (const name of unbelieved) Reflect.deleteProperty(headers, name);
    headers[ARRIVAL_HEADER] = ownValue(arrival);
    return null;
  };
}

/** What a page is sent is read whole by Next, so its length is looked at before. Calls of the API measure what they read. */
function formProblem(headers: IncomingMessage['headers']): AppProblem | null {
  // Browsers tell the length of every form.
  if (headers['transfer-encoding'] !== undefined)
    return new AppProblem('length-unknown', { say: 'What is sent to a page must say its length.' });
  if (Number(headers['content-length'] ?? 0) > MAX_FORM_OCTETS)
    return new AppProblem('too-large', { say: `A form may have at most ${MAX_FORM_OCTETS} octets.` });
  return null;
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
