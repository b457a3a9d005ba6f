import type { WhoActs } from '@/lib/who-acts';
import type { CheckStatus } from '@/lib/report/status';
import type { StepOutcome } from '@/lib/dns/trace';
import type { Cause, CauseState, Severity, Side, Verdict } from '@/lib/report/finding';
import type { Depth, SessionOutcome, Stage } from '@/lib/smtp/session';

/** How a thing is coloured; never without an icon and a word beside it. */
export type Tone = 'good' | 'wait' | 'bad' | 'unknown' | 'note';

export const OUTCOME_TONE: Record<Verdict['outcome'], Tone> = {
  accepted: 'good',
  temporary: 'wait',
  permanent: 'bad',
  'no-mail': 'bad',
  depends: 'wait',
  unknown: 'unknown',
};

export const OUTCOME_WORD: Record<Verdict['outcome'], string> = {
  accepted: 'Accepted',
  temporary: 'Temporary',
  permanent: 'Permanent',
  'no-mail': 'Takes no mail',
  depends: 'It depends',
  unknown: 'Not known',
};

/** The word for an outcome; acceptance with a flaw is told as such. */
export function outcomeWord({ outcome, but }: Pick<Verdict, 'outcome' | 'but'>): string {
  return outcome === 'accepted' && but.length > 0 ? 'Accepted, but' : OUTCOME_WORD[outcome];
}

export function outcomeTone({ outcome, but }: Pick<Verdict, 'outcome' | 'but'>): Tone {
  return outcome === 'accepted' && but.length > 0 ? 'wait' : OUTCOME_TONE[outcome];
}

export const SIDE_WORD: Record<Side, string> = {
  sender: 'Sender’s side',
  network: 'The network between',
  recipient: 'Recipient’s side',
  none: 'No action needed',
  unknown: 'Side not proven',
};

export const CAUSE_WORD: Record<Cause, string> = {
  'sender-dns': 'DNS queries of the sender',
  'sender-routing': 'Sender’s routing or provider',
  'sender-firewall': 'Sender’s firewall, outgoing port 25',
  'sender-addressing': 'The address as written',
  'sender-identity': 'Sender’s HELO name, reverse DNS or authentication',
  'sender-reputation': 'Sender’s reputation or blocklisting',
  interception: 'Interception on the way',
  'path-mtu': 'Large packets lost (path MTU)',
  inspection: 'Inspection of SMTP on the way',
  'recipient-dns': 'Recipient’s DNS',
  'recipient-routing': 'Recipient’s routing',
  'recipient-firewall': 'Recipient’s firewall',
  'recipient-nat': 'Recipient’s NAT or port forwarding',
  greylisting: 'Greylisting',
  'rate-limit': 'Rate limit',
  'recipient-load': 'Recipient’s hardware or load',
  'recipient-configuration': 'Recipient’s mail server configuration',
  mailbox: 'The mailbox',
  'recipient-policy': 'Recipient’s policy',
};

export const CAUSE_STATE_WORD: Record<CauseState, string> = {
  supported: 'Supported by the evidence',
  open: 'Open',
  'ruled-out': 'Ruled out',
};

/** Where to look first. It is no blame: nothing need be proven. */
export const LOOK_FIRST_WORD: Record<Side, string> = {
  sender: 'Look at the sender’s side first',
  network: 'Look at the network between first',
  recipient: 'Look at the recipient’s side first',
  none: 'Nowhere: nothing failed',
  unknown: 'Nothing points to one side',
};

/** Who is to act on a finding, a reply, a notice. */
export const WHO_ACTS_WORD: Record<WhoActs, string> = {
  sender: 'The sender',
  'sender-admin': 'The sender’s administrator',
  recipient: 'The recipient',
  'recipient-admin': 'The recipient’s administrator',
  network: 'Whoever runs the network between',
  nobody: 'No action needed',
  unknown: 'Not clear who needs to act',
};

export const SEVERITY_WORD: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Notice',
  info: 'Information',
  ok: 'In order',
  unknown: 'Not known',
};

export const SEVERITY_TONE: Record<Severity, Tone> = {
  error: 'bad',
  warning: 'wait',
  notice: 'note',
  info: 'note',
  ok: 'good',
  unknown: 'unknown',
};

