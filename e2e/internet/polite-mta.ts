import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from 'smtp-server';
import type { Authority } from './certificates';
import { listenTcp } from './listen';
import type { Holds } from './holds';
import type { PoliteMta, Running } from './mta';

/** Starts a well-behaved MTA on one address. Resolves when it listens; rejects when the port is taken. */
export async function startPoliteMta(
  mta: PoliteMta,
  place: { address: string; port: number },
  authority: Authority,
  holds: Holds,
  onSaid: (line: string) => void,
): Promise<Running> {
  const kind = mta.certificate ?? 'good';
  const firstSeen = new Map<string, number>();
  const server = new SMTPServer({
    name: mta.name,
    logger: false,
    disableReverseLookup: true,
    authOptional: true,
    hideENHANCEDSTATUSCODES: true,
    closeTimeout: 100,
    disabledCommands: kind === 'none' ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...(kind === 'none' ? {} : await authority.issue(mta.name, kind)),
    onConnect(_session, callback) {
      setTimeout(() => callback(), mta.greetingDelayMs ?? 0).unref();
    },
    onMailFrom({ address }, _session, callback) {
      onSaid(`MAIL FROM:<${address}>`);
      callback(refusal(address === '' ? (mta.nullSender ?? mta.sender) : mta.sender));
    },
    onRcptTo({ address }, session, callback) {
      onSaid(`RCPT TO:<${address}>`);
      const reply = mta.recipients?.[address] ?? mta.recipients?.['*'];
      const answer = () => callback(refusal(reply) ?? refusal(notYet(mta, firstSeen, session, address)));
      if (mta.holdsRecipients) void holds.untilReleased(address).then(answer);
      else answer();
    },
    onData(stream, session, callback) {
      stream.resume();
      stream.on('end', () => {
        onSaid('message');
        const refused = refusal(mta.message);
        if (refused === undefined)
          callback(null, `2.0.0 Ok: queued as ${session.id.slice(0, 12).toUpperCase()}`);
        else callback(refused);
      });
    },
  });
  server.on('error', () => undefined); // of single connections; that of listening comes through listenTcp
  await listenTcp(server.server, place);
  return { stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** The refusal of one who came a short while ago for the first time; undefined when the time has passed. */
function notYet(
  { greylistSeconds, fullSeconds }: PoliteMta,
  firstSeen: Map<string, number>,
  session: SMTPServerSession,
  recipient: string,
): string | undefined {
  const seconds = greylistSeconds ?? fullSeconds;
  if (seconds === undefined) return undefined;
  const key = [session.remoteAddress, senderOf(session.envelope.mailFrom), recipient].join(' ');
  const since = firstSeen.get(key) ?? Date.now();
  firstSeen.set(key, since);
  const left = Math.ceil(seconds - (Date.now() - since) / 1000);
  if (left <= 0) return undefined;
  return greylistSeconds === undefined
    ? `452 4.2.2 <${recipient}>: Mailbox full, try again in ${left} seconds`
    : `450 4.2.0 <${recipient}>: Recipient address rejected: Greylisted, try again in ${left} seconds`;
}

function senderOf(mailFrom: SMTPServerAddress | false): string {
  return mailFrom === false ? '' : mailFrom.address;
}

/** A written reply as the error that makes the library say it; undefined for an acceptance. */
function refusal(reply: string | undefined): Error | undefined {
  if (reply === undefined || reply.startsWith('2')) return undefined;
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}
