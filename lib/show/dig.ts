import type { ResolverAnswer, TraceStep } from '@/lib/dns/trace';
import { shellWord } from './shell-word';

/** Port of DNS, RFC 1035 §4.2. */
const DNS_PORT = 53;
/** The UDP size that the walk announces (DNS flag day 2020). */
const EDNS_BYTES = 1232;

/** The command that asks a resolver as the check did: with recursion, and over TCP when the answer is truncated. */
export function resolverDigCommand({
  resolver,
  question,
}: Pick<ResolverAnswer, 'resolver' | 'question'>): string {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(resolver) ?? [];
  const address = bracketed ?? plain ?? resolver;
  const words = ['dig', `@${address}`];
  if (port !== undefined) words.push('-p', port);
  words.push('+noadflag', '+dnssec', '+nocookie', `+bufsize=${EDNS_BYTES}`);
  words.push('-q', shellWord(absoluteName(question.name)), '-t', shellWord(question.type));
  return words.join(' ');
}

type Query = Pick<TraceStep, 'server' | 'question' | 'spelling' | 'transport' | 'edns'>;

/**
 * The command that repeats one step of the trace by hand: the same server, question, transport and EDNS, without
 * recursion (the walk never asks for it), without the cookie and the AD bit that dig adds by itself.
 */
export function digCommand(step: Query, port: number = DNS_PORT): string {
  const words = ['dig', `@${step.server.address}`];
  if (port !== DNS_PORT) words.push('-p', String(port));
  words.push('+norecurse', '+noadflag');
  if (step.edns) words.push('+dnssec', '+nocookie', `+bufsize=${EDNS_BYTES}`);
  else words.push('+noedns');
  words.push(step.transport === 'tcp' ? '+tcp' : '+ignore');
  words.push(
    '-q',
    shellWord(absoluteName(step.spelling?.asked ?? step.question.name)),
    '-t',
    shellWord(step.question.type),
  );
  return words.join(' ');
}

function absoluteName(name: string): string {
  return name.endsWith('.') && !name.endsWith('\\.') ? name : `${name}.`;
}