export const STATUS_WORD: Record<CheckStatus, string> = {
  queued: 'Waiting for its turn',
  running: 'Running',
  done: 'Done',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  failed: 'Failed',
};

/** A stage as the transcript and the headline name it. */
export const STAGE_WORD: Record<Stage, string> = {
  connect: 'Connect',
  greeting: 'Greeting',
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  tls: 'TLS',
  mail: 'MAIL FROM',
  rcpt: 'RCPT TO',
  data: 'DATA',
  message: 'Message',
  control: 'Controls',
  quit: 'QUIT',
};

export const DEPTH_WORD: Record<Depth, string> = {
  greeting: 'up to EHLO and TLS',
  envelope: 'up to RCPT TO',
  message: 'with a message',
};

export const SESSION_WORD: Record<SessionOutcome, string> = {
  accepted: 'accepted',
  temporary: 'deferred',
  permanent: 'rejected permanently',
  refused: 'connection refused',
  timeout: 'no answer',
  reset: 'connection reset',
  closed: 'closed by the other side',
  unreachable: 'unreachable',
  silent: 'silent',
  'tls-failed': 'TLS failed',
  'protocol-error': 'not SMTP as written',
  blocked: 'not contacted',
  skipped: 'skipped',
  stopped: 'stopped',
};

export const SESSION_TONE: Record<SessionOutcome, Tone> = {
  accepted: 'good',
  temporary: 'wait',
  permanent: 'bad',
  refused: 'bad',
  timeout: 'wait',
  reset: 'bad',
  closed: 'wait',
  unreachable: 'wait',
  silent: 'wait',
  'tls-failed': 'wait',
  'protocol-error': 'bad',
  blocked: 'unknown',
  skipped: 'unknown',
  stopped: 'unknown',
};

export const STEP_WORD: Record<StepOutcome, string> = {
  answer: 'answer',
  referral: 'referral',
  nxdomain: 'no such name',
  nodata: 'no such record',
  servfail: 'SERVFAIL',
  refused: 'REFUSED',
  formerr: 'FORMERR',
  notimp: 'NOTIMP',
  silence: 'no answer',
  malformed: 'malformed',
  unreachable: 'unreachable',
  blocked: 'not asked',
};

export const STEP_TONE: Record<StepOutcome, Tone> = {
  answer: 'good',
  referral: 'good',
  nxdomain: 'bad',
  nodata: 'unknown',
  servfail: 'bad',
  refused: 'bad',
  formerr: 'bad',
  notimp: 'bad',
  silence: 'wait',
  malformed: 'bad',
  unreachable: 'wait',
  blocked: 'unknown',
};

/** The layer with the protocol that was seen there. */
export function layerWords(layer: number, stage: string | null): string {
  if (layer === 7) return stage === 'dns' ? 'Layer 7, DNS' : 'Layer 7, SMTP';
  if (layer >= 5) return `Layer ${layer}, TLS`;
  if (layer === 4) return stage === 'dns' ? 'Layer 4, UDP and TCP' : 'Layer 4, TCP';
  return layer === 3 ? 'Layer 3, IP' : `Layer ${layer}`;
}

/** How far the best session came, and what was therefore not tested (a shallow pass is no delivery). */
export function depthWords({ depth, outcome, stage }: Pick<Verdict, 'depth' | 'outcome' | 'stage'>): string {
  if (outcome !== 'accepted' && stage === 'data') return 'Tested up to DATA, no message was sent';
  if (outcome !== 'accepted' && stage === 'message') return 'Tested with a message: no server confirmed it';
  switch (depth) {
    case 'dns':
      return 'DNS only: no mail server was reached';
    case 'connect':
      return 'Tested up to the connection';
    case 'greeting':
      return 'Tested up to EHLO and TLS: no recipient was named';
    case 'envelope':
      return outcome === 'accepted'
        ? 'Tested up to RCPT TO: content filters and later bounces were not'
        : 'Tested up to RCPT TO, nothing was sent';
    case 'message':
      return outcome === 'accepted'
        ? 'A small message was sent: larger ones and later bounces were not tested'
        : 'Tested with a message';
  }
}
