import type { Report } from '@/lib/report/report';
import { type Aspect, exactly, inAnyOrder, time } from '../aspect';

/** What was asked, from where, and how the check went. */
export function askedAspects(report: Report): Aspect[] {
  const { target, options, vantage, sessions, identity, tlsOffer, status, limits, durationMs } = report;
  const { depth, controls = [], message } = options;
  const from = sessions.flatMap(({ socket }) => (socket === null ? [] : [socket.localAddress]));
  return [
    exactly('asked.target', '', [target.mailbox ?? target.domain]),
    exactly('asked.depth', '', [depth]),
    exactly('asked.sender', '', [(options.sender ?? vantage.sender) || '<>']),
    exactly('asked.helo', '', [options.helo ?? vantage.helo]),
    inAnyOrder('asked.controls', '', controls),
    exactly('asked.message', '', message === undefined ? [] : [message.subject, message.body]),
    ...(from.length === 0 ? [] : [inAnyOrder('asked.addresses', '', from)]),
    ...(identity === null ? [] : [inAnyOrder('asked.identity', '', namesOf(identity))]),
    ...(tlsOffer === null ? [] : [exactly('asked.tls', '', [tlsOffer.library])]),
    exactly('asked.software', '', [vantage.softwareVersion]),
    exactly('asked.status', '', [status]),
    inAnyOrder(
      'asked.limits',
      '',
      limits.map(({ limit }) => limit),
    ),
    ...(durationMs === null ? [] : [time('asked.duration', '', durationMs)]),
  ];
}

/** Our own addresses with the names that lead back to them; one of which that could not be found out is left out. */
function namesOf({ addresses }: NonNullable<Report['identity']>): string[] {
  return addresses.flatMap(({ address, state, names }) =>
    state === 'failed' ? [] : [[address, ...names.map(({ name }) => name)].join(' ')],
  );
}
