import type { Evidence } from '@/lib/report/evidence';
import { type Reader, type Reading, readingsOf } from '@/lib/route/readings';
import { list } from '../define';
import { type Claim, describe } from '../found';
import { routeSessions } from '../seen';
import { decide, type DecidedCase, type Decision } from './decide';

/** The outcome where senders read the same answers differently; null when all of them meet the same. */
export function decideByReadings(seen: Evidence, conclude: (seen: Evidence) => Claim[]): Decision | null {
  const readings = readingsOf(seen);
  if (readings.length < 2) return null;
  const met = readings.flatMap((reading) => {
    const asSuch = { ...seen, route: reading.route };
    asSuch.sessions = routeSessions(asSuch);
    // What a resolver said contradicts one answer of two, and settles none.
    const founds = conclude(asSuch).filter(({ code }) => code !== 'resolver.differs');
    const decision = decide(asSuch, founds);
    return decision === null ? [] : [{ reading, decision, founds }];
  });
  const [first] = met;
  if (first === undefined || met.length < readings.length) return null;
  if (met.every(({ decision }) => isAlike(decision, first.decision))) return first.decision;
  const lead = leadOf(
    first.reading,
    met.flatMap(({ founds }) => founds),
  );
  if (lead === undefined)
    return met.every(({ decision }) => decision.outcome === first.decision.outcome) ? first.decision : null;
  const cases = met.flatMap(({ reading, decision }) => casesOf(whenOf(reading), decision));
  return { outcome: 'depends', lead, stage: 'dns', cases };
}

/** The same outcome for the same reason. */
function isAlike(one: Decision, other: Decision): boolean {
  if (one.outcome !== other.outcome) return false;
  const isTaken = one.outcome === 'accepted';
  return (
    isTaken || (one.lead.code === other.lead.code && describe(one.lead).side === describe(other.lead).side)
  );
}

/** Tells what the first difference among the readers is. */
function leadOf({ readers }: Reading, founds: readonly Claim[]): Claim | undefined {
  return readers.flatMap((reader) => founds.find((one) => tells(one, reader)) ?? [])[0];
}

function tells({ code, args }: Claim, { by }: Reader): boolean {
  switch (by) {
    case 'servers':
      return (
        (code === 'zone.answers-differ' && args['type'] === 'MX') ||
        (code === 'ns.parents-differ' && args['denied'] === true)
      );
    case 'null-mx':
      return code === 'mx.null-with-others';
    case 'nxdomain':
      return code === 'mx.denied-with-nxdomain';
    case 'address-in-mx':
      return code === 'mx.is-address-literal';
  }
}

function casesOf(when: string, decision: Decision): DecidedCase[] {
  if (decision.cases.length === 0) return [{ when, decision }];
  return decision.cases.map((one) => ({ ...one, when: `${when} ${one.when}` }));
}

function whenOf({ readers }: Reading): string {
  return readers.map(sentenceOf).join(' ');
}

/** What Postfix and Exim do was seen with Postfix 3.7 and Exim 4.96. */
function sentenceOf(reader: Reader): string {
  switch (reader.by) {
    case 'servers':
      return `The sender’s resolver asks ${list(reader.servers)}.`;
    case 'null-mx':
      return reader.isFinal
        ? 'The sender takes the null MX as the whole answer, as Postfix does.'
        : 'The sender ignores the null MX beside the others, as Exim does.';
    case 'nxdomain':
      return reader.isFinal
        ? 'The sender takes the NXDOMAIN answer as final, as Exim does.'
        : 'The sender uses the address of the domain all the same, as Postfix does.';
    case 'address-in-mx':
      return reader.isUsed
        ? 'The sender connects to the address in the MX record, as Postfix does.'
        : 'The sender accepts only host names in an MX record, as Exim does.';
  }
}
