import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { SHORT_GROUPS } from '@/lib/smtp/short-groups';
import { isReadByProgram, shellWord } from './shell-word';

/** A command that a reader can run to see the same with other eyes. */
export interface HandCommand {
  tool: string;
  about: string;
  command: string;
}

type CheckSetup = Pick<Report, 'target' | 'options' | 'vantage'>;
type Endpoint = Pick<Session, 'exchange' | 'address' | 'port' | 'withoutTls' | 'smallHello'>;

const QUIT_AFTER = { greeting: 'EHLO', envelope: 'RCPT', message: null } as const;

/**
 * How to repeat one session by hand, and how to capture it. All words are quoted for a POSIX shell; a command is left out when
 * its program would take a name or an address for something else.
 */
export function handCommands(report: CheckSetup, session: Endpoint): HandCommand[] {
  const dialogue = swaks(report, session);
  const commands = [
    ...(dialogue === null ? [] : [{ tool: 'swaks', about: 'the same dialogue', command: dialogue }]),
    {
      tool: 'openssl',
      about: 'the encrypted connection, to type into',
      command: openssl(report, session),
    },
    {
      tool: 'telnet',
      about: 'in the clear, to type into',
      command: `telnet ${session.address} ${session.port}`,
    },
    { tool: 'tcpdump', about: 'what really passes the wire, while you repeat it', command: tcpdump(session) },
  ];
  return session.withoutTls ? commands.filter(({ tool }) => tool !== 'openssl') : commands;
}

function swaks({ target, options, vantage }: CheckSetup, session: Endpoint): string | null {
  const helo = options.helo ?? vantage.helo;
  const sender = (options.sender ?? vantage.sender) || '<>';
  const recipient = target.mailbox ?? `postmaster@${target.domain}`;
  if ([helo, sender, recipient].some(isReadByProgram)) return null;
  const words = ['swaks', '--server', session.address, '--port', String(session.port)];
  words.push('--helo', shellWord(helo), '--from', shellWord(sender), '--to', shellWord(recipient));
  if (!session.withoutTls) words.push('--tls-optional');
  const quitAfter = QUIT_AFTER[options.depth];
  if (quitAfter) words.push('--quit-after', quitAfter);
  if (options.depth === 'message' && options.message)
    words.push(
      '--header',
      shellWord(`Subject: ${options.message.subject}`),
      '--body',
      shellWord(swaksBody(options.message.body)),
    );
  return words.join(' ');
}

/** Swaks reads a file for a text that begins with @ or is the name of one; a line end at its end is in no name. */
function swaksBody(body: string): string {
  return `${body.startsWith('@') ? '@' : ''}${body}\\n`;
}

function openssl({ options, vantage }: CheckSetup, session: Endpoint): string {
  const at = session.address.includes(':') ? `[${session.address}]` : session.address;
  const words = [
    'openssl',
    's_client',
    '-starttls',
    'smtp',
    '-crlf',
    '-connect',
    shellWord(`${at}:${session.port}`),
  ];
  words.push('-name', shellWord(options.helo ?? vantage.helo));
  if (session.smallHello) words.push('-groups', SHORT_GROUPS);
  if (!/^[[\d]/.test(session.exchange)) words.push('-servername', shellWord(session.exchange));
  return words.join(' ');
}

function tcpdump({ address, port }: Endpoint): string {
  return `tcpdump -n -i any -s 0 -w mxproof.pcap 'host ${address} and tcp port ${port}'`;
}
