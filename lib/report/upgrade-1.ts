import type { FactName } from './facts';
import type { StoredEvent } from './stored-evidence';

/** Facts had an event type of their own, and their value a field of its own name. */
const FACTS_OF_1: Readonly<Record<string, { name: FactName; field: ValueField }>> = {
  route: { name: 'route', field: 'route' },
  zone: { name: 'zone', field: 'zone' },
  'exchange-zone': { name: 'exchangeZones', field: 'zone' },
  dnssec: { name: 'dnssec', field: 'dnssec' },
  resolver: { name: 'resolvers', field: 'answer' },
  reverse: { name: 'reverse', field: 'reverse' },
  identity: { name: 'identity', field: 'identity' },
  'control-address': { name: 'controlAddress', field: 'control' },
};

type ValueField = 'route' | 'zone' | 'dnssec' | 'answer' | 'reverse' | 'identity' | 'control';

interface EventOf1 extends StoredEvent, Partial<Record<ValueField, unknown>> {
  step?: { purpose: string };
  line?: { who: string; stage: string; text: string };
  result?: { detail: string | null };
}

/** From the first form of evidence to the second; sentences of the first one are read here and nowhere else. */
export function upgradeFrom1(old: StoredEvent): StoredEvent {
  return { ...old, ...changesOf(old) };
}

function changesOf(event: EventOf1): object {
  const { type, step, line, result } = event;
  const fact = FACTS_OF_1[type];
  if (fact !== undefined)
    return { type: 'fact', name: fact.name, value: event[fact.field], [fact.field]: undefined };
  if (step !== undefined) return { step: { ...step, purpose: undefined, for: purposeOf(step.purpose) } };
  if (line?.who === 'event') return { line: { ...line, ...passedBy(line) } };
  return result === undefined ? {} : { result: { ...result, limit: limitOf(result.detail ?? '') } };
}

function purposeOf(purpose: string): 'compare' | 'ourselves' | 'mail' {
  if (purpose.startsWith('every server of ')) return 'compare';
  return purpose.startsWith('who we are: ') ? 'ourselves' : 'mail';
}

function passedBy({ stage, text }: { stage: string; text: string }): { passed?: boolean } {
  if (stage === 'tls') return { passed: text.startsWith('TLS') };
  return stage === 'connect' && text.startsWith('connected') ? { passed: true } : {};
}

function limitOf(detail: string): string | null {
  if (detail.startsWith('a reply of more than ')) return 'reply-lines';
  if (detail.startsWith('a line of more than ')) return 'line-octets';
  if (!detail.startsWith('more than ')) return null;
  return detail.endsWith(' octets in one session') ? 'session-octets' : 'unasked-replies';
}
