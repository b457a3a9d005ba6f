import type { Report } from '@/lib/report/report';
import type { Session } from '@/lib/smtp/session';
import { type Aspect, exactly, inAnyOrder, time } from '../aspect';
import { withoutJitter } from '../jitter';
import { replyAspect } from './reply';

/** Every session that has ended, by exchange and address; further tries at one address by their number. */
export function sessionAspects({ sessions }: Report): Aspect[] {
  const tries = new Map<string, number>();
  return sessions.flatMap((session) => {
    const label = labelOf(session);
    const n = (tries.get(label) ?? 0) + 1;
    tries.set(label, n);
    return session.outcome === null
      ? []
      : aspectsOf(n === 1 ? label : `${label} #${n}`, session, session.outcome);
  });
}

function labelOf({ exchange, address }: Session): string {
  return exchange.startsWith('[') ? exchange : `${exchange} [${address}]`;
}

/** What was not reached in a session is left out. */
function aspectsOf(of: string, session: Session, outcome: NonNullable<Session['outcome']>): Aspect[] {
  const { stage, reply, detail, banner, queueId, tls, timings, stages, controls } = session;
  const { capabilities, capabilitiesBefore } = session;
  const greeted = stages.some((one) => one.stage === 'ehlo' && one.outcome === 'ok');
  const times = [
    ['session.connect-time', timings.connectMs],
    ['session.greeting-time', timings.greetingMs],
    ['session.tls-time', timings.tlsMs],
    ['session.total-time', timings.totalMs],
  ] as const;
  return [
    exactly('session.outcome', of, [outcome]),
    ...(stage === null ? [] : [exactly('session.stage', of, [stage])]),
    ...(reply === null ? [] : [replyAspect('session.reply', of, reply, queueId)]),
    ...(detail === null ? [] : [worded('session.detail', of, detail)]),
    ...(banner === null ? [] : [worded('session.greeting', of, banner)]),
    ...(capabilitiesBefore === undefined
      ? []
      : [inAnyOrder('session.capabilities-before', of, capabilitiesBefore)]),
    ...(greeted ? [inAnyOrder('session.capabilities', of, capabilities)] : []),
    ...(tls === null ? [] : tlsAspects(of, tls)),
    ...controls.flatMap((one) =>
      one.outcome === 'not-asked'
        ? []
        : [exactly('session.control', `${of} ${one.control}`, [one.outcome, String(one.reply?.code ?? '')])],
    ),
    ...times.flatMap(([what, ms]) => (ms === null ? [] : [time(what, of, ms)])),
  ];
}

function tlsAspects(
  of: string,
  { state, protocol, cipher, certificate, problem }: NonNullable<Session['tls']>,
): Aspect[] {
  return [
    exactly('session.tls', of, [state]),
    ...(problem === null ? [] : [exactly('session.tls-problem', of, [problem.code])]),
    ...(protocol === null ? [] : [exactly('session.protocol', of, [protocol])]),
    ...(cipher === null ? [] : [exactly('session.cipher', of, [cipher])]),
    ...(certificate === null
      ? []
      : [
          {
            ...exactly('session.certificate', of, [certificate.sha256]),
            values: [
              certificate.names.join(' ') || certificate.subject,
              certificate.issuer,
              certificate.validFrom,
              certificate.validTo,
              certificate.sha256,
            ],
          },
        ]),
  ];
}

function worded(what: 'session.detail' | 'session.greeting', of: string, text: string): Aspect {
  return { what, of, values: [text], likeness: withoutJitter(text) };
}
