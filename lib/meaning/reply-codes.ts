import type { Stage } from '@/lib/smtp/session';
import type { Category } from './schema';

/** RFC 5321 §4.2.2 and §4.2.3, RFC 4954 §6, RFC 7504, RFC 7505: what a code means when nothing else tells. */
const CODES: Readonly<Record<number, Category>> = {
  421: 'busy',
  432: 'auth-required',
  451: 'system-error',
  452: 'system-error',
  454: 'system-error',
  455: 'protocol-error',
  500: 'protocol-error',
  501: 'protocol-error',
  502: 'protocol-error',
  503: 'protocol-error',
  504: 'protocol-error',
  521: 'not-accepting-mail',
  523: 'message-too-large',
  530: 'auth-required',
  534: 'auth-required',
  535: 'auth-required',
  538: 'tls-required',
  552: 'mailbox-full',
  555: 'protocol-error',
  556: 'not-accepting-mail',
};

/** What the three digits say at this stage; `unknown` where RFC 5321 leaves it open. */
export function replyCodeCategory(code: number, stage: Stage | null): Category {
  if (code < 400) return 'accepted';
  if (code === 551) return 'moved';
  if (code === 552 && (stage === 'mail' || stage === 'data' || stage === 'message'))
    return 'message-too-large';
  if (code === 454 && (stage === 'starttls' || stage === 'tls')) return 'tls-required';
  if (code === 550 && stage === 'mail') return 'sender-rejected';
  if (code === 553) return stage === 'mail' ? 'sender-rejected' : 'mailbox-unknown';
  return CODES[code] ?? 'unknown';
}
